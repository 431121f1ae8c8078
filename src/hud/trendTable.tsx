import { useState } from 'preact/hooks';
import { t } from '../text/catalogue.ts';
import {
  type ChartGroup,
  type ChartSeries,
  type ChartTable,
  chartName,
  chartUnit,
  chartValue,
  tableRows,
} from './chartData.ts';
import { clockText, NO_VALUE } from './format.ts';
import type { GhostLine } from './ghostLines.ts';
import { Words } from './words.tsx';

/** Distance of the table's rows. */
const TABLE_STEP_HOURS = 6;

interface TrendTableProps {
  readonly group: ChartGroup;
  readonly series: readonly ChartSeries[];
  readonly table: ChartTable;
  readonly measured: boolean;
  /** Courses of others; their columns come after those of the series. */
  readonly lines: readonly GhostLine[];
  readonly compared: ChartSeries | undefined;
}

/** The chart's values in rows. */
export function TrendTable({ group, series, table, measured, lines, compared }: TrendTableProps) {
  const [open, setOpen] = useState(false);
  const isSparse = measured && group.id !== 'vitals';
  // Every measured value has its row; beside ghosts, which have a value each half hour, so do the hours between.
  const isOwn = (row: number): boolean => series.some((_, column) => table.columns[column]?.[row] != null);
  const regular = open ? tableRows(table, TABLE_STEP_HOURS, isSparse && lines.length === 0) : [];
  const rows =
    open && isSparse && lines.length > 0
      ? table.hours.flatMap((_, row) => (isOwn(row) || regular.includes(row) ? [row] : []))
      : regular;
  const ghosts = compared ? lines : [];
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
                {ghosts.map(({ id, name }) => (
                  <th key={id} scope="col">
                    {compared && <Words>{`${name}: ${chartName(compared.id)}`}</Words>}
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
                  {ghosts.map(({ id }, ghost) => {
                    const value = table.columns[series.length + ghost]?.[row] ?? null;
                    return (
                      <td key={id} class="number">
                        {value === null || !compared ? NO_VALUE : chartValue(compared.id, value)}
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
