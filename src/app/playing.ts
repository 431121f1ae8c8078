/** Time and decisions: what moves a game forward, whether it is played or watched. */
import type { Command, CommandError, EngineEvent } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { commandErrorText } from '../text/refusalText.ts';
import { readClock } from './clock.ts';
import type { PlayRun, Run } from './run.ts';
import type { Stored } from './savedLogs.ts';
import { changeGame, firstView, notify, type SessionState } from './sessionState.ts';
import { addSample, isSampled } from './trend.ts';
import type { GameView, SavedLog, Speed } from './types.ts';

const TICKS_PER_HOUR = 20;

/** The last picture stays this long before the end screen takes its place. */
const CALM_MOMENT_MILLISECONDS = 2400;

/** Real time that a closed page may cost at most, while the game runs without a decision. */
const HOLD_MILLISECONDS = 10_000;

function isPlay(run: Run | null): run is PlayRun {
  return run?.kind === 'play';
}

/** Puts a run on the screen, at its start. */
export function showRun(session: SessionState, run: Run, view: GameView): void {
  session.cancelEnding();
  session.run = run;
  session.fraction = 0;
  session.pausedAt = null;
  session.host.store.setState({ game: view, page: 'game', notice: null });
}

/** Starts the player's own game; it runs at once. */
export function startRun(session: SessionState, run: PlayRun, speed: Speed): void {
  beginOwnGame(session, run, firstView(run, speed, true));
}

/** Puts the player's own game on the screen in the place of any other. */
export function beginOwnGame(session: SessionState, run: PlayRun, view: GameView): void {
  session.aside = null;
  session.replayFrom = null;
  session.host.heldGames.clear();
  run.declareSpeed(view.now.tick, view.speed * view.pace);
  showRun(session, run, view);
}

/** One frame: takes the ticks that are due and sets the store once. Returns the fraction of a tick reached. */
export function advance(session: SessionState, milliseconds: number): number {
  const { game, page } = session.host.store.getState();
  if (!game?.running || page !== 'game' || !session.run) return session.fraction;
  const reading = readClock(session.fraction, milliseconds, game.speed * game.pace);
  session.fraction = reading.fraction;
  if (reading.ticks > 0) takeTicks(session, session.run, game, reading.ticks, false);
  return session.fraction;
}

/** Advances by whole hours at once, then pauses. Stops early where the game ends. */
export function stepHours(session: SessionState, hours: number): void {
  setRunning(session, false);
  const { game } = session.host.store.getState();
  if (!game || !session.run || session.run.ended()) return;
  endPause(session);
  takeTicks(session, session.run, game, Math.round(hours * TICKS_PER_HOUR), true);
  beginPause(session);
}

function takeTicks(session: SessionState, run: Run, game: GameView, ticks: number, jump: boolean): void {
  const events: EngineEvent[] = [];
  let { before, now, trend } = game;
  for (let taken = 0; taken < ticks && !run.ended(); taken += 1) {
    events.push(...run.tick());
    before = now;
    now = run.snapshot();
    if (isSampled(now)) trend = addSample(trend, now);
  }
  const ended = run.ended();
  // After a jump, and at the end, the picture stands exactly on the moment reached.
  if (jump || ended) before = now;
  const result = ended && isPlay(run) ? run.result() : game.result;
  changeGame(session, {
    before,
    now,
    trend,
    commands: run.commands(),
    running: game.running && !ended,
    result,
  });
  emit(session, events);
  if (ended && isPlay(run)) finish(session, run);
  else if (jump || session.host.now() - session.heldAt >= HOLD_MILLISECONDS) holdGame(session);
}

function emit(session: SessionState, events: readonly EngineEvent[]): void {
  if (events.length > 0) for (const listener of session.listeners) listener(events);
}

