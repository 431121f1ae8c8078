import { t } from '../text/catalogue.ts';
import { type ChartQuantity, type ChartSeries, chartName, chartUnit, chartValue } from './chartData.ts';
import { NO_VALUE } from './format.ts';
import { GHOST_DASHES, type GhostLine, ghostColour } from './ghostLines.ts';
import { plainDigits, Words } from './words.tsx';

interface GhostLegendProps {
  readonly lines: readonly GhostLine[];
  readonly series: readonly ChartSeries[];
  /** The series that the ghosts are drawn of. */
  readonly compared: ChartSeries;
  /** Value of each ghost under the cursor. */
  readonly values: readonly (number | null)[];
  readonly compare: (id: ChartQuantity) => void;
}

/** Name, dash and value of each ghost line, and the quantity that they are drawn of. */
export function GhostLegend({ lines, series, compared, values, compare }: GhostLegendProps) {
  return (
    <div class="legend ghost-legend">
      <label class="ghost-quantity">
        {t('page.replay.ghostLinesOf')}{' '}
        <select value={compared.id} onChange={(event) => compare(event.currentTarget.value as ChartQuantity)}>
          {series.map(({ id }) => (
            <option key={id} value={id}>
              {plainDigits(chartName(id))}
            </option>
          ))}
        </select>
      </label>
      {lines.map(({ id, kind, name }, index) => {
        const value = values[index] ?? null;
        return (
          <span key={id} class="legend-entry" style={{ color: `var(${ghostColour(kind)})` }}>
            <svg viewBox="0 0 26 6" aria-hidden="true">
              <path d="M1 3H25" stroke-dasharray={GHOST_DASHES[kind].join(' ')} />
            </svg>
            <b>{name}</b>
            <span class="number">{value === null ? NO_VALUE : chartValue(compared.id, value)}</span>
            <span class="unit">
              <Words>{chartUnit(compared.id)}</Words>
            </span>
          </span>
        );
      })}
    </div>
  );
}
