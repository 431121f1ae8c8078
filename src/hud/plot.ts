/** The trend chart's plot, drawn by uPlot. */
import uPlot from 'uplot';
import { t } from '../text/catalogue.ts';
import { type ChartGroup, type ChartSeries, type ChartTable, chartUnit } from './chartData.ts';
import type { DecisionMark } from './decisionMarks.ts';
import { formatNumber } from './format.ts';
import { drawGhostNames, type PlotGhost } from './plotGhosts.ts';
import { drawMarks, type Inks, inksOf, LOWEST_FOR_NAMES } from './plotMarks.ts';

export interface DrawnChart {
  /** @param now hour up to which the axis reaches, at least */
  show(table: ChartTable, marks: readonly DecisionMark[], now: number): void;
  /** Puts the cursor on a row of the table. */
  pointAt(index: number): void;
  destroy(): void;
}

export interface PlotOptions {
  readonly group: ChartGroup;
  readonly series: readonly ChartSeries[];
  /** For each series: single measured points rather than a continuous course. */
  readonly measured: readonly boolean[];
  readonly horizon: number;
  /** Courses of others: their columns come after those of the series. */
  readonly ghosts: readonly PlotGhost[];
  /** Told the row under the pointer, or null when it has left. */
  readonly onCursor: (index: number | null) => void;
}

const HOURS_PER_DAY = 24;
/** The chart shows this many hours at least, so that the first hours are not blown up. */
const SHORTEST_HOURS = 48;
/** Nothing below this is drawn on a log axis, pg/mL. */
const LOG_FLOOR = 0.1;

/** Draws an empty plot into `host`, as large as the host, and keeps it so. */
export function drawChart(host: HTMLElement, options: PlotOptions): DrawnChart {
  let marks: readonly DecisionMark[] = [];
  let reach = 0;
  const inks = inksOf(host);
  const empty = [[], ...options.series.map(() => []), ...options.ghosts.map(() => [])] as uPlot.AlignedData;
  const plot = new uPlot(
    plotOptions(
      host,
      options,
      inks,
      () => marks,
      () => reach,
    ),
    empty,
    host,
  );
  const resized = new ResizeObserver(() => plot.setSize(sizeOf(host)));
  resized.observe(host);
  return {
    show(table, newMarks, now) {
      marks = newMarks;
      reach = now;
      const columns = table.columns.map((column) => column.map((value) => floored(value, options.group.log)));
      plot.setData([table.hours, ...columns] as unknown as uPlot.AlignedData);
    },
    pointAt(index) {
      const hour = plot.data[0]?.[index];
      if (hour === undefined) return;
      plot.setCursor({ left: plot.valToPos(hour, 'x'), top: -10 }, false);
    },
    destroy() {
      resized.disconnect();
      plot.destroy();
    },
  };
}

function floored(value: number | null, log: boolean): number | null {
  return value === null || !log ? value : Math.max(value, LOG_FLOOR);
}

function sizeOf(host: HTMLElement): { width: number; height: number } {
  return { width: Math.max(120, host.clientWidth), height: Math.max(80, host.clientHeight) };
}

