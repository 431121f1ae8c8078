/** What the browser's screens read and call. No Phaser, no DOM nodes in here. */
import type { Recorder } from '../engine/log.ts';
import type { EngineState } from '../engine/state.ts';
import type {
  Command,
  CommandError,
  DecisionLog,
  EngineEvent,
  Level,
  Mode,
  Score,
  Snapshot,
  TimedCommand,
} from '../engine/types.ts';
import type { Fork } from './branches/types.ts';

export const SPEEDS = [0.5, 1, 2, 4] as const;
export type Speed = (typeof SPEEDS)[number];

/** Values of every quantity sampled through the game, for charts and the timeline. */
export interface Trend {
  /** Hours of the samples, ascending. */
  readonly hours: readonly number[];
  /** One array per quantity, in the order of QUANTITIES, as long as `hours`. */
  readonly series: readonly (readonly number[])[];
}

/** One game on the screen: being played, or replayed from a log. */
export interface GameView {
  readonly kind: 'play' | 'replay';
  readonly level: Level;
  readonly mode: Mode;
  readonly seed: number;
  /** The last two snapshots; the scene draws between them. */
  readonly before: Snapshot;
  readonly now: Snapshot;
  readonly trend: Trend;
  /** Every command given so far (play) or in the whole log (replay). */
  readonly commands: readonly TimedCommand[];
  readonly running: boolean;
  readonly speed: Speed;
  /** What the speed is multiplied by: 1, or less for a seat of a class that plays more slowly. */
  readonly pace: number;
  /** Set when the game has ended. */
  readonly result: { readonly score: Score; readonly log: DecisionLog } | null;
  /** Last tick of the replayed log; the horizon while playing. */
  readonly endTick: number;
  /** Where the game hangs that it was taken over from; null for one that began at tick 0, and for a replay. */
  readonly fork: Fork | null;
  /** Set while a log is watched. */
  readonly replay: ReplayView | null;
}

/** A log on the screen. It was re-simulated from its commands before it was shown. */
export interface ReplayView {
  readonly log: DecisionLog;
  /** Re-simulated, not read from the log. */
  readonly score: Score;
  /** Checkpoints of the log whose state hash was met; all of them, or the log would have been refused. */
  readonly checkpointsMet: number;
}

/** Where a game begins that was taken over from another one. The game takes both for its own. */
export interface Beginning {
  readonly state: EngineState;
  /** Commands and checkpoints before the tick of `state`. */
  readonly recorder: Recorder;
}

/** A game that is taken over from another one. The new game takes `state`, `recorder` and `trend` for its own. */
export interface TakenOver extends Beginning {
  readonly level: Level;
  /** The game that it leaves. */
  readonly parent: DecisionLog;
  /** Samples up to the tick of `state`. */
  readonly trend: Trend;
}

export type Page =
  | 'menu'
  | 'briefing'
  | 'game'
  | 'end'
  | 'debrief'
  | 'branches'
  | 'class'
  | 'about'
  | 'model';

/** Where the page about the model is open. */
export interface ModelPlace {
  /** Id of what is looked up: a quantity, a parameter, a process, a section; '' for the top. */
  readonly at: string;
  /** The page that it was opened from, to go back to. */
  readonly from: Exclude<Page, 'model'>;
}

export interface Settings {
  readonly muted: boolean;
  readonly volume: number;
  readonly captions: boolean;
  /** 'system' follows prefers-reduced-motion. */
  readonly motion: 'system' | 'full' | 'reduced';
  readonly theme: 'night' | 'projector';
  /** The words for the first minute were put away, or an order was given. */
  readonly hintSeen: boolean;
}

/** A sentence for the player, already in words. */
export interface Notice {
  readonly id: number;
  readonly kind: 'info' | 'refused' | 'error';
  readonly text: string;
}

export interface AppState {
  readonly page: Page;
  readonly modelPlace: ModelPlace;
  /** Level whose briefing is open. */
  readonly chosenLevel: Level | null;
  readonly game: GameView | null;
  readonly notice: Notice | null;
  /** Caption of the last sound, or ''. */
  readonly caption: string;
  readonly settings: Settings;
  /** False when WebGL is missing: the game is then played on the DOM alone. */
  readonly sceneAvailable: boolean;
  /** Every level there is, in the order of the menu. */
  readonly levels: readonly Level[];
  /** What the address asked for: used by the briefing for the games that it starts. */
  readonly wishes: { readonly seed: number | null; readonly mode: Mode | null };
  readonly savedLogs: readonly SavedLog[];
  /** The game that the debrief looks back at; null before the first one. */
  readonly debriefed: DecisionLog | null;
  /** Why logs cannot be kept in this browser, or ''. */
  readonly storageProblem: string;
}

export interface SavedLog {
  readonly key: number;
  readonly savedAt: string;
  readonly log: DecisionLog;
}

/** What a control may ask for. Implemented once in app/session.ts. */
export interface Actions {
  openMenu(): void;
  openAbout(): void;
  /** The page about the model, at the quantity `at` or at its top. A game, or a replay, is paused and kept. */
  openModel(at?: string): void;
  /** Back to where the page about the model was opened. */
  leaveModel(): void;
  /** The page that the address bar names, if it can be shown now; the menu otherwise. Pauses a game that is left. */
  openPage(page: Page): void;
  chooseLevel(level: Level): void;
  startGame(level: Level, mode: Mode, seed?: number): void;
  /** Starts a replay, or says in a notice what is wrong with the text. The current game stays untouched then. */
  openLogText(text: string): Promise<void>;
  replayLog(log: DecisionLog): void;
  /** Checks and gives a command at the next tick; the refusal is also put into `notice`. */
  command(command: Command): CommandError | null;
  setRunning(running: boolean): void;
  setSpeed(speed: Speed): void;
  /** Slows the clock of the player's own game that is on the screen; declared in its log, as a speed is. */
  setPace(pace: number): void;
  /** Advances by whole hours at once and pauses. */
  stepHours(hours: number): void;
  /** Replay only: jump to a tick. */
  seek(tick: number): void;
  /** Replay only: jump to the decision before (-1) or after (1) the present tick. */
  seekDecision(direction: -1 | 1): void;
  /** Ends the replay and goes back to the debrief that it was opened from, to the game that it interrupted, or to the menu. */
  leaveReplay(): void;
  /** Replay only: plays the level on from a tick of the log, or from the present one, as a branch of it. */
  takeOver(tick?: number): void;
  /** Starts a game in the middle, paused, as a branch of another one. */
  playOn(taken: TakenOver): void;
  /** Takes one log off the shelf of this browser. */
  removeSavedLog(key: number): Promise<void>;
  /** Shows a sentence until it is dismissed or another takes its place. */
  notify(kind: Notice['kind'], text: string): void;
  /**
   * Puts a game on the screen, paused, that another device of the player held, given as text. False, and nothing has
   * changed, when it does not fit the model and the levels of this page.
   */
  takeUpGame(held: string): boolean;
  /** Keeps the player's own game in this browser for a later visit. Called when the page may be about to go. */
  holdGame(): void;
  /** Takes the game off this page. What is held in this browser stays there, and is not written again from here. */
  dropGame(): void;
  /** Hash of the state on the screen, or '' without a game. */
  stateHash(): string;
  setSettings(change: Partial<Settings>): void;
  dismissNotice(): void;
  /** Called by the frame loop with real milliseconds. Returns the fraction of a tick reached, 0 to 1. */
  advance(milliseconds: number): number;
  onEvents(listener: (events: readonly EngineEvent[]) => void): () => void;
}
