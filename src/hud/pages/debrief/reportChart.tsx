import type { VNode } from 'preact';
import { linePath } from '../chartAxes.ts';
import { type ChartLine, daysOf, type TimeFrame, timeFrame } from './chartFrame.ts';
import { axisFor, indexOf, type ValueAxis } from './courseAxes.ts';
import { type Box, type Point, placeNames, roughWidth } from './labelPlaces.ts';
import { OutcomeSign } from './outcomeSign.tsx';
import type { ReportRow } from './reportRows.ts';
import { t } from './words.ts';

const TICKS_PER_HOUR = 20;
const HOURS_PER_DAY = 24;

/** The drawing, in units of its own: paper scales it to the width of the page. */
const WIDTH = 700;
const LETTERS = 11;
const PLOT_HEIGHT = 165;
const BELOW = 20;
/** Room for the longest number of the axis. */
const ASIDE = 12;
/** Edge of the number of a decision, and the gap to the next. */
const NUMBER = 15;
const NUMBER_GAP = 3;

interface ReportChartProps {
  readonly lines: readonly ChartLine[];
  readonly rows: readonly ReportRow[];
}

interface Plot {
  readonly time: TimeFrame;
  readonly axis: ValueAxis;
  readonly top: number;
  readonly bottom: number;
  readonly y: (value: number) => number;
}

/** IL-6 over the level in black on white: lines are told apart by dashes and names, decisions by their numbers. */
export function ReportChart({ lines, rows }: ReportChartProps): VNode {
  const time = timeFrame({ width: WIDTH, height: 0, rem: LETTERS }, shownHours(lines));
  const axis = axisFor('IL6', lines.map(valuesOf));
  const placed = placeNumbers(rows, time);
  const lanes = 1 + Math.max(0, ...placed.map(({ lane }) => lane));
  const top = lanes * (NUMBER + NUMBER_GAP) + 4;
  const bottom = top + PLOT_HEIGHT;
  const plot: Plot = { time, axis, top, bottom, y: (value) => bottom - axis.share(value) * (bottom - top) };
  return (
    <svg class="report-chart" viewBox={`${-ASIDE} 0 ${WIDTH + ASIDE} ${bottom + BELOW}`} aria-hidden="true">
      <Ground plot={plot} />
      <Numbers plot={plot} placed={placed} />
      <Lines plot={plot} lines={lines} />
    </svg>
  );
}

/** Paper has no room for days after the last course has ended. */
function shownHours(lines: readonly ChartLine[]): number {
  const last = Math.max(1, ...lines.map(({ course }) => course.endTick)) / TICKS_PER_HOUR;
  return Math.ceil(last / HOURS_PER_DAY) * HOURS_PER_DAY;
}

function valuesOf({ course }: ChartLine): readonly number[] {
  return course.trend.series[indexOf('IL6')] ?? [];
}

function Ground({ plot: { time, axis, top, bottom, y } }: { readonly plot: Plot }): VNode {
  const { left, right } = time;
  return (
    <>
      {axis.ticks.map(({ value, text }) => (
        <g key={value}>
          <path class="report-grid" d={`M${left} ${y(value)}H${right}`} />
          <text x={left - 6} y={y(value) + 3.5} text-anchor="end">
            {text}
          </text>
        </g>
      ))}
      <path class="report-axis" d={`M${left} ${top}V${bottom}H${right}`} />
      {daysOf(time).map((day) => (
        <text key={day} x={time.x(day * HOURS_PER_DAY)} y={bottom + 14} text-anchor="middle">
          {day === 0 ? t('hud.timeline.day', { day }) : day}
        </text>
      ))}
    </>
  );
}

interface PlacedNumber {
  readonly row: ReportRow;
  /** Where its hour lies, and where the number stands. */
  readonly x: number;
  readonly at: number;
  readonly lane: number;
}

const MOST_LANES = 3;

/** Numbers above their hours; where all lanes are taken, as little aside as they can stand. */
function placeNumbers(rows: readonly ReportRow[], time: TimeFrame): readonly PlacedNumber[] {
  const ends = Array.from({ length: MOST_LANES }, () => Number.NEGATIVE_INFINITY);
  return rows.map((row) => {
    const x = time.x(row.mark.tick / TICKS_PER_HOUR);
    const free = ends.findIndex((end) => end <= x - NUMBER / 2);
    const lane = free < 0 ? ends.indexOf(Math.min(...ends)) : free;
    const at = Math.max(x, (ends[lane] ?? 0) + NUMBER / 2);
    ends[lane] = at + NUMBER / 2 + NUMBER_GAP;
    return { row, x, at, lane };
  });
}

function Numbers({ plot, placed }: { readonly plot: Plot; readonly placed: readonly PlacedNumber[] }): VNode {
  const { time, top, bottom } = plot;
  return (
    <>
      {placed.map(({ row: { mark, number }, x, at, lane }) => {
        const y = 1 + lane * (NUMBER + NUMBER_GAP);
        const [from, to] = [mark.fromTick, mark.toTick].map((tick) => time.x(tick / TICKS_PER_HOUR));
        const isWindow = mark.kind === 'missed' && from !== undefined && to !== undefined;
        return (
          <g key={number} class={mark.kind === 'decision' ? 'report-given' : 'report-window'}>
            {isWindow && (
              <rect class="report-span" x={from} y={top} width={to - from} height={bottom - top} />
            )}
            <path class="report-stem" d={`M${at} ${y + NUMBER}L${x} ${top}V${bottom}`} />
            <rect x={at - NUMBER / 2} y={y} width={NUMBER} height={NUMBER} rx={3} />
            <text x={at} y={y + 11} text-anchor="middle">
              {number}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Lines({ plot, lines }: { readonly plot: Plot; readonly lines: readonly ChartLine[] }): VNode {
  const { time, y } = plot;
  return (
    <>
      {lines.map((line) => (
        <path
          key={line.id}
          class={`report-line report-line-${line.kind}`}
          d={linePath(line.course.trend.hours, valuesOf(line), time.x, y)}
        />
      ))}
      {lines.map((line) => (
        <OutcomeSign
          key={line.id}
          outcome={line.course.outcome}
          x={time.x(line.course.endTick / TICKS_PER_HOUR)}
          y={y(valuesOf(line).at(-1) ?? 0)}
          radius={line.kind === 'own' ? 7 : 5}
          own={line.kind === 'own'}
        />
      ))}
      <Names plot={plot} lines={lines} />
    </>
  );
}

function Names({ plot, lines }: { readonly plot: Plot; readonly lines: readonly ChartLine[] }): VNode {
  const { time, top, bottom, y } = plot;
  const bounds: Box = { left: time.left + 4, right: time.right, top, bottom: bottom - 3 };
  const own = lines.toReversed();
  const boxes = placeNames(
    own.map((line) => ({
      points: line.course.trend.hours.map(
        (hour, index): Point => [time.x(hour), y(valuesOf(line)[index] ?? 0)],
      ),
      width: roughWidth(line.name, LETTERS),
      height: LETTERS * 1.3,
    })),
    bounds,
    [],
  );
  return (
    <>
      {own.map(({ id, name }, index) => {
        const box = boxes[index];
        if (!box) return null;
        return (
          <text
            key={id}
            class="report-name"
            x={(box.left + box.right) / 2}
            y={box.bottom - 3}
            text-anchor="middle"
          >
            {name}
          </text>
        );
      })}
    </>
  );
}
