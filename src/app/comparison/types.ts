/** A replay beside other courses: ghost lines, and a second log at the same hour. */
import type { DecisionLog } from '../../engine/types.ts';
import type { Course, Ghost } from '../debrief/types.ts';

export interface ComparisonState {
  /** The log that was watched when the comparison began; null while nothing is compared. */
  readonly subject: DecisionLog | null;
  /** Its course; null while it is being simulated. */
  readonly first: Course | null;
  readonly ghosts: readonly Ghost[];
  /** Id of the ghost that stands beside the first log; '' for none. */
  readonly beside: string;
  /** The log of that ghost, once it has been in the scene. */
  readonly second: DecisionLog | null;
  /** Which of the two is in the scene. */
  readonly inScene: 'first' | 'second';
}

export interface ComparisonActions {
  /** Begins to compare the replay on the screen; does nothing when it is compared already. */
  begin(): void;
  showGhost(id: string, shown: boolean): void;
  /** Adds the course of another log of the same level and shows it; false, with a notice, when it does not hold. */
  addGhost(
    source: string | DecisionLog,
    kind: 'earlierSelf' | 'friend' | 'branch',
    name: string,
  ): Promise<boolean>;
  /** Puts a ghost beside the first log, or none with ''. The first log is then in the scene. */
  putBeside(id: string): void;
  /** Shows the first or the second log in the scene, at the same moment. */
  putInScene(which: 'first' | 'second'): Promise<void>;
}

/** What the comparison is when nothing is compared. */
export const NO_COMPARISON: ComparisonState = {
  subject: null,
  first: null,
  ghosts: [],
  beside: '',
  second: null,
  inScene: 'first',
};
