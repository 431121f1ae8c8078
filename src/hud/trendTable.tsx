import { useState } from 'preact/hooks';
import { t } from '../text/catalogue.ts';
import {
  type ChartGroup,
  type ChartQuantity,
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
  const rows = open ? rowsOf(table, series.length, isSparse, lines.length > 0) : [];
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
                  {[...series.map(({ id }) => id), ...ghosts.map(() => compared?.id)].map((id, column) => (
                    <Cell key={column} id={id} value={table.columns[column]?.[row] ?? null} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}

/**
 * Rows of the table: one in six hours, and each that has a measured value. Ghosts have a value each half hour, so
 * beside them the measured rows have to be looked for.
 */
function rowsOf(
  table: ChartTable,
  columns: number,
  isSparse: boolean,
  hasGhosts: boolean,
): readonly number[] {
  const regular = tableRows(table, TABLE_STEP_HOURS, isSparse && !hasGhosts);
  if (!isSparse || !hasGhosts) return regular;
  const isOwn = (row: number): boolean =>
    table.columns.slice(0, columns).some((column) => typeof column[row] === 'number');
  return table.hours.flatMap((_, row) => (isOwn(row) || regular.includes(row) ? [row] : []));
}

function Cell({ id, value }: { readonly id: ChartQuantity | undefined; readonly value: number | null }) {
  return <td class="number">{value === null || !id ? NO_VALUE : chartValue(id, value)}</td>;
}
