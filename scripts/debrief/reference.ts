/**
 * Brute force: the debrief's chances by the exact rules of play, tick by tick, for every drawn patient. Of the estimator
 * it takes what its words mean (who is drawn, what is like, what is kept) and nothing of how it computes.
 */
import {
  addToKept,
  createKeptTallies,
  type KeptTallies,
  keptChance,
} from '../../src/analysis/debrief/kept.ts';
import { logLikelihoodOf, samplesKnownAt } from '../../src/analysis/debrief/likeness.ts';
import type { Sample } from '../../src/analysis/debrief/observed.ts';
import { drawnValue, drawPatient, populationOf } from '../../src/analysis/population.ts';
import { checkCommand } from '../../src/engine/checkCommand.ts';
import { createGame } from '../../src/engine/createGame.ts';
import { fromCommands } from '../../src/engine/simulate.ts';
import { cloneState, type EngineState } from '../../src/engine/state.ts';
import { step } from '../../src/engine/step.ts';
import type { Level, TimedCommand } from '../../src/engine/types.ts';
import { TICKS_PER_HOUR } from '../../src/model/course.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import type { Patient } from '../../src/model/triggers.ts';

/** What is to be known of every patient. Plain data: it crosses threads. */
export interface ReferenceQuestion {
  readonly level: Level;
  /** Which patients are drawn. */
  readonly seed: number;
  /** What was done; likeness is judged along it. */
  readonly played: readonly TimedCommand[];
  /** What could have been done instead. */
  readonly arms: readonly (readonly TimedCommand[])[];
  /** What was seen of the real patient. */
  readonly samples: readonly Sample[];
  /** Moments at which likeness is asked for. */
  readonly ticks: readonly number[];
}

/** Of one drawn patient. */
export interface ReferencePatient {
  readonly played: number;
  readonly arms: readonly number[];
  /** Log10 likelihood of what was known at each of the ticks; -Infinity for whose game was over by then. */
  readonly logLikelihoods: readonly number[];
}

interface Run {
  readonly state: EngineState;
  readonly kept: KeptTallies;
}

/** The level with a drawn patient in the place of its own. */
export function levelOfPatient(level: Level, drawn: Patient): Level {
  const own = { parameters: { ...level.patient.parameters }, initial: { ...level.patient.initial } };
  for (const spread of populationOf(level.trigger).spreads)
    own[spread.of === 'parameter' ? 'parameters' : 'initial'][spread.id] = drawnValue(spread, drawn);
  return { ...level, patient: { ...level.patient, ...own } };
}

/** Plays one drawn patient along what was done and along every arm. */
export function referencePatient(question: ReferenceQuestion, index: number): ReferencePatient {
  const { level, seed, played, arms, samples, ticks } = question;
  // Each for himself, not evenly spread as the debrief draws them.
  const own = levelOfPatient(level, drawPatient(level.trigger, seed, index, level.patient));
  const forks = arms.map((arm) => forkTick(played, arm));
  const runs = new Map<number, Run>();
  const values = new Float64Array(samples.length).fill(Number.NaN);
  const run: Run = { state: createGame(own, { seed: 1, mode: 'student' }), kept: createKeptTallies() };
  let endTick = Number.POSITIVE_INFINITY;
  playOn(own, run, played, ({ state, kept }) => {
    if (forks.includes(state.tick)) runs.set(state.tick, { state: cloneState(state), kept: { ...kept } });
    readSamples(samples, state, values);
  });
  if (run.state.outcome !== null) endTick = run.state.outcome.tick;
  return {
    played: keptOf(run, own),
    arms: arms.map((arm, place) => {
      const fork = runs.get(forks[place] as number);
      // The game was over before the arms part: nothing differs.
      if (fork === undefined) return keptOf(run, own);
      const other: Run = { state: cloneState(fork.state), kept: { ...fork.kept } };
      playOn(own, other, arm, () => {});
      return keptOf(other, own);
    }),
    logLikelihoods: ticks.map((tick) =>
      endTick <= tick
        ? Number.NEGATIVE_INFINITY
        : logLikelihoodOf(samples, values, samplesKnownAt(samples, tick)),
    ),
  };
}

/** First tick at which two lists of commands are not the same; infinite for equal ones. */
function forkTick(one: readonly TimedCommand[], other: readonly TimedCommand[]): number {
  const most = Math.max(one.length, other.length);
  for (let place = 0; place < most; place += 1) {
    const [a, b] = [one[place], other[place]];
    if (JSON.stringify(a) !== JSON.stringify(b)) return Math.min(a?.tick ?? Infinity, b?.tick ?? Infinity);
  }
  return Number.POSITIVE_INFINITY;
}

/** Plays to the end of the game; `look` sees every tick before its commands. */
function playOn(level: Level, run: Run, commands: readonly TimedCommand[], look: (run: Run) => void): void {
  const { state, kept } = run;
  const at = fromCommands(commands);
  look(run);
  while (state.outcome === null) {
    // What the rules refuse by now, as an order that runs already, is left out.
    step(
      state,
      level,
      at(state).filter((command) => checkCommand(state, level, command) === null),
    );
    addToKept(kept, state.endings, quantitiesOf(state.y, state.p), 1);
    look(run);
  }
}

function keptOf({ state, kept }: Run, level: Level): number {
  return keptChance({ kept, outcome: state.outcome, objectives: state.objectives }, level);
}

function readSamples(samples: readonly Sample[], state: EngineState, values: Float64Array): void {
  if (state.tick % TICKS_PER_HOUR !== 0) return;
  const hour = state.tick / TICKS_PER_HOUR;
  let now: Float64Array | null = null;
  for (const [place, sample] of samples.entries()) {
    if (sample.hour !== hour) continue;
    now ??= quantitiesOf(state.y, state.p);
    values[place] = now[sample.quantity] as number;
  }
}
