import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ClassState } from './types.ts';

export type ClassStore = StoreApi<ClassState>;

/** Nobody in a class: what stands in the store before start.ts has come. */
export const NO_CLASS: ClassState = {
  place: { part: 'doors', code: '' },
  door: null,
  student: null,
  teacher: null,
  files: { entries: [], done: 0, total: 0, boards: [] },
  busy: false,
  problem: '',
  hasServer: null,
  myRooms: [],
};

/** The store of the class. It stands apart from that of the game, which is set every frame. */
export function createClassStore(): ClassStore {
  return createStore<ClassState>(() => NO_CLASS);
}
