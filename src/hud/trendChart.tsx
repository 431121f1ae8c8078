import { useEffect, useRef, useState } from 'preact/hooks';
import 'uplot/dist/uPlot.min.css';
import { t } from '../text/catalogue.ts';
import { useGame, useGameDerived, useStore } from './appContext.ts';
import {
  type ChartGroup,
  type ChartSeries,
  type ChartTable,
  chartName,
  chartTable,
  chartUnit,
  chartValue,
  isMeasured,
  seriesShown,
  tableRows,
} from './chartData.ts';
import { decisionCount, treatmentMarks } from './decisionMarks.ts';
import { clockText, NO_VALUE } from './format.ts';
import { type DrawnChart, drawChart } from './plot.ts';
import { plainDigits, Words } from './words.tsx';

export interface TrendChartProps {
  readonly group: ChartGroup;
}

const HOURS_PER_DAY = 24;
/** Distance of the table's rows. */
const TABLE_STEP_HOURS = 6;

/** One group of courses: the plot, a slider that reads it hour by hour, and the same as a table. */
export function TrendChart({ group }: TrendChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const drawn = useRef<DrawnChart | null>(null);
  const store = useStore();
  const [cursor, setCursor] = useState<number | null>(null);
  const { series, table } = useTable(group);
  const hour = useGame((game) => Math.ceil(game.now.hour));
  const marks = useGameDerived(decisionCount, (game) => treatmentMarks(game.commands, game.now.tick));
  const measured = useGame((game) => series.map(({ id }) => isMeasured(game, id)).join());
  const index = cursor === null ? table.hours.length - 1 : Math.min(cursor, table.hours.length - 1);
  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    const points = measured.split(',').map((flag) => flag === 'true');
    const horizon = store.getState().game?.level.horizonHours ?? 1;
    const chart = drawChart(element, { group, series, measured: points, horizon, onCursor: setCursor });
    drawn.current = chart;
    return () => {
      chart.destroy();
      drawn.current = null;
    };
  }, [group, series, measured, store]);
  useEffect(() => drawn.current?.show(table, marks, hour), [table, marks, hour, series, measured]);
  const names = series.map(({ id }) => plainDigits(chartName(id))).join(', ');
  const isEmpty = table.hours.length === 0;
  return (
    <div class="trend-chart">
      <Legend series={series} table={table} index={index} />
      <div
        class="plot"
        ref={host}
        role="img"
        aria-label={t('hud.trend.description', {
          names,
          days: Math.ceil((table.hours.at(-1) ?? 0) / HOURS_PER_DAY),
        })}
      />
      {isEmpty && <p class="quiet plot-empty">{t('hud.trend.empty')}</p>}
      {!isEmpty && (
        <input
          type="range"
          class="plot-cursor"
          aria-label={t('hud.trend.cursor')}
          aria-valuetext={spokenRow(series, table, index)}
          min={0}
          max={table.hours.length - 1}
          value={index}
          onInput={(event) => {
            const at = event.currentTarget.valueAsNumber;
            setCursor(at);
            drawn.current?.pointAt(at);
          }}
        />
      )}
      <ValueTable group={group} series={series} table={table} measured={measured.includes('true')} />
    </div>
  );
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

function spokenRow(series: readonly ChartSeries[], table: ChartTable, index: number): string {
  const values = series.flatMap(({ id }, column) => {
    const value = table.columns[column]?.[index];
    return value === null || value === undefined
      ? []
      : [plainDigits(`${chartName(id)} ${chartValue(id, value)} ${chartUnit(id)}`)];
  });
  return t('hud.trend.cursorValue', { clock: clockText(table.hours[index] ?? 0), values: values.join(', ') });
}

interface ValueTableProps {
  readonly group: ChartGroup;
  readonly series: readonly ChartSeries[];
  readonly table: ChartTable;
  readonly measured: boolean;
}

function ValueTable({ group, series, table, measured }: ValueTableProps) {
  const [open, setOpen] = useState(false);
  const rows = open ? tableRows(table, TABLE_STEP_HOURS, measured && group.id !== 'vitals') : [];
  return (
    <details class="value-table" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('hud.trend.table')}</summary>
      {open && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the arrow keys
        <section class="table-scroll" tabIndex={0} aria-label={t('hud.trend.table')}>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('hud.trend.hour')}</th>
                {series.map(({ id }) => (
                  <th key={id} scope="col">
                    <Words>{`${chartName(id)}, ${chartUnit(id)}`}</Words>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row}>
                  <th scope="row" class="number">
                    {clockText(table.hours[row] ?? 0)}
                  </th>
                  {series.map(({ id }, column) => {
                    const value = table.columns[column]?.[row] ?? null;
                    return (
                      <td key={id} class="number">
                        {value === null ? NO_VALUE : chartValue(id, value)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
