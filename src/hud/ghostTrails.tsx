/** The trail of the timeline as a drawing, and the ghosts behind it. */
import { Q } from '../model/generated/system.ts';
import { useComparison, useGame } from './appContext.ts';
import { GHOST_DASHES, ghostColour, ghostLines, sameLines } from './ghostLines.ts';
import { thin } from './sparkline.ts';

/** Width and height of the drawing; it is stretched to the lane. */
export const TRAIL_WIDTH = 1000;
export const TRAIL_HEIGHT = 24;
/** IL-6 from 1 to 10 000 pg/mL over the height of the trail. */
const DECADES = 4;
const MOST_POINTS = 160;

/** IL-6 of the ghosts that are shown beside a replay, thin behind its own. */
export function GhostTrails() {
  const lines = useComparison(ghostLines, sameLines);
  const horizon = useGame((game) => game.level.horizonHours);
  if (lines.length === 0) return null;
  return (
    <svg
      class="trail"
      viewBox={`0 0 ${TRAIL_WIDTH} ${TRAIL_HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {lines.map(({ id, kind, course: { trend } }) => {
        const series = trend.series[Q.IL6] ?? [];
        const points = trend.hours.map((hour, index) => ({ hour, value: series[index] ?? Number.NaN }));
        return (
          <path
            key={id}
            class="ghost-trail"
            d={trailPath(
              thin(points, MOST_POINTS).map(({ hour, value }) => trailPoint(hour, value, horizon)),
            )}
            stroke-dasharray={GHOST_DASHES[kind].join(' ')}
            style={{ stroke: `var(${ghostColour(kind)})` }}
          />
        );
      })}
    </svg>
  );
}

export interface TrailPoint {
  readonly x: number;
  readonly y: number;
}

/** The path through points of the trail. */
export function trailPath(points: readonly TrailPoint[]): string {
  return points
    .map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(2)}`)
    .join('');
}

/** Where an IL-6 in pg/mL lies on the trail at an hour of a level of `horizon` hours. */
export function trailPoint(hour: number, value: number, horizon: number): TrailPoint {
  return {
    x: (hour / horizon) * TRAIL_WIDTH,
    y: TRAIL_HEIGHT * (1 - Math.min(1, Math.max(0, Math.log10(Math.max(value, 1)) / DECADES))),
  };
}
