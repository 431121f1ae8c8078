import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { StudentState } from '../../../../app/classroom/types.ts';
import type { GoneReason } from '../../../../schema/classroom/room.ts';
import { useClassActions } from '../../../appContext.ts';
import { t } from '../studentWords.ts';
import { HandIn } from './handIns.tsx';
import { waitingEntries } from './handInText.ts';

interface GonePanelProps {
  readonly student: StudentState;
  readonly reason: GoneReason;
}

/** Why the seat is this device's no longer, and what can still be done. */
export function GonePanel({ student, reason }: GonePanelProps): VNode {
  const { forgetSeat, go } = useClassActions();
  const waiting = waitingEntries(student.outbox);
  const [sure, setSure] = useState(false);
  const mustAsk = waiting.length > 0 && !sure;
  return (
    <section class="class-gone panel" aria-labelledby="gone-heading" role="alert">
      <h2 id="gone-heading">{t(`classStudent.gone.${reason}`)}</h2>
      <p class="lead">{t(`classStudent.gone.${reason}About`)}</p>
      {waiting.length > 0 && (
        <>
          <p>{t('classStudent.gone.waiting', { count: waiting.length })}</p>
          <ul>
            {waiting.map((entry) => (
              <li key={entry.key}>
                <HandIn entry={entry} student={student} />
              </li>
            ))}
          </ul>
        </>
      )}
      <div class="class-buttons">
        {reason !== 'moved' && (
          <button type="button" class="button main" onClick={() => go({ part: 'join', code: '' })}>
            {t('classStudent.seat.join')}
          </button>
        )}
        <button
          type="button"
          class={sure ? 'button danger' : 'button'}
          onClick={() => (mustAsk ? setSure(true) : forgetSeat())}
          onBlur={() => setSure(false)}
        >
          {t(sure ? 'classStudent.gone.forgetSure' : 'classStudent.gone.forget')}
        </button>
      </div>
    </section>
  );
}
