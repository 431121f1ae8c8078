import type { VNode } from 'preact';
import type { GameView, Trend } from '../../app/types.ts';
import { Q } from '../../model/generated/system.ts';
import { formatNumber } from '../format.ts';
import {
  type Decades,
  decadesOf,
  type Frame,
  IL6_HEIGHT,
  LABEL_WIDTH,
  linePath,
  logY,
  seriesOf,
  TOP,
  xOf,
} from './chartAxes.ts';
import { t } from './endWords.ts';

const TICKS_PER_HOUR = 20;

/** Words closer than this, in pixels of the drawing, would lie on each other. */
const LABEL_HEIGHT = 17;

/** Above 1000 pg/mL the level speaks of a storm. */
const STORM = 1000;

export interface ChartProps {
  readonly game: GameView;
  readonly alone: Trend;
  readonly frame: Frame;
}

/** IL-6 on a log axis, with the body alone behind it and a mark for each decision. */
export function Il6Chart({ game, alone, frame }: ChartProps): VNode {
  const horizon = game.level.horizonHours;
  const own = seriesOf(game.trend, Q.IL6);
  const ghost = seriesOf(alone, Q.IL6);
  const decades = decadesOf(own, ghost);
  const x = (hour: number) => xOf(hour, horizon, frame);
  const y = (value: number) => logY(value, decades);
  // Where both courses end at one place, the ghost's name gives way.
  const [ownEnd, ghostEnd] = [y(own.at(-1) ?? 1), y(ghost.at(-1) ?? 1)];
  const near =
    Math.abs(ownEnd - ghostEnd) < LABEL_HEIGHT &&
    Math.abs(x(game.now.hour) - x(alone.hours.at(-1) ?? 0)) < LABEL_WIDTH;
  // Without a treatment there is but one course, and one name for it.
  const isAlone = own.length === ghost.length && own.every((value, index) => value === ghost[index]);
  const aside = near ? ownEnd + (ghostEnd < ownEnd ? -LABEL_HEIGHT : LABEL_HEIGHT) - ghostEnd : 0;
  return (
    <svg class="chart" aria-hidden="true" viewBox={`0 0 ${frame.width} ${IL6_HEIGHT + 4}`}>
      <Ground decades={decades} frame={frame} />
      <path class="line-ghost" d={linePath(alone.hours, ghost, x, y)} />
      {!isAlone && (
        <EndLabel
          trend={alone}
          value={ghost}
          x={x}
          y={y}
          words={t('end.bodyAlone')}
          kind="ghost"
          aside={aside}
        />
      )}
      <DecisionMarks game={game} x={x} y={y} values={own} />
      <path class="line-glow" d={linePath(game.trend.hours, own, x, y)} />
      <path class="line-own" d={linePath(game.trend.hours, own, x, y)} />
      <EndLabel
        trend={game.trend}
        value={own}
        x={x}
        y={y}
        words={t(isAlone ? 'end.youAlone' : 'end.you')}
        kind="own"
      />
    </svg>
  );
}

/** The axis, its grid, and the range in which the level speaks of a storm. */
function Ground({ decades, frame }: { readonly decades: Decades; readonly frame: Frame }): VNode {
  const right = frame.width - frame.right;
  const y = (value: number) => logY(value, decades);
  const powers = Array.from(
    { length: decades.high - decades.low + 1 },
    (_, index) => 10 ** (decades.low + index),
  );
  return (
    <>
      <rect
        class="chart-storm"
        x={frame.left}
        y={TOP}
        width={right - frame.left}
        height={Math.max(0, y(STORM) - TOP)}
      />
      {powers.map((power) => (
        <g key={power}>
          <path class="chart-grid" d={`M${frame.left} ${y(power)}H${right}`} />
          <text class="chart-number" x={frame.left - 6} y={y(power) + 4} text-anchor="end">
            {formatNumber(power, power < 1 ? 1 : 0)}
          </text>
        </g>
      ))}
      <text class="chart-title" x={frame.left + 6} y={TOP + 15}>
        {t('end.chartIl6')}
      </text>
    </>
  );
}

interface PlotProps {
  readonly x: (hour: number) => number;
  readonly y: (value: number) => number;
}

interface EndLabelProps extends PlotProps {
  readonly trend: Trend;
  readonly value: readonly number[];
  readonly words: string;
  readonly kind: 'own' | 'ghost';
  /** Pixels that the words stand lower than the line's end. */
  readonly aside?: number;
}

/** A line's name where it ends, so that no legend has to be read by colour. */
function EndLabel({ trend, value, x, y, words, kind, aside = 0 }: EndLabelProps): VNode {
  const [hour, last] = [trend.hours.at(-1) ?? 0, value.at(-1) ?? 1];
  return (
    <g class={`end-label end-label-${kind}`}>
      <circle cx={x(hour)} cy={y(last)} r="4" />
      <text x={x(hour) + 9} y={y(last) + 4 + aside}>
        {words}
      </text>
    </g>
  );
}

function DecisionMarks({
  game,
  x,
  y,
  values,
}: PlotProps & { readonly game: GameView; readonly values: readonly number[] }): VNode {
  const ticks = [
    ...new Set(game.commands.filter(({ command }) => command.type !== 'lab').map((given) => given.tick)),
  ];
  return (
    <g class="chart-decisions">
      {ticks.map((tick) => {
        const hour = tick / TICKS_PER_HOUR;
        const sample = game.trend.hours.findIndex((sampled) => sampled >= hour);
        return <circle key={tick} cx={x(hour)} cy={y(values[Math.max(sample, 0)] ?? 1)} r="4.5" />;
      })}
    </g>
  );
}
