import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import { bodyAloneTrend } from '../../app/bodyAlone.ts';
import type { GameView, Trend } from '../../app/types.ts';
import { Q } from '../../model/generated/system.ts';
import { formatConcentration, formatNumber } from '../format.ts';
import { useMediaQuery } from '../useLayout.ts';
import {
  dayTicks,
  frameFor,
  linePath,
  NARROW,
  peakOf,
  SOFA_HEIGHT,
  SOFA_MAXIMUM,
  seriesOf,
  sofaY,
  TOP,
  WIDE,
  xOf,
} from './chartAxes.ts';
import { t } from './endWords.ts';
import { type ChartProps, Il6Chart } from './il6Chart.tsx';
import { shortNumber } from './words.ts';

const HOURS_PER_DAY = 24;

/** The player's IL-6 and SOFA over the level, with the same patient left alone behind them. */
export function Course({ game }: { readonly game: GameView }): VNode {
  const { level, mode, seed } = game;
  const alone = useMemo(() => bodyAloneTrend(level, mode, seed), [level, mode, seed]);
  const lastHour = Math.max(game.now.hour, alone.hours.at(-1) ?? 0);
  const frame = frameFor(useMediaQuery('(max-width: 48em)') ? NARROW : WIDE, lastHour, level.horizonHours);
  return (
    <section class="end-course panel" aria-labelledby="course-heading">
      <h2 id="course-heading">{t('end.course')}</h2>
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
  return t('end.chartSummary', {
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
        {t('end.chartSofa')}
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
