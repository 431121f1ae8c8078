/** The door to the comparison: its store is there from the start, what works in it comes when it is first wanted. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DecisionLog } from '../../engine/types.ts';
import type { AppStore } from '../store.ts';
import type { ComparisonSession } from './session.ts';
import { type ComparisonActions, type ComparisonState, NO_COMPARISON } from './types.ts';

export interface Comparison {
  readonly store: StoreApi<ComparisonState>;
  readonly actions: ComparisonActions;
}

type Load = (store: StoreApi<ComparisonState>) => Promise<ComparisonSession>;

/** @param load brings what does the work; asked once, and again when it did not come */
export function createComparison(app: AppStore, load: Load): Comparison {
  const store = createStore<ComparisonState>(() => NO_COMPARISON);
  let coming: Promise<ComparisonSession> | null = null;
  let session: ComparisonSession | null = null;
  const fetch = async (): Promise<ComparisonSession> => {
    coming ??= load(store).catch((error: unknown) => {
      coming = null;
      throw error;
    });
    session = await coming;
    return session;
  };
  let inScene: DecisionLog | null = null;
  app.subscribe((state) => {
    const { game } = state;
    const watched = game?.replay?.log ?? null;
    if (watched === inScene) return;
    const { subject, second } = store.getState();
    inScene = watched;
    // Turning to the other one of the two keeps the comparison; anything else ends it.
    if (subject && watched !== subject && (watched === null || watched !== second)) {
      session?.end();
      store.setState(NO_COMPARISON);
    }
  });
  const begin = async (): Promise<void> => {
    const started = await fetch();
    const { game } = app.getState();
    if (game?.replay && store.getState().subject === null) started.take(game.level, game.replay.log);
  };
  return {
    store,
    actions: {
      begin: () => void begin(),
      showGhost: (id, shown) => session?.showGhost(id, shown),
      addGhost: async (source, kind, name) => (await session?.addGhost(source, kind, name)) ?? false,
      putBeside: (id) => session?.putBeside(id),
      putInScene: async (which) => session?.putInScene(which),
    },
  };
}
