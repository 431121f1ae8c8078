/** Playing on from the middle of a game: the one that begins is the player's own, and hangs on the other as a branch. */
import { createRecorder, type Recorder } from '../engine/log.ts';
import { hoursOf } from '../engine/time.ts';
import type { DecisionLog } from '../engine/types.ts';
import { beginOwnGame, beginPause } from './playing.ts';
import { createPlayRun } from './playRun.ts';
import { isReplay } from './run.ts';
import { firstView, type SessionState } from './sessionState.ts';
import { trendUntil } from './trend.ts';
import type { TakenOver } from './types.ts';

/** Takes over the replay on the screen at a tick of it; nothing happens without a replay. */
export function takeOverReplay(session: SessionState, tick: number | undefined): void {
  const { run } = session;
  const { game } = session.host.store.getState();
  if (!isReplay(run) || !game) return;
  // A game that has ended cannot be played on.
  const from = Math.min(Math.max(Math.round(tick ?? game.now.tick), 0), run.endTick - 1);
  playOn(session, {
    level: run.level,
    parent: run.log,
    state: run.stateAt(from),
    recorder: recordedUntil(run.log, from),
    trend: trendUntil(run.trend, hoursOf(from)),
  });
}

/** Commands and checkpoints of a log before a tick. */
function recordedUntil({ commands, checkpoints }: DecisionLog, tick: number): Recorder {
  const recorder = createRecorder();
  recorder.commands.push(...commands.filter((given) => given.tick < tick));
  recorder.checkpoints.push(...checkpoints.filter((point) => point.tick < tick));
  return recorder;
}

/** Puts a game on the screen that begins in the middle, paused, so that the player can look before time goes on. */
export function playOn(session: SessionState, taken: TakenOver): void {
  const { host } = session;
  const { level, parent, state, recorder, trend } = taken;
  const speed = host.store.getState().game?.speed ?? 1;
  const fork = host.forks?.fork(parent, state.tick) ?? null;
  const run = createPlayRun(level, state.mode, state.seed, { beginning: { state, recorder }, fork });
  host.store.setState({ chosenLevel: level });
  beginOwnGame(session, run, { ...firstView(run, speed, false), trend });
  beginPause(session);
}
