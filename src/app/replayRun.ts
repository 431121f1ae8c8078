import type { Refusal } from '../engine/replay.ts';
import { createReplay } from '../engine/seek.ts';
import { snapshotOf } from '../engine/snapshot.ts';
import { stateHash } from '../engine/stateHash.ts';
import { step } from '../engine/step.ts';
import type { DecisionLog, Level } from '../engine/types.ts';
import type { ReplayRun } from './run.ts';
import { addSample, emptyTrend, isSampled } from './trend.ts';
import type { Trend } from './types.ts';

export type ReplayOpening = { readonly ok: true; readonly run: ReplayRun } | Refusal;

/** Simulates a log against its checkpoints; a run when all of it holds, otherwise where it parts from the game. */
export function createReplayRun(level: Level, log: DecisionLog): ReplayOpening {
  const replay = createReplay(level, log);
  if (!replay.ok) return replay;
  let state = replay.seek(0);
  let whole: Trend | null = null;
  const sampleAll = (): Trend => {
    const walker = replay.seek(0);
    let trend = emptyTrend(snapshotOf(walker, level).values.length);
    trend = addSample(trend, snapshotOf(walker, level));
    while (walker.outcome === null) {
      step(walker, level, replay.commandsAt(walker.tick));
      const snapshot = snapshotOf(walker, level);
      if (isSampled(snapshot)) trend = addSample(trend, snapshot);
    }
    return trend;
  };
  const run: ReplayRun = {
    kind: 'replay',
    level,
    mode: log.mode,
    seed: log.seed,
    fork: null,
    endTick: replay.endTick,
    log,
    score: replay.score,
    checkpointsMet: log.checkpoints.length,
    commands: () => log.commands,
    tick: () => step(state, level, replay.commandsAt(state.tick)),
    snapshot: () => snapshotOf(state, level),
    ended: () => state.outcome !== null,
    hash: () => stateHash(state),
    seek(tick) {
      state = replay.seek(tick);
    },
    stateAt: (tick) => replay.seek(tick),
    // A second walk through the game, taken only when the replay is first sought.
    get trend() {
      whole ??= sampleAll();
      return whole;
    },
  };
  return { ok: true, run };
}
