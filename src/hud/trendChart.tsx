import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import 'uplot/dist/uPlot.min.css';
import { t } from '../text/catalogue.ts';
import { useComparison, useGame, useGameDerived, useStore } from './appContext.ts';
import {
  type ChartGroup,
  type ChartQuantity,
  type ChartSeries,
  type ChartTable,
  chartName,
  chartTable,
  chartUnit,
  chartValue,
  isMeasured,
  seriesShown,
} from './chartData.ts';
import { decisionCount, treatmentMarks } from './decisionMarks.ts';
import { clockText, NO_VALUE } from './format.ts';
import { GhostLegend } from './ghostLegend.tsx';
import {
  GHOST_DASHES,
  type GhostLine,
  ghostColour,
  ghostLines,
  sameLines,
  withGhosts,
} from './ghostLines.ts';
import { type DrawnChart, drawChart } from './plot.ts';
import { TrendTable } from './trendTable.tsx';
import { plainDigits, Words } from './words.tsx';

export interface TrendChartProps {
  readonly group: ChartGroup;
}

const HOURS_PER_DAY = 24;

/** One group of courses: the plot, a slider that reads it hour by hour, and the same as a table. */
export function TrendChart({ group }: TrendChartProps) {
  const [cursor, setCursor] = useState<number | null>(null);
  const content = useContent(group);
  const { own, series, table, lines, compared, compare, measured } = content;
  const { host, pointAt } = usePlot(group, content, setCursor);
  const lastOwn = table.hours.indexOf(own.hours.at(-1) ?? 0);
  const index = cursor === null ? lastOwn : Math.min(cursor, table.hours.length - 1);
  const names = series.map(({ id }) => plainDigits(chartName(id))).join(', ');
  const isEmpty = table.hours.length === 0;
  const days = Math.ceil((table.hours.at(-1) ?? 0) / HOURS_PER_DAY);
  const values = table.columns.slice(series.length).map((column) => column[index] ?? null);
  const ghosts = compared && lines.length > 0 && { lines, series, compared, values, compare };
  return (
    <div class="trend-chart">
      <div>
        <Legend series={series} table={table} index={index} />
        {ghosts && <GhostLegend {...ghosts} />}
      </div>
      <div class="plot" ref={host} role="img" aria-label={t('hud.trend.description', { names, days })} />
      {isEmpty && <p class="quiet plot-empty">{t('hud.trend.empty')}</p>}
      {!isEmpty && (
        <input
          type="range"
          class="plot-cursor"
          aria-label={t('hud.trend.cursor')}
          aria-valuetext={spokenRow(series, table, index, lines, compared)}
          min={0}
          max={table.hours.length - 1}
          value={index}
          onInput={(event) => {
            const at = event.currentTarget.valueAsNumber;
            setCursor(at);
            pointAt(at);
          }}
        />
      )}
      <TrendTable
        group={group}
        series={series}
        table={table}
        measured={measured.includes('true')}
        lines={lines}
        compared={compared}
      />
    </div>
  );
}

/** What the chart holds: the game's own courses, and behind them those of the ghosts that are shown. */
interface Content {
  readonly series: readonly ChartSeries[];
  readonly own: ChartTable;
  /** `own` with a column for each ghost. */
  readonly table: ChartTable;
  readonly lines: readonly GhostLine[];
  /** The series that the ghosts are drawn of. */
  readonly compared: ChartSeries | undefined;
  readonly compare: (id: ChartQuantity) => void;
  /** For each series, joined by commas: whether it has single measured points. */
  readonly measured: string;
}

function useContent(group: ChartGroup): Content {
  const { series, table: own } = useTable(group);
  const lines = useComparison(ghostLines, sameLines);
  const [chosen, compare] = useState<ChartQuantity | null>(null);
  const compared = series.find(({ id }) => id === chosen) ?? series[0];
  const table = useMemo(() => (compared ? withGhosts(own, lines, compared.id) : own), [own, lines, compared]);
  const measured = useGame((game) => series.map(({ id }) => isMeasured(game, id)).join());
  return { series, own, table, lines, compared, compare, measured };
}

