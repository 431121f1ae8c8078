import type { VNode } from 'preact';
import type { Mark } from '../../../analysis/debrief/types.ts';
import type { Band } from '../../../app/debrief/types.ts';
import { linePath } from '../chartAxes.ts';
import { BandArea } from './bandArea.tsx';
import { type ChartLine, daysOf, timeFrame } from './chartFrame.ts';
import { axisFor, type ChartQuantity, indexOf, type ValueAxis } from './courseAxes.ts';
import { EndWords, endBoxes } from './endWords.tsx';
import { type Box, type Point, placeNames, roughWidth } from './labelPlaces.ts';
import { OutcomeSign } from './outcomeSign.tsx';
import type { Plot } from './plot.ts';
import { HEALTH, RangeNames, rangeBoxes, STORM } from './rangeNames.tsx';
import { TryAgainHandle } from './tryAgainHandle.tsx';
import { useBox } from './useBox.ts';
import { WindowMarks, windowBoxes } from './windowMarks.tsx';
import { t } from './words.ts';

const HOURS_PER_DAY = 24;
const TICKS_PER_HOUR = 20;

/** Room above and below the plot, in rem: for the end of a word, and for the days. */
const TOP = 0.4;
const BOTTOM = 1.6;

/** Letters of the chart, in rem. */
const LETTERS = 0.75;

interface CourseChartProps {
  /** Hours that the time axis spans. */
  readonly hours: number;
  readonly lines: readonly ChartLine[];
  readonly quantity: ChartQuantity;
  readonly marks: readonly Mark[];
  readonly chosen: Mark | null;
  /** IL-6 over like patients along the course that is being tried; null when there is none. */
  readonly band: Band | null;
  /** Tick from which the player would try again, and the last one from which that makes sense. */
  readonly tick: number;
  readonly lastTick: number;
  readonly onTick: (tick: number) => void;
}

/** The player's course over the level, with those it is compared with, the windows in which something was missed, and the handle. */
export function CourseChart(props: CourseChartProps): VNode {
  const { hours, lines, quantity, marks, chosen, band } = props;
  const [place, size] = useBox<HTMLDivElement>();
  const time = timeFrame(size, hours);
  const axis = axisFor(
    quantity,
    lines.map((line) => valuesOf(line, quantity)),
  );
  const top = TOP * size.rem;
  const bottom = Math.max(size.height - BOTTOM * size.rem, top + 1);
  const plot: Plot = { time, top, bottom, y: (value) => bottom - axis.share(value) * (bottom - top) };
  const windows = marks.filter(({ kind, sign }) => kind === 'missed' && sign !== '');
  return (
    <div class="debrief-chart" ref={place}>
      {size.width > 0 && (
        <svg width={size.width} height={size.height} aria-hidden="true">
          <Ground plot={plot} axis={axis} quantity={quantity} />
          {band && quantity === 'IL6' && <BandArea plot={plot} band={band} />}
          <WindowMarks plot={plot} windows={windows} chosen={chosen} />
          <Lines plot={plot} lines={lines} quantity={quantity} windows={windows} />
        </svg>
      )}
      {size.width > 0 && (
        <TryAgainHandle plot={plot} tick={props.tick} lastTick={props.lastTick} onTick={props.onTick} />
      )}
    </div>
  );
}

function valuesOf({ course }: ChartLine, quantity: ChartQuantity): readonly number[] {
  return course.trend.series[indexOf(quantity)] ?? [];
}

interface GroundProps {
  readonly plot: Plot;
  readonly axis: ValueAxis;
  readonly quantity: ChartQuantity;
}

