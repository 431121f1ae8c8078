import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { OutcomeKind } from '../../../../engine/types.ts';
import { t } from '../mapWords.ts';
import { EndSign } from './endSign.tsx';
import { type MapFrame, symbolsOnMap } from './mapFrame.ts';
import { momentWords } from './rowWords.ts';
import { SignIcon } from './sign.tsx';
import { type MapSymbol, shortWords, strengthOf, symbolName } from './symbols.ts';

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
        {symbols.map((symbol) => (
          <li key={`${symbol.id} ${symbol.strength}`}>
            <SignIcon symbol={symbol} />
            {legendWords(frame, symbol)}
          </li>
        ))}
      </ul>
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

/** The dose is said where the treatment comes in several. */
function legendWords({ level }: MapFrame, symbol: MapSymbol): string {
  if (symbol.id === 'oxygen' || symbol.id === 'ventilator') return symbolName(symbol.id);
  const drug = level.treatments.find(({ id }) => id === symbol.id);
  const regimen = drug?.regimens.find((way) => strengthOf(drug, way.id) === symbol.strength);
  if (!drug || !regimen) return symbolName(symbol.id);
  return shortWords(level, { type: 'order', treatment: drug.id, regimen: regimen.id });
}
