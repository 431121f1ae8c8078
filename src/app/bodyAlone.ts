import { simulate } from '../engine/simulate.ts';
import { snapshotOf } from '../engine/snapshot.ts';
import type { Level, Mode } from '../engine/types.ts';
import { QUANTITIES } from '../model/generated/system.ts';
import { addSample, emptyTrend, TICKS_PER_SAMPLE } from './trend.ts';
import type { Trend } from './types.ts';

/** The course of the same patient when nobody orders anything: simulated here and now, not stored. */
export function bodyAloneTrend(level: Level, mode: Mode, seed: number): Trend {
  let trend = emptyTrend(QUANTITIES.length);
  simulate(level, {
    mode,
    seed,
    onTick: (state) => {
      const sampled = state.tick % TICKS_PER_SAMPLE === 0 || state.outcome !== null;
      if (sampled) trend = addSample(trend, snapshotOf(state, level));
    },
  });
  return trend;
}
