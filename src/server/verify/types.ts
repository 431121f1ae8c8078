/** Re-simulation of what students hand in, away from the thread that serves them. */
import type { OutcomeKind } from '../../engine/types.ts';
import type { Problem } from '../../schema/problem.ts';

/** What the log must be of. */
export interface Expected {
  readonly levelId: string;
  readonly levelHash: string;
  readonly mode: 'student' | 'clinician';
  readonly seed: number;
}

/** A log that holds: everything in it was re-simulated and is equal. */
export interface Verified {
  readonly ok: true;
  /** Canonical text: one log, one text. */
  readonly log: string;
  readonly logHash: string;
  readonly commandsHash: string;
  readonly commandCount: number;
  readonly score: number;
  readonly outcome: OutcomeKind;
  readonly endTick: number;
  readonly pauses: number;
  readonly pausedSeconds: number;
}

export type Verdict =
  | Verified
  /** The text is no log: the problem names the field. */
  | { readonly ok: false; readonly code: 'form'; readonly problem: Problem }
  /** A log of another level, mode or patient than the room's. */
  | { readonly ok: false; readonly code: 'otherLevel' | 'otherMode' | 'otherSeed' }
  /** A RefusalCode of the engine, with the tick at which log and game part. */
  | {
      readonly ok: false;
      readonly code: 'replay';
      readonly refusal: string;
      readonly tick: number;
      readonly values: Readonly<Record<string, string | number>>;
    }
  /** It took longer, or more memory, than any legal log takes, or broke its thread: twice. */
  | { readonly ok: false; readonly code: 'tooSlow' };

export interface Verifier {
  /** Never rejects for what the text holds. 'busy' when the queue is full: the page tries again. */
  verify(text: string, expected: Expected): Promise<Verdict | 'busy'>;
  /** Logs that wait or are being played. */
  waiting(): number;
  close(): Promise<void>;
}
