import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { EVIDENCE, type EvidenceEntry } from '../../../app/modelFacts.ts';
import { numberText, unitText } from './numbers.ts';
import { Scrolls, Section } from './parts.tsx';
import { PLOTS_OF_EVIDENCE, Plots } from './plots.tsx';
import { t } from './words.ts';

const COLORS = ['red', 'yellow', 'green'] as const;
const FILTERS = ['all', ...COLORS, 'calibrated', 'validated'] as const;
type Filter = (typeof FILTERS)[number];

/** Red rows first: what fails is what a reader must see. */
export const ROWS: readonly EvidenceEntry[] = COLORS.flatMap((color) =>
  EVIDENCE.rows.filter((row) => row.color === color),
);

const passes = (row: EvidenceEntry, filter: Filter): boolean =>
  filter === 'all' || row.color === filter || row.use === filter;

/** The model against published data. */
export function EvidenceSection(): VNode {
  const [filter, setFilter] = useState<Filter>('all');
  const count = (color: string): number => ROWS.filter((row) => row.color === color).length;
  return (
    <Section id="evidence">
      <p>{t('model.evidence.about')}</p>
      <p class="lead evidence-counts">
        {t('model.evidence.counts', {
          red: count('red'),
          yellow: count('yellow'),
          green: count('green'),
          all: ROWS.length,
        })}
      </p>
      <p class="quiet">{t('model.evidence.measured', { patients: EVIDENCE.patients })}</p>
      <details class="fold">
        <summary>{t('model.evidence.rules')}</summary>
        <ul>
          {EVIDENCE.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </details>
      <Filters filter={filter} choose={setFilter} />
      <Scrolls label={t('model.evidence.table')} class="tall">
        <table class="evidence-table">
          <caption class="unseen">{t('model.evidence.table')}</caption>
          <thead>
            <tr>
              {(['color', 'quantity', 'published', 'allowed', 'model', 'ratio', 'use'] as const).map(
                (column) => (
                  <th key={column} scope="col">
                    {t(`model.column.${column}`)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {ROWS.filter((row) => passes(row, filter)).map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
        </table>
      </Scrolls>
      <Plots names={PLOTS_OF_EVIDENCE} />
    </Section>
  );
}

interface FiltersProps {
  readonly filter: Filter;
  readonly choose: (filter: Filter) => void;
}

function filterText(filter: Filter): string {
  if (filter === 'all') return t('model.evidence.all');
  if (filter === 'calibrated' || filter === 'validated') return t(`model.use.${filter}`);
  return t(`model.color.${filter}`);
}

function Filters({ filter, choose }: FiltersProps): VNode {
  return (
    <fieldset class="model-chips">
      <legend>{t('model.evidence.show')}</legend>
      {FILTERS.map((option) => (
        <label key={option} class={option === filter ? 'model-chip chosen' : 'model-chip'}>
          <input
            type="radio"
            class="unseen"
            name="evidence-filter"
            checked={option === filter}
            onChange={() => choose(option)}
          />
          {filterText(option)}
        </label>
      ))}
    </fieldset>
  );
}

function Row({ row }: { readonly row: EvidenceEntry }): VNode {
  const { what, unit, color, use, published, allowed, model, ratio, note, source, confidence } = row;
  return (
    <tr class={`evidence-${color}`}>
      <td>
        <b class={`color-word color-${color}`}>{t(`model.color.${color}`)}</b>
      </td>
      <th scope="row">
        {unit === '1' ? what : `${what}, ${unitText(unit)}`}
        {note !== '' && <p class="row-note">{note}</p>}
        {confidence === 'recalled' && <p class="row-note">{t('model.evidence.unconfirmed')}</p>}
        <p class="row-source">
          {source.doi === '' ? (
            source.text
          ) : (
            <a href={t('model.evidence.doi', { doi: source.doi })} rel="noreferrer">
              {source.text}
            </a>
          )}
        </p>
      </th>
      <td class="number">{published.text}</td>
      <td class="number">{allowed.text}</td>
      <td class="number">{model.text}</td>
      <td class="number">{ratio === null ? '' : numberText(Number(ratio.toPrecision(3)))}</td>
      <td>{t(`model.use.${use}`)}</td>
    </tr>
  );
}
