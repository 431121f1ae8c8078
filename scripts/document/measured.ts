/** What the pictures and the page both show of the model, computed once in a run. */
import { javascriptKernel } from '../../src/analysis/cohortKernel.ts';
import { type Dial, findThreshold, type Threshold } from '../../src/analysis/threshold.ts';

/** Relative width to which a threshold is closed in. */
const TOLERANCE = 0.001;

/** Remembers what a function gave for each key. */
export function once<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, compute(key));
    return known.get(key) as V;
  };
}

/** The threshold of a dial; null where there is none. */
export const thresholdOf = once((dial: Dial): Threshold | null =>
  findThreshold(javascriptKernel, dial, TOLERANCE),
);
