/** What the pages of the debrief read and call. The store and the actions stand beside those of the game. */
import type { QuantityBand } from '../../analysis/debrief/future.ts';
import type { Debrief, Estimate, Mark } from '../../analysis/debrief/types.ts';
import type { DecisionLog, Level, Mode, OutcomeKind, Score, TimedCommand } from '../../engine/types.ts';
import type { Trend } from '../types.ts';

/** A course to compare with. 'bodyAlone', 'guideline' and 'bestKnown' are always there; others come from logs. */
export interface Ghost {
  /** Those three names, or a name of its own for a log. */
  readonly id: string;
  readonly kind: 'bodyAlone' | 'guideline' | 'bestKnown' | 'earlierSelf' | 'friend' | 'branch';
  /** Words for its chip and its line; already in the player's language. */
  readonly name: string;
  readonly shown: boolean;
  /** Null while it is being simulated, or waits to be shown for the first time. */
  readonly course: Course | null;
}

/** One whole game of the level, simulated. */
export interface Course {
  readonly commands: readonly TimedCommand[];
  readonly trend: Trend;
  readonly outcome: OutcomeKind;
  readonly endTick: number;
  readonly score: Score;
}

/** How much of a mark the player has asked to see. */
export type Revealed = 'question' | 'hint' | 'answer';

/** IL-6 (pg/mL) over like patients. */
export type Band = QuantityBand;

/** The two futures of a mark, over the patients of its estimate. */
export interface Futures {
  readonly mark: string;
  readonly played: Future;
  readonly best: Future;
}

export interface Future {
  readonly course: Course;
  readonly band: Band;
  /** P of keeping life, organs and guard, and of patients alike so many as kept them. */
  readonly kept: Estimate;
  readonly patients: number;
}

/** What could have been: the log with the player's changes to its decisions. */
export interface WhatIf {
  readonly commands: readonly TimedCommand[];
  /** Of `commands` without those that are left out; the course before while the next one is on its way. */
  readonly course: Course;
  /** Commands that the rules of play refuse at their tick in this course, such as a stop without an order. */
  readonly leftOut: readonly LeftOut[];
  /** Over like patients; null while a decision is being dragged or the band is on its way. */
  readonly future: Future | null;
}

/** A command that cannot be given in a changed course, with the sentence that says why. */
export interface LeftOut extends TimedCommand {
  readonly reason: string;
}

export interface DebriefState {
  /** The game that is looked back at; null before the first debrief. */
  readonly subject: DebriefSubject | null;
  /** 0 to 1 while the marks are made, then 1; 0 when it was called off. */
  readonly progress: number;
  readonly working: boolean;
  /** Why there are no marks, in words, or ''. */
  readonly failure: string;
  /** Marks that are ready: the most important first while it works, by time when it is done. */
  readonly marks: readonly Mark[];
  readonly result: Debrief | null;
  /** Id of the mark that is looked at, or ''. */
  readonly chosen: string;
  /** By id of mark; 'question' where nothing is said. */
  readonly revealed: Readonly<Record<string, Revealed>>;
  readonly ghosts: readonly Ghost[];
  /** Of the chosen mark once its answer is shown; null before. */
  readonly futures: Futures | null;
  readonly whatIf: WhatIf | null;
}

export interface DebriefSubject {
  readonly level: Level;
  readonly mode: Mode;
  readonly log: DecisionLog;
  /** Null for a moment, while a log that was not played here is simulated. */
  readonly course: Course | null;
}

export interface DebriefActions {
  /** Opens the debrief of a log, or of the game that has just ended when none is named, and begins to work. */
  open(log?: DecisionLog): void;
  /** Calls the work off; marks that are ready stay. */
  cancel(): void;
  /** Begins to work again after it was called off. */
  resume(): void;
  choose(mark: string): void;
  /** Shows the hint, or the answer, of a mark. */
  reveal(mark: string, how: Revealed): void;
  showGhost(id: string, shown: boolean): void;
  /** Adds the course of another log of the same level and shows it; false, with a notice, when it does not hold. */
  addGhost(
    source: string | DecisionLog,
    kind: 'earlierSelf' | 'friend' | 'branch',
    name: string,
  ): Promise<boolean>;
  /** Changes of the decisions in the panel of what could have been; call as often as the hand moves. */
  tryCommands(commands: readonly TimedCommand[]): void;
  /** The hand has let go: draw the band over like patients. */
  settleCommands(): void;
  /** Back to what was played. */
  resetCommands(): void;
  /**
   * Plays the level on from a tick as a branch of the subject (see branches/types.ts), with the commands before that
   * tick: those of the log, or of `commands` when they are given, less the ones that the rules refuse.
   */
  takeOver(tick: number, commands?: readonly TimedCommand[]): void;
}