/** The plot in its place, drawn anew when its lines change and filled anew when their values do. */
function usePlot(
  group: ChartGroup,
  { series, table, lines, compared, measured }: Content,
  onCursor: (index: number | null) => void,
) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  const store = useStore();
  const hour = useGame((game) => Math.ceil(game.now.hour));
  const marks = useGameDerived(decisionCount, (game) => treatmentMarks(game.commands, game.now.tick));
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const points = measured.split(',').map((flag) => flag === 'true');
    const horizon = store.getState().game?.level.horizonHours ?? 1;
    const ghosts = lines.map(({ name, kind }) => ({
      name,
      side: compared?.side ?? 'left',
      colour: ghostColour(kind),
      dash: GHOST_DASHES[kind],
    }));
    drawn.current = drawChart(element, { group, series, measured: points, horizon, ghosts, onCursor });
    return () => {
      drawn.current?.destroy();
      drawn.current = null;
    };
  }, [group, series, measured, store, lines, compared, onCursor]);
  useEffect(
    () => drawn.current?.show(table, marks, hour),
    [table, marks, hour, series, measured, lines, compared],
  );
  return { host, pointAt: (index: number) => drawn.current?.pointAt(index) };
}

/** Series and values, anew once a simulated hour and with each result. */
function useTable(group: ChartGroup): {
  readonly series: readonly ChartSeries[];
  readonly table: ChartTable;
} {
  return useGameDerived(
    (game) =>
      `${game.mode} ${game.seed} ${Math.floor(game.now.hour)} ${game.now.labs.reduce((sum, lab) => sum + lab.results.length, 0)}`,
    (game) => {
      const series = stable(seriesShown(game, group));
      return { series, table: chartTable(game, series) };
    },
  );
}

const known = new Map<string, readonly ChartSeries[]>();

/** One array for equal lists, so that the plot is not built anew every hour. */
function stable(series: readonly ChartSeries[]): readonly ChartSeries[] {
  const key = series.map(({ id }) => id).join();
  const kept = known.get(key) ?? series;
  known.set(key, kept);
  return kept;
}

function Legend({
  series,
  table,
  index,
}: {
  readonly series: readonly ChartSeries[];
  readonly table: ChartTable;
  readonly index: number;
}) {
  return (
    <div class="legend">
      <span class="number legend-clock">{clockText(table.hours[index] ?? 0)}</span>
      {series.map((entry, column) => {
        const value = table.columns[column]?.[index] ?? null;
        return (
          <span key={entry.id} class="legend-entry" style={{ color: `var(${entry.colour})` }}>
            <svg viewBox="0 0 26 6" aria-hidden="true">
              <path d="M1 3H25" stroke-dasharray={entry.dash.join(' ')} />
            </svg>
            <b>
              <Words>{chartName(entry.id)}</Words>
            </b>
            <span class="number">{value === null ? NO_VALUE : chartValue(entry.id, value)}</span>
            <span class="unit">
              <Words>{chartUnit(entry.id)}</Words>
            </span>
          </span>
        );
      })}
    </div>
  );
}

function spokenRow(
  series: readonly ChartSeries[],
  table: ChartTable,
  index: number,
  lines: readonly GhostLine[],
  compared: ChartSeries | undefined,
): string {
  const values = series.flatMap(({ id }, column) => {
    const value = table.columns[column]?.[index];
    return value === null || value === undefined
      ? []
      : [plainDigits(`${chartName(id)} ${chartValue(id, value)} ${chartUnit(id)}`)];
  });
  const ghosts = lines.flatMap(({ name }, column) => {
    const value = table.columns[series.length + column]?.[index];
    return !compared || value === null || value === undefined
      ? []
      : [`${name} ${chartValue(compared.id, value)}`];
  });
  const said = [...values, ...ghosts].join(', ');
  return t('hud.trend.cursorValue', { clock: clockText(table.hours[index] ?? 0), values: said });
}
