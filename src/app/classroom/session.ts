import type { HeldGames } from '../heldGame.ts';
import type { AppStore } from '../store.ts';
import type { Actions } from '../types.ts';
import type { ClassCalls } from './door.ts';
import type { ClassStore } from './store.ts';

export interface ClassHost {
  readonly store: ClassStore;
  readonly app: AppStore;
  readonly actions: Actions;
  readonly heldGames: HeldGames;
}

export function createClassSession(_host: ClassHost): ClassCalls {
  throw new Error('The class is on its way.');
}
