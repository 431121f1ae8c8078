/** What the class needs of the world around it. Tests hand in clocks that they turn themselves, and a real server. */
import type { DecisionLog, Level } from '../../engine/types.ts';
import type { HeldGameStorage, HeldGames } from '../heldGame.ts';
import type { AppStore } from '../store.ts';
import type { Actions } from '../types.ts';
import type { ClassApi } from './api.ts';
import type { Answer, Refusal } from './call.ts';
import type { ExportedFile } from './exports.ts';
import type { Live, LiveListener } from './live.ts';
import type { OutboxShelf } from './outboxShelf.ts';
import { refusalSentence } from './refusalSentence.ts';
import type { ClassStore } from './store.ts';
import type { TabLine } from './tabLine.ts';
import type { ClassPlace } from './types.ts';

/** What the first page has already. */
export interface ClassParts {
  readonly store: ClassStore;
  readonly app: AppStore;
  readonly actions: Actions;
  readonly heldGames: HeldGames;
  /** The best known log of a level; null where there is none. */
  bestLog(level: Level): Promise<DecisionLog | null>;
}

/** What the page is told by its browser. Each function calls back until the page is gone. */
export interface PageSigns {
  isVisible(): boolean;
  onVisible(work: () => void): void;
  /** Before the page is hidden, or closed. */
  onHidden(work: () => void): void;
  onOnline(work: () => void): void;
  /** When the page is about to be closed, or left for another. */
  onClosing(work: () => void): void;
}

export interface ClassHost extends ClassParts {
  readonly api: ClassApi;
  storage(): HeldGameStorage;
  readonly shelf: OutboxShelf;
  readonly signs: PageSigns;
  /** Null where tabs of one browser cannot talk to each other. */
  readonly tabs: TabLine | null;
  /** Address of this page without its fragment. */
  readonly base: string;
  listen(token: string, listener: LiveListener): Live;
  /** Hands a file to the browser to save. */
  saveFile(file: ExportedFile): void;
  later(milliseconds: number, work: () => void): () => void;
  random(): number;
  /** The moment in ISO 8601. */
  date(): string;
}

/** Shows a place of the class. */
export function goTo({ store, actions }: Pick<ClassParts, 'store' | 'actions'>, place: ClassPlace): void {
  store.setState({ place, problem: '' });
  actions.openPage('class');
}

/** Does a call while the page shows that it waits; what went wrong is shown in words, and comes back as null. */
export async function attempt<T>(store: ClassStore, work: () => Promise<Answer<T>>): Promise<T | null> {
  store.setState({ busy: true, problem: '' });
  const answer = await work();
  store.setState({ busy: false });
  if (answer.ok) return answer.value;
  showRefusal(store, answer.refusal);
  return null;
}

function showRefusal(store: ClassStore, refusal: Refusal): void {
  store.setState({ problem: refusalSentence(refusal) });
}