function finish(session: SessionState, run: PlayRun): void {
  const { host } = session;
  const { game } = host.store.getState();
  if (!game?.result) return;
  host.heldGames.clear();
  if (run.fork) host.forks?.addBranch(run.fork, game.result.log);
  session.cancelEnding = host.later(CALM_MOMENT_MILLISECONDS, () => {
    if (session.run === run && host.store.getState().page === 'game') host.store.setState({ page: 'end' });
  });
  void host.savedLogs.keep(game.result.log, host.date()).then((stored) => showShelf(session, stored));
}

/** Puts what the shelf answered on the screen, or the sentence why it could not. */
export function showShelf(session: SessionState, stored: Stored<readonly SavedLog[]>): void {
  if (stored.ok) session.host.store.setState({ savedLogs: stored.value, storageProblem: '' });
  else session.host.store.setState({ storageProblem: t(`app.storage.${stored.problem}`) });
}

/** Gives a command at the next tick; a refusal changes nothing and is said in words. */
export function giveCommand(session: SessionState, command: Command): CommandError | null {
  const { game } = session.host.store.getState();
  if (!game || !isPlay(session.run)) {
    notify(session, 'refused', t('app.replayTakesNoOrders'));
    return { code: 'ended', values: {} };
  }
  const refusal = session.run.command(command);
  if (refusal) {
    notify(session, 'refused', commandErrorText(refusal));
    return refusal;
  }
  const { run } = session;
  session.host.store.setState({
    game: { ...game, now: run.snapshot(), commands: run.commands() },
    notice: null,
  });
  emit(session, [{ type: 'command', tick: game.now.tick, command }]);
  holdGame(session);
  return null;
}

export function setRunning(session: SessionState, running: boolean): void {
  const { game } = session.host.store.getState();
  if (!game || !session.run || game.running === running || (running && session.run.ended())) return;
  if (running) endPause(session);
  else beginPause(session);
  changeGame(session, { running });
}

export function setSpeed(session: SessionState, speed: Speed): void {
  const { game } = session.host.store.getState();
  if (!game || game.speed === speed) return;
  if (isPlay(session.run)) session.run.declareSpeed(game.now.tick, speed * game.pace);
  changeGame(session, { speed });
}

/** A replay, and a game that has ended, keep the pace that they have. */
export function setPace(session: SessionState, pace: number): void {
  const { game } = session.host.store.getState();
  if (!game || !isPlay(session.run) || session.run.ended() || game.pace === pace) return;
  session.run.declareSpeed(game.now.tick, game.speed * pace);
  changeGame(session, { pace });
}

/** Counts the time from now on as a pause, until the game runs. */
export function beginPause(session: SessionState): void {
  const { game } = session.host.store.getState();
  if (game && session.pausedAt === null) session.pausedAt = { tick: game.now.tick, at: session.host.now() };
}

function endPause(session: SessionState): void {
  const { run } = session;
  const pause = openPause(session);
  session.pausedAt = null;
  if (pause && isPlay(run)) run.declarePause(pause.tick, pause.seconds);
}

/** The pause that is going on, to a tenth of a second; null without one. */
function openPause({ pausedAt, host }: SessionState): { tick: number; seconds: number } | null {
  if (pausedAt === null) return null;
  const seconds = Math.round((host.now() - pausedAt.at) / 100) / 10;
  return seconds > 0 ? { tick: pausedAt.tick, seconds } : null;
}

/** Keeps the player's own game for a later visit, also while a log is watched. */
export function holdGame(session: SessionState): void {
  const { run, aside, host } = session;
  const own = isPlay(run) ? run : (aside?.run ?? null);
  if (!isPlay(own) || own.ended()) return;
  session.heldAt = host.now();
  const pace = (own === run ? host.store.getState().game : aside?.view)?.pace ?? 1;
  const game = { ...own.soFar(), ...(pace !== 1 && { pace }) };
  const pause = own === run ? openPause(session) : null;
  host.heldGames.write(pause ? { ...game, pauses: [...game.pauses, pause] } : game);
}
