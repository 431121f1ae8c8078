import type { VNode } from 'preact';
import type { ClassMap } from '../../../../classroom/types.ts';
import type { Level } from '../../../../engine/types.ts';
import { t } from '../mapWords.ts';
import { chanceSentence, nothingSentence, separationSentence } from './separationWords.ts';

interface SeparationPanelProps {
  readonly level: Level;
  readonly map: ClassMap;
  readonly isShown: boolean;
  readonly onShow: (isShown: boolean) => void;
}

/** Which decision parts those who recovered from those who did not, and how sure that is. */
export function SeparationPanel({ level, map, isShown, onShow }: SeparationPanelProps): VNode {
  const { separation } = map;
  return (
    <section class="class-map-panel class-map-separation" aria-labelledby="class-map-parted">
      <h3 id="class-map-parted">{t('classMap.separation.heading')}</h3>
      {!separation && <p class="quiet">{nothingSentence(map)}</p>}
      {separation && !separation.isClear && <p class="quiet">{t('classMap.separation.notClear')}</p>}
      {separation && (
        <>
          <p class={separation.isClear ? 'is-clear' : ''}>{separationSentence(level, separation)}</p>
          <div class="separation-tools">
            <button
              type="button"
              class="class-map-sort"
              aria-pressed={isShown}
              onClick={() => onShow(!isShown)}
            >
              {t('classMap.separation.show')}
            </button>
            <details>
              <summary>{t('classMap.separation.how')}</summary>
              <p>{chanceSentence(separation)}</p>
              <p>{t('classMap.separation.cause')}</p>
            </details>
          </div>
        </>
      )}
    </section>
  );
}
