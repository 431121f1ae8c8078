import type { VNode } from 'preact';
import type { OutboxEntry, StudentState } from '../../../../app/classroom/types.ts';
import { useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { saveLogFile } from '../../logFile.ts';
import { whenText } from '../../words.ts';
import { t } from '../studentWords.ts';
import { handInText } from './handInText.ts';

/** What became of each finished game, the newest first; nothing before the first one. */
export function HandIns({ student }: { readonly student: StudentState }): VNode | null {
  const { outbox, storageProblem } = student;
  const { retry } = useClassActions();
  if (outbox.length === 0) return null;
  return (
    <section class="class-hand-ins panel" aria-labelledby="hand-ins-heading">
      <h2 id="hand-ins-heading">{t('classStudent.seat.handIns')}</h2>
      {storageProblem !== '' && <p class="storage-problem">{storageProblem}</p>}
      <ul>
        {outbox.toReversed().map((entry) => (
          <li key={entry.key}>
            <HandIn entry={entry} student={student} />
          </li>
        ))}
      </ul>
      {outbox.some(({ state }) => state === 'waiting') && (
        <button type="button" class="button" onClick={retry}>
          <Icon name="restart" size={20} />
          {t('classStudent.handIn.retry')}
        </button>
      )}
    </section>
  );
}

const ICONS = { waiting: 'caution', sending: 'open', accepted: 'check', refused: 'close' } as const;

interface HandInProps {
  readonly entry: OutboxEntry;
  readonly student: StudentState;
}

/** One game, with its log to save as long as the server has not taken it. */
export function HandIn({ entry, student }: HandInProps): VNode {
  const { log, state, endedAt } = entry;
  return (
    <div class={`hand-in hand-in-${state}`}>
      <Icon name={ICONS[state]} size={22} />
      <p>
        {handInText(entry, student)}{' '}
        <span class="quiet">{t('classStudent.handIn.ended', { when: whenText(endedAt) })}</span>
      </p>
      {(state === 'waiting' || state === 'refused') && (
        <button
          type="button"
          class="button small"
          aria-label={t('classStudent.handIn.saveName', { score: log.score })}
          onClick={() => saveLogFile(log)}
        >
          <Icon name="download" size={18} />
          {t('classStudent.handIn.save')}
        </button>
      )}
    </div>
  );
}
