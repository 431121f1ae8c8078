/**
 * When the alarm may be heard. What is out of its limits is decided by the
 * monitor; this only keeps the sound bearable, because an alarm that never
 * stops is no longer heard (alarm fatigue).
 */

/** Vital signs whose loss kills within minutes; theirs is the high priority. */
const HIGH_PRIORITY: ReadonlySet<string> = new Set(['SpO2', 'MAP']);

/** Least real time from one burst to the next. IEC 60601-1-8, table 3: 2.5 to 15 s (high), 2.5 to 30 s (medium). */
const GAP_MILLISECONDS = 4_000;
const REPEAT_MILLISECONDS = { high: 12_000, medium: 24_000 } as const;
/** A condition sounds this often; then it is known, and only the monitor shows it. */
const BURSTS_PER_CONDITION = 3;
/** A condition that was gone for less than this has not ended: it only wavers about its limit. */
const WAVER_MILLISECONDS = 6_000;

export type AlarmPriority = 'medium' | 'high';

export interface AlarmState {
  /** Real milliseconds since each condition was last there, by vital sign. */
  readonly goneFor: Readonly<Record<string, number>>;
  /** Conditions that have begun and not yet been sounded. */
  readonly unheard: readonly string[];
  readonly sinceBurst: number;
  readonly burstsLeft: number;
}

export const NO_ALARMS: AlarmState = {
  goneFor: {},
  unheard: [],
  sinceBurst: Number.POSITIVE_INFINITY,
  burstsLeft: 0,
};

export interface AlarmBurst {
  readonly priority: AlarmPriority;
  /** What is out of its limits, most urgent first. */
  readonly vitals: readonly string[];
}

/** High when oxygen or pressure is among them. */
function alarmPriority(vitals: readonly string[]): AlarmPriority {
  return vitals.some((vital) => HIGH_PRIORITY.has(vital)) ? 'high' : 'medium';
}

/**
 * Moves the alarm on by one frame of a running game.
 *
 * @param vitals ids of the vital signs that alarm now
 * @param milliseconds real time since the frame before
 */
export function advanceAlarms(
  state: AlarmState,
  vitals: readonly string[],
  milliseconds: number,
): { readonly state: AlarmState; readonly burst: AlarmBurst | null } {
  const goneFor = ageConditions(state.goneFor, vitals, milliseconds);
  const begun = vitals.filter((vital) => !(vital in state.goneFor));
  const unheard = [...state.unheard.filter((vital) => vital in goneFor), ...begun];
  const sinceBurst = state.sinceBurst + milliseconds;
  const priority = alarmPriority(vitals);
  const news = unheard.some((vital) => vitals.includes(vital)) && sinceBurst >= GAP_MILLISECONDS;
  const reminder = vitals.length > 0 && state.burstsLeft > 0 && sinceBurst >= REPEAT_MILLISECONDS[priority];
  if (!news && !reminder) {
    return { state: { goneFor, unheard, sinceBurst, burstsLeft: state.burstsLeft }, burst: null };
  }
  const burstsLeft = (news ? BURSTS_PER_CONDITION : state.burstsLeft) - 1;
  const urgentFirst = [...vitals].sort((a, b) => Number(HIGH_PRIORITY.has(b)) - Number(HIGH_PRIORITY.has(a)));
  return {
    state: { goneFor, unheard: [], sinceBurst: 0, burstsLeft },
    burst: { priority, vitals: urgentFirst },
  };
}

/** Counts how long each known condition has been gone, and forgets those that have ended. */
function ageConditions(
  goneFor: Readonly<Record<string, number>>,
  vitals: readonly string[],
  milliseconds: number,
): Record<string, number> {
  const aged: Record<string, number> = {};
  for (const [vital, gone] of Object.entries(goneFor)) {
    if (gone + milliseconds < WAVER_MILLISECONDS) aged[vital] = gone + milliseconds;
  }
  for (const vital of vitals) aged[vital] = 0;
  return aged;
}
