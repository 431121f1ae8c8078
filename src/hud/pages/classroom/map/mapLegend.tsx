import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { OutcomeKind } from '../../../../engine/types.ts';
import { regimenName } from '../../../doses.ts';
import { t } from '../mapWords.ts';
import { EndSign } from './endSign.tsx';
import { type MapFrame, symbolsOnMap } from './mapFrame.ts';
import { momentWords } from './rowWords.ts';
import { SignIcon } from './sign.tsx';
import { type MapSymbol, small, strengthOf, symbolName } from './symbols.ts';

const OUTCOMES: readonly OutcomeKind[] = [
  'recovered',
  'organFailure',
  'opportunisticInfection',
  'stillOnWard',
];

/** What lines and signs mean, and how many games ended in which way. */
export function MapLegend({ frame }: { readonly frame: MapFrame }): VNode {
  const symbols = useMemo(() => symbolsOnMap(frame), [frame]);
  const { bestWindow, outcomes } = frame.map;
  return (
    <section class="class-map-panel class-map-legend" aria-label={t('classMap.legend')}>
      <ul class="legend-outcomes">
        {OUTCOMES.map((outcome) => (
          <li key={outcome} class={`row-${outcome}`}>
            <svg viewBox="0 0 34 14" aria-hidden="true">
              <path class="class-map-line" d="M1 7H22" />
              <EndSign outcome={outcome} x={27} y={7} />
            </svg>
            <b class="number">{outcomes[outcome]}</b> {t(`classMap.outcome.${outcome}`)}
          </li>
        ))}
      </ul>
      <ul class="legend-signs">
        {byTreatment(symbols).map(([first, ...others]) => (
          <li key={first.id}>
            {others.length === 0 && <SignIcon symbol={first} />}
            {symbolName(first.id)}
            {others.length > 0 &&
              [first, ...others].map((symbol) => (
                <span key={symbol.strength} class="legend-dose">
                  <SignIcon symbol={symbol} />
                  {doseWords(frame, symbol)}
                </span>
              ))}
          </li>
        ))}
      </ul>
      <details>
        <summary>{t('classMap.legendMore')}</summary>
        <p>{t('classMap.legendApart')}</p>
        <p>{t('classMap.legendAgain')}</p>
      </details>
      {bestWindow && (
        <p class="unseen">
          {t('classMap.bestWindow', {
            from: momentWords(bestWindow.from),
            to: momentWords(bestWindow.to),
          })}
        </p>
      )}
    </section>
  );
}

/** Signs of one treatment together. */
function byTreatment(symbols: readonly MapSymbol[]): readonly (readonly [MapSymbol, ...MapSymbol[]])[] {
  const groups: [MapSymbol, ...MapSymbol[]][] = [];
  for (const symbol of symbols) {
    const last = groups.at(-1);
    if (last?.[0].id === symbol.id) last.push(symbol);
    else groups.push([symbol]);
  }
  return groups;
}

/** What its dose is called, where the treatment comes in several. */
function doseWords({ level }: MapFrame, symbol: MapSymbol): string {
  const drug = level.treatments.find(({ id }) => id === symbol.id);
  const regimen = drug?.regimens.find(({ id }) => strengthOf(drug, id) === symbol.strength);
  return drug && regimen ? small(regimenName(drug.id, regimen)) : '';
}
