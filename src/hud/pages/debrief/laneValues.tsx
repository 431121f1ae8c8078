import type { VNode } from 'preact';
import type { Mark } from '../../../analysis/debrief/types.ts';
import { formatNumber } from '../../format.ts';
import type { TimeFrame } from './chartFrame.ts';
import type { Lane } from './laneFrame.ts';
import { changeOf, isNoted, nameOf, shownHour } from './markWords.ts';

const TICKS_PER_HOUR = 20;
const POINTS = 100;

interface LaneValuesProps {
  readonly marks: readonly Mark[];
  readonly lane: Lane;
  readonly time: TimeFrame;
  readonly chosen: Mark | null;
  /** Where the axis begins, its height, and the height of a row of badges, pixels. */
  readonly top: number;
  readonly height: number;
  readonly row: number;
}

/** The changes as bars with whiskers, below the badges; a thin line leads from each badge to its bar. */
export function LaneValues({ marks, lane, time, chosen, top, height, row }: LaneValuesProps): VNode {
  const { low, high, ticks } = lane.axis;
  const { left, right, rem } = time;
  const pad = 0.45 * rem;
  const y = (points: number): number => top + pad + ((high - points) / (high - low)) * (height - 2 * pad);
  return (
    <svg class="lane-values" width="100%" height={top + height} aria-hidden="true">
      {ticks.map((points) => (
        <g key={points}>
          <path class={points === 0 ? 'chart-axis' : 'chart-grid'} d={`M${left} ${y(points)}H${right}`} />
          <text class="chart-number" x={left - 0.5 * rem} y={y(points) + 0.27 * rem} text-anchor="end">
            {formatNumber(points, 0)}
          </text>
        </g>
      ))}
      {marks.filter(isNoted).map((mark) => {
        const placed = lane.places.get(mark.id);
        if (!placed) return null;
        const x = time.x(shownHour(mark));
        const from = (placed.row + 1) * row;
        return (
          <g key={mark.id} class={`lane-value sign-${nameOf(mark)}`}>
            <path class="lane-lead" d={`M${placed.x} ${from}L${x} ${y(changeOf(mark).value * POINTS)}`} />
            {mark.kind !== 'decision' && (
              <path
                class="lane-span"
                d={`M${time.x(mark.fromTick / TICKS_PER_HOUR)} ${y(0)}H${time.x(mark.toTick / TICKS_PER_HOUR)}`}
              />
            )}
            <Whisker mark={mark} x={x} y={y} rem={rem} isChosen={mark.id === chosen?.id} />
          </g>
        );
      })}
    </svg>
  );
}

interface WhiskerProps {
  readonly mark: Mark;
  readonly x: number;
  readonly y: (points: number) => number;
  readonly rem: number;
  readonly isChosen: boolean;
}

function Whisker({ mark, x, y, rem, isChosen }: WhiskerProps): VNode {
  const { value, low, high } = changeOf(mark);
  const [at, bottom, top] = [y(value * POINTS), y(low * POINTS), y(high * POINTS)];
  const cap = 0.32 * rem;
  const half = 0.28 * rem;
  return (
    <>
      <rect
        class="lane-bar"
        x={x - half}
        y={Math.min(at, y(0))}
        width={2 * half}
        height={Math.abs(at - y(0))}
      />
      <path
        class="lane-whisker"
        d={`M${x - cap} ${top}H${x + cap}M${x} ${top}V${bottom}M${x - cap} ${bottom}H${x + cap}`}
      />
      <circle
        class={isChosen ? 'lane-dot chosen' : 'lane-dot'}
        cx={x}
        cy={at}
        r={(isChosen ? 0.36 : 0.27) * rem}
      />
    </>
  );
}
