import type { Refusal } from '../engine/replay.ts';
import { createReplay } from '../engine/seek.ts';
import { snapshotOf } from '../engine/snapshot.ts';
import { stateHash } from '../engine/stateHash.ts';
import { step } from '../engine/step.ts';
import type { DecisionLog, Level } from '../engine/types.ts';
import { QUANTITIES } from '../model/generated/system.ts';
import type { ReplayRun } from './run.ts';
import { addSample, emptyTrend, isSampled } from './trend.ts';

export type ReplayOpening = { readonly ok: true; readonly run: ReplayRun } | Refusal;

/** Simulates a log against its checkpoints; a run when all of it holds, otherwise where it parts from the game. */
export function createReplayRun(level: Level, log: DecisionLog): ReplayOpening {
  // Sampled while the log is verified: a second walk through the game would make the first jump wait.
  let trend = emptyTrend(QUANTITIES.length);
  const replay = createReplay(level, log, (walked) => {
    if (isSampled(walked)) trend = addSample(trend, snapshotOf(walked, level));
  });
  if (!replay.ok) return replay;
  let state = replay.seek(0);
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
    trend,
  };
  return { ok: true, run };
}
