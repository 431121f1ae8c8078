import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Band, Future } from '../../../app/debrief/types.ts';
import { Q } from '../../../model/generated/system.ts';
import { formatNumber } from '../../format.ts';
import { type Decades, linePath, seriesOf } from '../chartAxes.ts';
import { endHour } from './futureHours.ts';
import { OutcomeSign } from './outcomeSign.tsx';
import { t } from './words.ts';

/** Size of the drawing and its margins, in its own pixels. The slider below it shares its time axis. */
export const CHART = { width: 376, height: 128, left: 50, right: 10, top: 8, bottom: 18 } as const;

const HOURS_PER_DAY = 24;
const MOST_DAYS = 8;

/** A lower IL-6 than this, pg/mL, lies on the foot of the chart. */
const LEAST = 0.1;

/** More points than this cannot be told apart in so small a drawing. */
const MOST_POINTS = 180;

interface FutureChartProps {
  readonly played: Future;
  readonly best: Future;
  readonly hour: number;
  readonly lastHour: number;
}

/** IL-6 of two futures on a log axis, each over the band of patients alike, and the hour that is looked at. */
export function FutureChart({ played, best, hour, lastHour }: FutureChartProps): VNode {
  const { width, height, top, bottom } = CHART;
  // Drawn once: the hour moves often, and the page around it is drawn with every change of a decision.
  const courses = useMemo(
    () => <Courses played={played} best={best} lastHour={lastHour} />,
    [played, best, lastHour],
  );
  return (
    <svg class="future-chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {courses}
      <path class="future-hour" d={`M${xOf(hour, lastHour)} ${top}V${height - bottom}`} />
    </svg>
  );
}

function xOf(hour: number, lastHour: number): number {
  const { width, left, right } = CHART;
  return left + (hour / lastHour) * (width - left - right);
}

function Courses({ played, best, lastHour }: Omit<FutureChartProps, 'hour'>): VNode {
  const futures = [best, played];
  const decades = decadesOf(
    futures.flatMap(({ course, band }) => [seriesOf(course.trend, Q.IL6), band.p5, band.p95]),
  );
  const x = (at: number) => xOf(at, lastHour);
  const y = (value: number) => yOf(value, decades);
  return (
    <>
      <Grid decades={decades} lastHour={lastHour} x={x} />
      {futures.map(({ band }, index) => (
        <g key={index} class={index === 0 ? 'future-best' : 'future-played'}>
          <path class="future-band" d={bandPath(band.hours, band.p5, band.p95, x, y)} />
          <path class="future-band" d={bandPath(band.hours, band.p25, band.p75, x, y)} />
        </g>
      ))}
      {futures.map(({ course }, index) => (
        <g key={index} class={index === 0 ? 'future-best' : 'future-played'}>
          <path class="future-line-ground" d={coursePath(course, x, y)} />
          <path class="future-line" d={coursePath(course, x, y)} />
          <OutcomeSign
            outcome={course.outcome}
            x={x(endHour(course))}
            y={y(seriesOf(course.trend, Q.IL6).at(-1) ?? 1)}
            radius={6}
            own={index === 1}
          />
        </g>
      ))}
    </>
  );
}

/** The whole decades that hold every value; 1 to 1000 pg/mL at least, which is health to storm. */
function decadesOf(courses: readonly (readonly number[])[]): Decades {
  let [least, most] = [1, 1000];
  for (const value of courses.flat()) {
    if (value >= LEAST) least = Math.min(least, value);
    most = Math.max(most, value);
  }
  return { low: Math.floor(Math.log10(least)), high: Math.ceil(Math.log10(most)) };
}

function yOf(value: number, { low, high }: Decades): number {
  const share = (Math.log10(Math.max(value, 10 ** low)) - low) / (high - low);
  return CHART.top + (1 - share) * (CHART.height - CHART.top - CHART.bottom);
}

interface GridProps {
  readonly decades: Decades;
  readonly lastHour: number;
  readonly x: (hour: number) => number;
}

function Grid({ decades, lastHour, x }: GridProps): VNode {
  const { width, height, left, right } = CHART;
  const powers = Array.from(
    { length: decades.high - decades.low + 1 },
    (_, index) => 10 ** (decades.low + index),
  );
  const days = Math.floor(lastHour / HOURS_PER_DAY);
  const every = Math.max(1, Math.ceil(days / MOST_DAYS));
  const named = Array.from({ length: Math.floor(days / every) + 1 }, (_, index) => index * every);
  return (
    <>
      {powers.map((power) => (
        <g key={power}>
          <path class="chart-grid" d={`M${left} ${yOf(power, decades)}H${width - right}`} />
          <text class="chart-number" x={left - 5} y={yOf(power, decades) + 4} text-anchor="end">
            {formatNumber(power, power < 1 ? 1 : 0)}
          </text>
        </g>
      ))}
      {named.map((day) => (
        <text key={day} class="chart-number" x={x(day * HOURS_PER_DAY)} y={height - 4} text-anchor="middle">
          {day === 0 ? t('hud.timeline.day', { day }) : day}
        </text>
      ))}
    </>
  );
}

function coursePath(
  course: Future['course'],
  x: (hour: number) => number,
  y: (value: number) => number,
): string {
  const { hours } = course.trend;
  const values = seriesOf(course.trend, Q.IL6);
  const every = Math.max(1, Math.floor(hours.length / MOST_POINTS));
  const kept = (_: number, index: number): boolean => index % every === 0 || index === hours.length - 1;
  return linePath(hours.filter(kept), values.filter(kept), x, y);
}

/** The area between two edges. */
export function bandPath(
  hours: Band['hours'],
  lower: readonly number[],
  upper: readonly number[],
  x: (hour: number) => number,
  y: (value: number) => number,
): string {
  const there = hours.flatMap((hour, index) => {
    const [low, high] = [lower[index], upper[index]];
    const isWhole = low !== undefined && high !== undefined && Number.isFinite(low) && Number.isFinite(high);
    return isWhole ? [{ at: x(hour).toFixed(1), low: y(low).toFixed(1), high: y(high).toFixed(1) }] : [];
  });
  if (there.length < 2) return '';
  const above = there.map(({ at, high }) => `${at} ${high}`).join('L');
  const below = there
    .toReversed()
    .map(({ at, low }) => `${at} ${low}`)
    .join('L');
  return `M${above}L${below}Z`;
}
