/** What a player could have known: the vital signs every two hours, and the tests that were back. */
import { createGame } from '../../engine/createGame.ts';
import { fromCommands } from '../../engine/simulate.ts';
import type { EngineState } from '../../engine/state.ts';
import { step } from '../../engine/step.ts';
import type { DecisionLog, LabId, Level, LevelLab, TreatmentId } from '../../engine/types.ts';
import { isDoseUseful, isPressureKept } from '../../engine/usefulness.ts';
import { TICKS_PER_HOUR } from '../../model/course.ts';
import { Q, type QuantityId } from '../../model/generated/system.ts';
import { quantitiesOf } from '../../model/quantities.ts';

/** One number that was on the screen. */
export interface Sample {
  /** Index into QUANTITIES. */
  readonly quantity: number;
  /** Full even hour nearest to the tick at which it was taken: there virtual patients are looked at. */
  readonly hour: number;
  /** Tick from which the player could see it. */
  readonly readyTick: number;
  readonly value: number;
  /** 'difference': the deviation counts in its unit; 'ratio': as a factor. */
  readonly scale: 'difference' | 'ratio';
  /** How far a patient who is alike may be from it: standard deviation in the unit, or of the natural logarithm. */
  readonly sd: number;
}

/**
 * How far two patients who are alike may differ in a vital sign at a glance, beyond what the model draws: chosen here,
 * about the spread of repeated nursing observations.
 */
export const VITAL_SD: readonly { readonly id: QuantityId; readonly sd: number }[] = [
  { id: 'HR', sd: 8 },
  { id: 'MAP', sd: 5 },
  { id: 'SpO2', sd: 1.5 },
  { id: 'RR', sd: 2.5 },
  { id: 'Temp', sd: 0.3 },
];

/** The same for a test, as a factor, beside the noise of its assay; of loads, in powers of ten. */
const LAB_SD = 0.25;
const LOAD_SD = 0.5;
const LOADS: readonly LabId[] = ['viralLoad', 'bacterialLoad'];

/** Hours between two looks at the monitor, and at the laboratory where everything is visible always. */
const VITAL_HOURS = 2;
const OPEN_LAB_HOURS = 6;
/** Ticks between two looks at a virtual patient. */
const LOOK_TICKS = 2 * TICKS_PER_HOUR;

/** What is known of the real patient along a log. */
export interface Observed {
  readonly samples: readonly Sample[];
  /** Of each moment the treatments that had nothing to act on then, as the score judges doses. */
  readonly idle: readonly (readonly TreatmentId[])[];
}

/**
 * Plays a log and writes down what was on the screen, and which orders would have been without use. Throws what
 * createGame and step throw.
 *
 * @param moments ticks, ascending
 */
export function observe(
  level: Level,
  log: Pick<DecisionLog, 'commands' | 'endTick' | 'mode' | 'seed'>,
  moments: readonly number[],
): Observed {
  const samples: Sample[] = [];
  const idle: (readonly TreatmentId[])[] = [];
  const commandsAt = fromCommands(log.commands);
  const state = createGame(level, log);
  for (;;) {
    look(samples, level, state);
    if (moments[idle.length] === state.tick) idle.push(idleTreatments(level, state));
    if (state.outcome !== null || state.tick >= log.endTick) break;
    step(state, level, commandsAt(state));
  }
  for (const { test, orderedTick, readyTick, value } of state.labResults) {
    const lab = level.labs.find(({ id }) => id === test);
    const hour = 2 * Math.floor(orderedTick / LOOK_TICKS + 0.5);
    if (lab) samples.push({ ...labSample(lab, hour, value), readyTick });
  }
  return { samples, idle: moments.map((_, at) => idle[at] ?? []) };
}

/** The samples alone. */
export function observedSamples(
  level: Level,
  log: Pick<DecisionLog, 'commands' | 'endTick' | 'mode' | 'seed'>,
): readonly Sample[] {
  return observe(level, log, []).samples;
}

function idleTreatments(level: Level, { y, p, oxygenStep }: EngineState): readonly TreatmentId[] {
  const values = quantitiesOf(y, p);
  return level.treatments
    .map(({ id }) => id)
    .filter((id) =>
      id === 'norepinephrine' ? isPressureKept(values) : !isDoseUseful(id, values, oxygenStep),
    );
}

function look(samples: Sample[], level: Level, state: EngineState): void {
  if (state.tick % (VITAL_HOURS * TICKS_PER_HOUR) !== 0) return;
  const hour = state.tick / TICKS_PER_HOUR;
  const values = quantitiesOf(state.y, state.p);
  for (const { id, sd } of VITAL_SD) {
    const value = values[Q[id]] as number;
    samples.push({ quantity: Q[id], hour, readyTick: state.tick, value, scale: 'difference', sd });
  }
  if (state.mode !== 'student' || hour % OPEN_LAB_HOURS !== 0) return;
  for (const lab of level.labs) samples.push(labSample(lab, hour, values[Q[lab.id]] as number));
}

function labSample({ id, noise }: LevelLab, hour: number, value: number): Sample {
  const isLoad = LOADS.includes(id);
  const spread = isLoad ? LOAD_SD : LAB_SD;
  return {
    quantity: Q[id],
    hour,
    readyTick: hour * TICKS_PER_HOUR,
    value,
    scale: isLoad ? 'difference' : 'ratio',
    sd: Math.sqrt(noise * noise * (isLoad ? value * value : 1) + spread * spread),
  };
}
