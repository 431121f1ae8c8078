/** The two futures of a mark: what was done, and the best that could have been done, over the patients of its estimate. */
import type { Looking } from './sessionState.ts';

/** Makes the futures of the chosen mark, once its answer is shown. */
export function showFutures(looking: Looking): void {
  const { chosen, revealed, futures } = looking.host.store.getState();
  if (chosen === '' || revealed[chosen] !== 'answer' || futures?.mark === chosen) return;
}
