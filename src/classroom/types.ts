/** A class as it is looked back at: every game verified, made into rows, curves and a lesson. The same in page, server and command line. */
import type { Command, DecisionLog, OutcomeKind } from '../engine/types.ts';

/** A log with the one who played it, as it comes from a room or from a file. */
export interface NamedLog {
  /** Key of the row: a seat, or the place in the list of files. */
  readonly id: string;
  /** In words, as it is shown. */
  readonly name: string;
  readonly log: DecisionLog;
  /** Received after the room was closed. */
  readonly late?: boolean;
}

/** A treatment on the time axis of the map. Stops and laboratory orders are in the log and not here. */
export interface MapMark {
  readonly hour: number;
  readonly command: Command;
}

/** One game of the class, re-simulated. */
export interface ClassRow extends NamedLog {
  readonly score: number;
  readonly outcome: OutcomeKind;
  readonly endHour: number;
  readonly pauses: number;
  readonly pausedSeconds: number;
  /** In the order of time. */
  readonly marks: readonly MapMark[];
  /** IL-6 of the patient, pg/mL, at hour 0, 1, 2, ... to the end of the game. */
  readonly il6: readonly number[];
  /** Place by score; equal scores share it. */
  readonly rank: number;
}

/** IL-6 of the class by the hour, over the games that are still going on at that hour. */
export interface Il6Fan {
  readonly hours: readonly number[];
  /** pg/mL: quantiles .1, .25, .5, .75, .9 by hour; as long as `hours`. */
  readonly p10: readonly number[];
  readonly p25: readonly number[];
  readonly median: readonly number[];
  readonly p75: readonly number[];
  readonly p90: readonly number[];
  /** Games behind each hour. */
  readonly count: readonly number[];
}

/** A yes-or-no question about a log that parts those who recovered from those who did not. */
export interface Separation {
  readonly kind: 'before' | 'ever' | 'never' | 'highestDose';
  readonly treatment: string;
  readonly regimen: string | null;
  /** For 'before'. */
  readonly hour: number | null;
  /** Of those who did it, and of those who did not: how many recovered of how many. */
  readonly did: { readonly won: number; readonly of: number };
  readonly didNot: { readonly won: number; readonly of: number };
  /** Chance that a question as good as this one is found when outcomes are dealt at random among the logs. */
  readonly p: number;
  /** True when p is at most .05: only then may the page say that it separated them. */
  readonly isClear: boolean;
}

/** Everything the decision map shows. */
export interface ClassMap {
  readonly rows: readonly ClassRow[];
  readonly bestKnown: ClassRow | null;
  readonly guideline: ClassRow;
  readonly fan: Il6Fan;
  /** Null when fewer than six games, or when all ended alike. */
  readonly separation: Separation | null;
  /** Window in hours in which the best known course gives its treatments that dampen; null without. */
  readonly bestWindow: { readonly from: number; readonly to: number } | null;
  readonly outcomes: Readonly<Record<OutcomeKind, number>>;
}
