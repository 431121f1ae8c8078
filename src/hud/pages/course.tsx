import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { bodyAloneTrend } from '../../app/bodyAlone.ts';
import type { GameView, Trend } from '../../app/types.ts';
import { Q } from '../../model/generated/system.ts';
import { t } from '../../text/catalogue.ts';
import { formatConcentration, formatNumber } from '../format.ts';
import { useMediaQuery } from '../useLayout.ts';
import {
  dayTicks,
  decadesOf,
  type Frame,
  IL6_HEIGHT,
  linePath,
  logY,
  NARROW,
  peakOf,
  SOFA_HEIGHT,
  SOFA_MAXIMUM,
  sofaY,
  TOP,
  WIDE,
  xOf,
} from './chartAxes.ts';
import { shortNumber } from './words.ts';

const HOURS_PER_DAY = 24;
const TICKS_PER_HOUR = 20;

/** Words closer than this, in pixels of the drawing, would lie on each other. */
const LABEL_HEIGHT = 17;

/** Above 1000 pg/mL the level speaks of a storm. */
const STORM = 1000;

function seriesOf(trend: Trend, quantity: number): readonly number[] {
  return trend.series[quantity] ?? [];
}

/** The player's IL-6 and SOFA over the level, with the same patient left alone behind them. */
export function Course({ game }: { readonly game: GameView }): VNode {
  const { level, mode, seed } = game;
  const frame = useMediaQuery('(max-width: 48em)') ? NARROW : WIDE;
  const alone = useMemo(() => bodyAloneTrend(level, mode, seed), [level, mode, seed]);
  return (
    <section class="end-course panel" aria-labelledby="course-heading">
      <h2 id="course-heading">{t('page.end.course')}</h2>
      <p class="unseen">{summary(game.trend, alone)}</p>
      <div class="charts">
        <Il6Chart game={game} alone={alone} frame={frame} />
        <SofaChart game={game} alone={alone} frame={frame} />
      </div>
    </section>
  );
}

function summary(own: Trend, alone: Trend): string {
  const il6 = seriesOf(own, Q.IL6);
  const [peak, sofa] = [peakOf(own.hours, il6), peakOf(own.hours, seriesOf(own, Q.SOFA))];
  const left = peakOf(alone.hours, seriesOf(alone, Q.IL6));
  return t('page.end.chartSummary', {
    first: formatConcentration(il6[0] ?? 0),
    peak: formatConcentration(peak.value),
    peakDay: shortNumber(peak.day),
    last: formatConcentration(il6.at(-1) ?? 0),
    sofa: formatNumber(sofa.value, 0),
    sofaDay: shortNumber(sofa.day),
    alone: formatConcentration(left.value),
    aloneDay: shortNumber(left.day),
  });
}

interface ChartProps {
  readonly game: GameView;
  readonly alone: Trend;
  readonly frame: Frame;
}

function Il6Chart({ game, alone, frame }: ChartProps): VNode {
  const horizon = game.level.horizonHours;
  const own = seriesOf(game.trend, Q.IL6);
  const ghost = seriesOf(alone, Q.IL6);
  const decades = decadesOf(own, ghost);
  const x = (hour: number) => xOf(hour, horizon, frame);
  const y = (value: number) => logY(value, decades);
  const right = frame.width - frame.right;
  // Where both courses end at one place, the ghost's name gives way.
  const [ownEnd, ghostEnd] = [y(own.at(-1) ?? 1), y(ghost.at(-1) ?? 1)];
  const near =
    Math.abs(ownEnd - ghostEnd) < LABEL_HEIGHT &&
    Math.abs(x(game.now.hour) - x(alone.hours.at(-1) ?? 0)) < frame.right;
  const aside = near ? ownEnd + (ghostEnd < ownEnd ? -LABEL_HEIGHT : LABEL_HEIGHT) - ghostEnd : 0;
  const powers = Array.from(
    { length: decades.high - decades.low + 1 },
    (_, index) => 10 ** (decades.low + index),
  );
  return (
    <svg class="chart" aria-hidden="true" viewBox={`0 0 ${frame.width} ${IL6_HEIGHT + 4}`}>
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
        {t('page.end.chartIl6')}
      </text>
      <path class="line-ghost" d={linePath(alone.hours, ghost, x, y)} />
      <EndLabel
        trend={alone}
        value={ghost}
        x={x}
        y={y}
        words={t('page.end.bodyAlone')}
        kind="ghost"
        aside={aside}
      />
      <DecisionMarks game={game} x={x} y={y} values={own} />
      <path class="line-glow" d={linePath(game.trend.hours, own, x, y)} />
      <path class="line-own" d={linePath(game.trend.hours, own, x, y)} />
      <EndLabel trend={game.trend} value={own} x={x} y={y} words={t('page.end.you')} kind="own" />
    </svg>
  );
}

function SofaChart({ game, alone, frame }: ChartProps): VNode {
  const horizon = game.level.horizonHours;
  const x = (hour: number) => xOf(hour, horizon, frame);
  const own = seriesOf(game.trend, Q.SOFA);
  const right = frame.width - frame.right;
  return (
    <svg class="chart" aria-hidden="true" viewBox={`0 0 ${frame.width} ${SOFA_HEIGHT + 22}`}>
      {[0, SOFA_MAXIMUM / 2, SOFA_MAXIMUM].map((points) => (
        <g key={points}>
          <path class="chart-grid" d={`M${frame.left} ${sofaY(points)}H${right}`} />
          <text class="chart-number" x={frame.left - 6} y={sofaY(points) + 4} text-anchor="end">
            {points}
          </text>
        </g>
      ))}
      <text class="chart-title" x={frame.left + 6} y={TOP + 15}>
        {t('page.end.chartSofa')}
      </text>
      <path class="line-ghost" d={linePath(alone.hours, seriesOf(alone, Q.SOFA), x, sofaY)} />
      <path class="line-sofa" d={linePath(game.trend.hours, own, x, sofaY)} />
      {dayTicks(horizon, frame).map((day) => (
        <text
          key={day}
          class="chart-number"
          x={x(day * HOURS_PER_DAY)}
          y={SOFA_HEIGHT + 14}
          text-anchor="middle"
        >
          {day === 0 ? t('hud.timeline.day', { day }) : day}
        </text>
      ))}
    </svg>
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
