import type { VNode } from 'preact';
import type { DecisionLog } from '../../engine/types.ts';
import { useApp } from '../appContext.ts';
import { CopyByHand } from '../copyByHand.tsx';
import { formatNumber } from '../format.ts';
import { Icon } from '../icons.tsx';
import { useCopyLink } from './copyLink.ts';
import { t } from './endWords.ts';
import { saveLogFile } from './logFile.ts';

/** Saving and sharing of the log of the game that has just ended. */
export function LogActions({ log }: { readonly log: DecisionLog }): VNode {
  const problem = useApp((state) => state.storageProblem);
  const { copying, address, copy } = useCopyLink(log);
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
        {copying === 'by hand' && <CopyByHand label={t('end.copyByHand')} text={address()} />}
      </div>
    </section>
  );
}
