import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { logToFragment } from '../../app/logLink.ts';
import type { DecisionLog } from '../../engine/types.ts';
import { useApp } from '../appContext.ts';
import { formatNumber } from '../format.ts';
import { Icon } from '../icons.tsx';
import { t } from './endWords.ts';
import { saveLogFile } from './logFile.ts';

type Copying = 'not yet' | 'done' | 'by hand';

/** Saving and sharing of the log of the game that has just ended. */
export function LogActions({ log }: { readonly log: DecisionLog }): VNode {
  const problem = useApp((state) => state.storageProblem);
  const [copying, setCopying] = useState<Copying>('not yet');
  const field = useRef<HTMLInputElement>(null);
  const address = () => `${location.origin}${location.pathname}#${logToFragment(log)}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address());
      setCopying('done');
    } catch {
      // No permission, or a page without https: the link is shown to be copied by hand.
      setCopying('by hand');
      setTimeout(() => field.current?.select(), 0);
    }
  };
  const seconds = log.pauses.reduce((sum, pause) => sum + pause.seconds, 0);
  return (
    <section class="end-log panel" aria-labelledby="log-heading">
      <h2 id="log-heading">{t('end.log')}</h2>
      <p>
        {t('end.logAbout')}{' '}
        {seconds > 0 ? t('end.pauses', { seconds: formatNumber(seconds, 0) }) : t('end.noPauses')}
      </p>
      {problem !== '' && <p class="storage-problem">{problem}</p>}
      <div class="end-log-buttons">
        <button type="button" class="button" onClick={() => saveLogFile(log)}>
          <Icon name="download" size={20} />
          {t('end.save')}
        </button>
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name="link" size={20} />
          {t('end.copy')}
        </button>
      </div>
      <div role="status">
        {copying === 'done' && <p class="copied">{t('end.copied')}</p>}
        {copying === 'by hand' && (
          <label class="copy-by-hand">
            {t('end.copyByHand')}
            <input
              ref={field}
              type="text"
              readOnly
              value={address()}
              class="number"
              onFocus={(event) => event.currentTarget.select()}
            />
          </label>
        )}
      </div>
    </section>
  );
}
