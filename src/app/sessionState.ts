import type { EngineEvent } from '../engine/types.ts';
import type { Forks } from './branches/types.ts';
import type { HeldGames } from './heldGame.ts';
import type { Run } from './run.ts';
import type { SavedLogs } from './savedLogs.ts';
import type { AppStore } from './store.ts';
import { addSample, emptyTrend } from './trend.ts';
import type { GameView, Notice, Page, Settings, Speed } from './types.ts';

/** What the session needs of the world around it. Tests hand in clocks that they turn themselves. */
export interface SessionHost {
  readonly store: AppStore;
  readonly savedLogs: SavedLogs;
  /** Where a game that has not ended waits for the next visit. */
  readonly heldGames: HeldGames;
  /** Absent where no branches are kept: a game that is taken over is then one like any other. */
  readonly forks?: Forks;
  /** Keeps the settings for the next visit; false when the browser refused. */
  saveSettings(settings: Settings): boolean;
  /** Milliseconds of a clock that never goes back. */
  now(): number;
  /** The moment in ISO 8601, for the list of saved games. */
  date(): string;
  /** Does something later; the returned function calls it off. */
  later(milliseconds: number, work: () => void): () => void;
  /** A seed for a game that names none, 0 to 2^32 - 1. */
  newSeed(): number;
}

/** A game set aside while a log is watched. */
export interface GameAside {
  readonly run: Run;
  readonly view: GameView;
}

/** What the session holds outside the store. */
export interface SessionState {
  readonly host: SessionHost;
  readonly listeners: Set<(events: readonly EngineEvent[]) => void>;
  run: Run | null;
  aside: GameAside | null;
  /** The page that leaving a replay leads back to; null for the game that was set aside, or the menu. */
  replayFrom: Page | null;
  /** Fraction of the next tick that the clock has reached. */
  fraction: number;
  /** Since when the player's own game has been paused; null while it runs. */
  pausedAt: { readonly tick: number; readonly at: number } | null;
  /** When the player's own game was last kept for a later visit, in the milliseconds of the host's clock. */
  heldAt: number;
  /** Calls off the turn to the end screen. */
  cancelEnding: () => void;
  notices: number;
}

export function createSessionState(host: SessionHost): SessionState {
  return {
    host,
    listeners: new Set(),
    run: null,
    aside: null,
    replayFrom: null,
    fraction: 0,
    pausedAt: null,
    heldAt: 0,
    cancelEnding: () => undefined,
    notices: 0,
  };
}

/** Shows a sentence; a new number makes the page show the same sentence twice. */
export function notify(session: SessionState, kind: Notice['kind'], text: string): void {
  session.notices += 1;
  session.host.store.setState({ notice: { id: session.notices, kind, text } });
}

/** Changes the game on the screen, if there is one. */
export function changeGame(session: SessionState, change: Partial<GameView>): void {
  const { game } = session.host.store.getState();
  if (game) session.host.store.setState({ game: { ...game, ...change } });
}

/** The first view of a run that stands at its start. */
export function firstView(run: Run, speed: Speed, running: boolean): GameView {
  const now = run.snapshot();
  return {
    kind: run.kind,
    level: run.level,
    mode: run.mode,
    seed: run.seed,
    before: now,
    now,
    trend: addSample(emptyTrend(now.values.length), now),
    commands: run.commands(),
    running,
    speed,
    pace: 1,
    result: null,
    endTick: run.endTick,
    fork: run.fork,
    replay: null,
  };
}
