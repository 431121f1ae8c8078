/** One way of treating over many virtual patients of a level: each plays the whole game, and all are counted. */
import { scoreGame } from '../engine/score.ts';
import { simulate } from '../engine/simulate.ts';
import type { EngineState } from '../engine/state.ts';
import { hoursOf } from '../engine/time.ts';
import type { Command, Level, Mode, OutcomeKind } from '../engine/types.ts';
import { mix32 } from '../math/random.ts';
import { PARAMETERS, SPECIES } from '../model/generated/system.ts';
import { quantitiesOf } from '../model/quantities.ts';
import type { Patient } from '../model/triggers.ts';
import { addToKept, createKeptTallies, type KeptParts, keptChance, keptParts } from './debrief/kept.ts';
import { levelPatient } from './debrief/patients.ts';

/** How the game of one virtual patient ended. */
export interface PlayedPatient extends KeptParts {
  readonly index: number;
  readonly outcome: OutcomeKind;
  readonly endHour: number;
  /** Points of 100 on the scale of the level's own patient. */
  readonly score: number;
  /** Chance of 0 to 1 that life, organs and guard were kept, as the debrief counts it (debrief/kept.ts). */
  readonly kept: number;
}

/** Makes what decides in one game; called once for each patient, with a seed of its own. */
export type MakeDecide = (level: Level, seed: number) => (state: EngineState) => readonly Command[];

/** The seed of a patient's game, by which assays are noisy and a policy draws: mixed, so that neighbours have nothing in common. */
export function seedOfPatient(seed: number, index: number): number {
  return mix32(mix32(seed) ^ index);
}

/** The level with another patient in it; rules, stock and the scale of the score stay. */
export function levelWith(level: Level, { parameters, initial }: Patient): Level {
  const named = (ids: readonly string[], values: Float64Array): Record<string, number> =>
    Object.fromEntries(ids.map((id, place) => [id, values[place] as number]));
  const patient = { parameters: named(PARAMETERS, parameters), initial: named(SPECIES, initial) };
  return { ...level, patient: { ...level.patient, ...patient } };
}

/**
 * Plays the virtual patient `index` of a seed, the one that the debrief of that level and seed draws too.
 *
 * @throws InvariantError when the patient leaves the domain of the model, and what deciding throws
 */
export function playPatient(
  level: Level,
  mode: Mode,
  seed: number,
  index: number,
  makeDecide: MakeDecide,
): PlayedPatient {
  const own = levelWith(level, levelPatient(level, seed, index));
  const gameSeed = seedOfPatient(seed, index);
  const tallies = createKeptTallies();
  const { state } = simulate(own, {
    seed: gameSeed,
    mode,
    decide: makeDecide(own, gameSeed),
    onTick: ({ tick, endings, y, p }) => {
      if (tick > 0) addToKept(tallies, endings, quantitiesOf(y, p), 1);
    },
  });
  if (state.outcome === null) throw new Error('a game went on without end');
  const course = { kept: tallies, outcome: state.outcome, objectives: state.objectives };
  return {
    index,
    outcome: state.outcome.kind,
    endHour: hoursOf(state.tick),
    score: scoreGame(state, level).total,
    ...keptParts(course, level),
    kept: keptChance(course, level),
  };
}
