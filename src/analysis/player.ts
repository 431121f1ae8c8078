/**
 * The interface for players that others write: `policy(observation) -> commands`, asked at the start of every hour. An
 * observation is plain data made anew each time; nothing that a player does to it reaches the game. docs/policies.md
 * tells how to write one.
 */
import { applyCommand } from '../engine/applyCommand.ts';
import { checkCommand } from '../engine/checkCommand.ts';
import { snapshotOf } from '../engine/snapshot.ts';
import { cloneState, type EngineState } from '../engine/state.ts';
import { hoursOf } from '../engine/time.ts';
import type {
  Command,
  CommandError,
  LabId,
  LabView,
  Level,
  Mode,
  Snapshot,
  TreatmentId,
} from '../engine/types.ts';
import { TICKS_PER_HOUR } from '../model/course.ts';
import { Q, QUANTITIES, type QuantityId } from '../model/generated/system.ts';

/** What the monitor shows, always and to everybody: beats/min, mmHg, %, breaths/min, °C. */
export const VITAL_IDS = ['HR', 'MAP', 'SpO2', 'RR', 'Temp'] as const;
export type VitalId = (typeof VITAL_IDS)[number];

/** What is known of one test of the level. */
export interface PlayerLab {
  /** Last result in the unit of the quantity (docs/model.md); null before the first. In the student view the true value of now. */
  readonly value: number | null;
  /** Hour of the level at which its sample was drawn; null before the first result. */
  readonly hour: number | null;
  /** Hour at which the result of a sample under way arrives; null when none is. */
  readonly dueHour: number | null;
}

export interface PlayerTreatment {
  readonly running: boolean;
  /** Regimen of the last order, '' before the first. */
  readonly regimen: string;
  readonly dosesGiven: number;
  /** Doses that are left; null: as many as one likes. */
  readonly stockLeft: number | null;
  /** Hours of the level; null: none. */
  readonly nextDoseHour: number | null;
  readonly lastDoseHour: number | null;
}

/** What a player sees at the start of an hour. */
export interface PlayerObservation {
  /** Id of the level, its trigger such as 'covid19', and the mode it is played in. */
  readonly level: string;
  readonly trigger: string;
  readonly mode: Mode;
  /** Hours since the player took over, since the start of the illness, and at which the level ends at the latest. */
  readonly hour: number;
  readonly illnessHour: number;
  readonly horizonHours: number;
  readonly weightKg: number;
  readonly vitals: Readonly<Record<VitalId, number>>;
  /** The tests of the level. A clinician knows what was ordered and has come back, with the noise of the assay. */
  readonly labs: Readonly<Partial<Record<LabId, PlayerLab>>>;
  /** True values of all quantities of the model in the student view; null for a clinician. */
  readonly values: Readonly<Record<QuantityId, number>> | null;
  /** Step of the oxygen ladder from 0, the highest there is, and the inspired fraction of each. */
  readonly oxygen: { readonly step: number; readonly highest: number; readonly fio2: readonly number[] };
  /** Rate of norepinephrine, µg/kg/min; the nurse titrates it to a mean pressure of 65 mmHg. */
  readonly norepinephrineRate: number;
  /** The treatments of the level. */
  readonly treatments: Readonly<Partial<Record<TreatmentId, PlayerTreatment>>>;
  /** Every command that is allowed now. Several may be given at once as long as each is allowed after those before it. */
  readonly legal: readonly Command[];
}

/** Decides at the start of every hour; an empty list waits. It must not depend on anything but what it was given. */
export type Player = (observation: PlayerObservation) => readonly Command[];

/** What a player did that no game can go on with. */
export interface PlayerFault {
  /** 'threw': `reason` is its message; 'notCommands': it returned something else than a list of commands; 'refused': by the rules. */
  readonly code: 'threw' | 'notCommands' | 'refused';
  readonly hour: number;
  readonly reason: string;
  /** Of a refused command. */
  readonly refusal: CommandError | null;
}

/** Carries a fault out of a game. */
export class PlayerError extends Error {
  readonly fault: PlayerFault;

  constructor(fault: PlayerFault) {
    super(fault.reason);
    this.fault = fault;
  }
}

/** Turns a player into what `simulate` calls at every tick. @throws PlayerError from within the game */
export function decideByPlayer(level: Level, player: Player): (state: EngineState) => readonly Command[] {
  return (state) => (state.tick % TICKS_PER_HOUR === 0 ? decided(state, level, player) : []);
}