/** Axes, grid, and for IL-6 what is storm and what is health. */
function Ground({ plot, axis, quantity }: GroundProps): VNode {
  const { time, top, bottom, y } = plot;
  const { left, right, rem } = time;
  return (
    <g class="chart-ground">
      {quantity === 'IL6' && <Ranges plot={plot} />}
      {axis.ticks.map(({ value, text }) => (
        <g key={value}>
          <path class="chart-grid" d={`M${left} ${y(value)}H${right}`} />
          <text class="chart-number" x={left - 0.5 * rem} y={y(value) + 0.27 * rem} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <path class="chart-axis" d={`M${left} ${top}V${bottom}H${right}`} />
      {daysOf(time).map((day) => (
        <text
          key={day}
          class="chart-number"
          x={time.x(day * HOURS_PER_DAY)}
          y={bottom + 1.25 * rem}
          text-anchor="middle"
        >
          {day === 0 ? t('hud.timeline.day', { day }) : day}
        </text>
      ))}
    </g>
  );
}

function Ranges({ plot: { time, top, bottom, y } }: { readonly plot: Plot }): VNode {
  const { left, right } = time;
  return (
    <>
      <rect class="chart-storm" x={left} y={top} width={right - left} height={Math.max(0, y(STORM) - top)} />
      <rect class="chart-health" x={left} y={y(HEALTH)} width={right - left} height={bottom - y(HEALTH)} />
    </>
  );
}

interface LinesProps {
  readonly plot: Plot;
  readonly lines: readonly ChartLine[];
  readonly quantity: ChartQuantity;
  readonly windows: readonly Mark[];
}

function Lines({ plot, lines, quantity, windows }: LinesProps): VNode {
  const { time, y } = plot;
  const ends = lines.map((line): Point => {
    const values = valuesOf(line, quantity);
    return [time.x(line.course.endTick / TICKS_PER_HOUR), y(values.at(-1) ?? 0)];
  });
  return (
    <>
      {lines.map((line) => {
        const path = linePath(line.course.trend.hours, valuesOf(line, quantity), time.x, y);
        return (
          <g key={line.id}>
            {line.kind === 'own' && <path class="course-glow" d={path} />}
            <path class={`course-line course-${line.kind}`} d={path} />
          </g>
        );
      })}
      {lines.map(({ id, kind, course }, index) => {
        const [x, atY] = ends[index] ?? [0, 0];
        const isOwn = kind === 'own';
        const radius = (isOwn ? 0.6 : 0.42) * time.rem;
        return <OutcomeSign key={id} outcome={course.outcome} x={x} y={atY} radius={radius} own={isOwn} />;
      })}
      <Names plot={plot} lines={lines} quantity={quantity} windows={windows} ends={ends} />
    </>
  );
}

/** Names beside the lines, and the words at the end of the player's own. */
function Names({
  plot,
  lines,
  quantity,
  windows,
  ends,
}: LinesProps & { readonly ends: readonly Point[] }): VNode {
  const { time, top, y } = plot;
  const { rem } = time;
  const size = LETTERS * rem;
  const bounds: Box = { left: time.left + 4, right: time.right, top, bottom: plot.bottom - 4 };
  const own = lines.toReversed();
  const named = own.map((line) => ({
    points: line.course.trend.hours.map(
      (hour, index): Point => [time.x(hour), y(valuesOf(line, quantity)[index] ?? 0)],
    ),
    width: roughWidth(line.name, size * 1.08),
    height: size * 1.35,
  }));
  const paths = named.map(({ points }) => points);
  const endWords = endBoxes(lines, ends, paths, bounds, rem);
  const ranges = quantity === 'IL6' ? rangeBoxes(plot, paths) : [];
  const taken = [
    ...windowBoxes(plot, windows),
    ...endWords.map(({ box }) => box),
    ...ranges.map(({ box }) => box),
    ...endsTaken(ends, rem),
  ];
  const boxes = placeNames(named, bounds, taken);
  return (
    <g class="chart-names">
      {own.map(({ id, kind, name }, index) => {
        const box = boxes[index];
        if (!box) return null;
        return (
          <text
            key={id}
            class={`course-name course-name-${kind}`}
            x={(box.left + box.right) / 2}
            y={box.bottom - 0.25 * size}
            text-anchor="middle"
          >
            {name}
          </text>
        );
      })}
      <EndWords words={endWords} />
      <RangeNames ranges={ranges} />
    </g>
  );
}

function endsTaken(ends: readonly Point[], rem: number): readonly Box[] {
  const half = 0.6 * rem;
  return ends.map(([x, y]) => ({ left: x - half, right: x + half, top: y - half, bottom: y + half }));
}