function plotOptions(
  host: HTMLElement,
  options: PlotOptions,
  inks: Inks,
  marks: () => readonly DecisionMark[],
  reach: () => number,
): uPlot.Options {
  const { group, series, measured, horizon, ghosts, onCursor } = options;
  const hasRight = series.some(({ side }) => side === 'right');
  const isLow = host.clientHeight < LOWEST_FOR_NAMES * 1.4 * inks.rem;
  return {
    ...sizeOf(host),
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false } },
    scales: {
      x: {
        time: false,
        range: (_, low, high) => [
          Math.min(low ?? 0, 0),
          Math.min(horizon, Math.max(high ?? 0, reach(), SHORTEST_HOURS)),
        ],
      },
      left: group.log ? { distr: 3, range: logRange } : { range: linearRange },
      right: { range: linearRange },
    },
    axes: [
      hourAxis(inks),
      valueAxis('left', group, series, inks, isLow),
      ...(hasRight ? [valueAxis('right', group, series, inks, isLow)] : []),
    ],
    series: [
      {},
      ...series.map((entry, index) => ({
        scale: entry.side,
        stroke: inks.ink(entry.colour),
        width: inks.rem / 8,
        dash: [...entry.dash],
        spanGaps: true,
        points: { show: measured[index] === true, size: inks.rem / 2.2, fill: inks.ink(entry.colour) },
      })),
      ...ghosts.map(({ side, colour, dash }) => ({
        scale: side,
        stroke: inks.ink(colour),
        width: inks.rem / 9,
        dash: [...dash],
        spanGaps: true,
        points: { show: false },
      })),
    ],
    hooks: {
      setCursor: [(plot) => onCursor(plot.cursor.idx ?? null)],
      draw: [
        (plot) => drawMarks(plot, marks(), inks),
        (plot) => drawGhostNames(plot, ghosts, 1 + series.length, inks),
      ],
    },
  };
}

/** Whole decades around the data, health (1) to storm (1000 pg/mL) at least. */
function logRange(_: uPlot, low: number | null, high: number | null): uPlot.Range.MinMax {
  const bottom = Math.floor(Math.log10(Math.max(LOG_FLOOR, Math.min(low ?? 1, 1))));
  const top = Math.ceil(Math.log10(Math.max(high ?? 1000, 1000)));
  return [10 ** bottom, 10 ** top];
}

function linearRange(_: uPlot, low: number | null, high: number | null): uPlot.Range.MinMax {
  if (low === null || high === null || !Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  const room = Math.max((high - low) * 0.1, Math.abs(high) * 0.02, 0.5);
  return [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
}

function hourAxis(inks: Inks): uPlot.Axis {
  return {
    stroke: inks.text,
    font: inks.font,
    size: inks.rem * 1.7,
    grid: { stroke: inks.grid, width: 1 },
    ticks: { stroke: inks.grid, width: 1 },
    splits: (_plot, _axis, low, high) => {
      const days = (high - low) / HOURS_PER_DAY;
      const step = HOURS_PER_DAY * (days > 14 ? 4 : days > 7 ? 2 : 1);
      const from = Math.ceil(low / step);
      return Array.from(
        { length: Math.floor(high / step) - from + 1 },
        (_unused, index) => (from + index) * step,
      );
    },
    values: (_plot, splits) =>
      splits.map((hour) => (hour === 0 ? t('hud.timeline.day', { day: 0 }) : String(hour / HOURS_PER_DAY))),
  };
}

function valueAxis(
  side: 'left' | 'right',
  group: ChartGroup,
  series: readonly ChartSeries[],
  inks: Inks,
  isLow: boolean,
): uPlot.Axis {
  const units = [...new Set(series.filter((entry) => entry.side === side).map(({ id }) => chartUnit(id)))];
  const unit = units.join(', ').replace('log₁₀', 'log10');
  const isLog = group.log && side === 'left';
  return {
    scale: side,
    side: side === 'left' ? 3 : 1,
    // The legend names the units too.
    ...(isLow ? {} : { label: isLog ? t('hud.trend.logAxis', { unit }) : unit }),
    labelFont: inks.font,
    labelSize: inks.rem * 1.2,
    stroke: inks.text,
    font: inks.font,
    size: inks.rem * 3,
    grid: side === 'left' ? { stroke: inks.grid, width: 1 } : { show: false },
    ticks: { show: false },
    values: (_plot, splits) => {
      const decimals = !isLog && splits.some((value) => value !== null && !Number.isInteger(value)) ? 1 : 0;
      return splits.map((value) => axisValue(value, isLog, decimals));
    },
  };
}

/** On the log axis only the powers of ten are named. */
function axisValue(value: number | null, isLog: boolean, decimals: number): string {
  if (value === null) return '';
  if (isLog && Math.abs(Math.log10(value) - Math.round(Math.log10(value))) > 1e-6) return '';
  return formatNumber(value, isLog && value < 1 ? 1 : decimals);
}