function decided(state: EngineState, level: Level, player: Player): readonly Command[] {
  const hour = hoursOf(state.tick);
  const commands = plainCommands(asked(player, observePlayer(state, level), hour));
  if (commands === null) throw new PlayerError({ code: 'notCommands', hour, reason: '', refusal: null });
  const trial = cloneState(state);
  for (const command of commands) {
    const refusal = checkCommand(trial, level, command);
    if (refusal !== null) throw new PlayerError({ code: 'refused', hour, reason: refusal.code, refusal });
    applyCommand(trial, level, command);
  }
  return commands;
}

function asked(player: Player, observation: PlayerObservation, hour: number): unknown {
  try {
    return player(observation);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlayerError({ code: 'threw', hour, reason, refusal: null });
  }
}

/** Copies of the commands with their own fields only; null where something else was returned. */
function plainCommands(returned: unknown): readonly Command[] | null {
  if (!Array.isArray(returned)) return null;
  const commands = returned.map(plainCommand);
  return commands.every((command) => command !== null) ? commands : null;
}

function plainCommand(returned: unknown): Command | null {
  if (typeof returned !== 'object' || returned === null) return null;
  const { type, treatment, regimen, test, step } = returned as Record<string, unknown>;
  if (type === 'order' && typeof treatment === 'string' && typeof regimen === 'string')
    return { type, treatment: treatment as TreatmentId, regimen };
  if (type === 'stop' && typeof treatment === 'string') return { type, treatment: treatment as TreatmentId };
  if (type === 'lab' && typeof test === 'string') return { type, test: test as LabId };
  if (type === 'oxygen' && typeof step === 'number') return { type, step };
  return null;
}

/** What a player sees of a state. */
export function observePlayer(state: EngineState, level: Level): PlayerObservation {
  const snapshot = snapshotOf(state, level);
  const value = (id: QuantityId): number => snapshot.values[Q[id]] as number;
  const isStudent = state.mode === 'student';
  return {
    level: level.id,
    trigger: level.trigger,
    mode: state.mode,
    hour: snapshot.hour,
    illnessHour: level.patient.hoursBefore + snapshot.hour,
    horizonHours: level.horizonHours,
    weightKg: level.patient.weightKg,
    vitals: recordOf(VITAL_IDS, value),
    labs: Object.fromEntries(
      snapshot.labs.map((lab) => [lab.test, isStudent ? seenNow(lab, snapshot) : measured(lab)]),
    ),
    values: isStudent ? recordOf(QUANTITIES, value) : null,
    oxygen: {
      step: snapshot.oxygenStep,
      highest: level.oxygen.length - 1,
      fio2: level.oxygen.map(({ fio2 }) => fio2),
    },
    norepinephrineRate: value('ne'),
    treatments: Object.fromEntries(snapshot.treatments.map(({ id, ...view }) => [id, treatmentSeen(view)])),
    legal: everyCommand(level).filter((command) => checkCommand(state, level, command) === null),
  };
}

function recordOf<Id extends QuantityId>(
  ids: readonly Id[],
  value: (id: QuantityId) => number,
): Record<Id, number> {
  return Object.fromEntries(ids.map((id) => [id, value(id)])) as Record<Id, number>;
}

function seenNow({ test }: LabView, { values, hour }: Snapshot): PlayerLab {
  return { value: values[Q[test]] as number, hour, dueHour: null };
}

function measured({ results, readyHour }: LabView): PlayerLab {
  const last = results.at(-1);
  return {
    value: last?.value ?? null,
    hour: last === undefined ? null : hoursOf(last.orderedTick),
    dueHour: readyHour < 0 ? null : readyHour,
  };
}

function treatmentSeen(view: Omit<Snapshot['treatments'][number], 'id'>): PlayerTreatment {
  const { running, regimen, dosesGiven, stockLeft, nextDoseHour, lastDoseHour } = view;
  return {
    running,
    regimen,
    dosesGiven,
    stockLeft: stockLeft === Number.POSITIVE_INFINITY ? null : stockLeft,
    nextDoseHour: nextDoseHour < 0 ? null : nextDoseHour,
    lastDoseHour: lastDoseHour < 0 ? null : lastDoseHour,
  };
}

/** Every command that a level knows, in the order orders, stops, oxygen, tests; new objects each time. */
function everyCommand(level: Level): readonly Command[] {
  return [
    ...level.treatments.flatMap(({ id, regimens }) =>
      regimens.map((regimen): Command => ({ type: 'order', treatment: id, regimen: regimen.id })),
    ),
    ...level.treatments.map(({ id }): Command => ({ type: 'stop', treatment: id })),
    ...level.oxygen.map((_, step): Command => ({ type: 'oxygen', step })),
    ...level.labs.map(({ id }): Command => ({ type: 'lab', test: id })),
  ];
}
