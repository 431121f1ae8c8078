import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DebriefState } from './types.ts';

export type DebriefStore = StoreApi<DebriefState>;

/** A debrief of nothing: what stands in the store before the first one, and what each one starts from. */
export const EMPTY_DEBRIEF: DebriefState = {
  subject: null,
  progress: 0,
  working: false,
  failure: '',
  marks: [],
  result: null,
  chosen: '',
  revealed: {},
  ghosts: [],
  futures: null,
  whatIf: null,
};

/** The store of the debrief. It changes seldom, so it stands apart from that of the game, which is set every frame. */
export function createDebriefStore(): DebriefStore {
  return createStore<DebriefState>(() => EMPTY_DEBRIEF);
}
