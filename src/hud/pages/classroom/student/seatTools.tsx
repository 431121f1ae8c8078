import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { StudentState } from '../../../../app/classroom/types.ts';
import { useClassActions } from '../../../appContext.ts';
import { t } from '../studentWords.ts';
import { groupedCode } from '../teacher/momentWords.ts';
import { spanText, useTimeLeft } from './serverClock.ts';

/** Taking the seat to another device, and giving it up. */
export function SeatTools({ student }: { readonly student: StudentState }): VNode {
  return (
    <section class="class-tools panel" aria-labelledby="tools-heading">
      <h2 id="tools-heading">{t('classStudent.seat.more')}</h2>
      <MoveSeat student={student} />
      <LeaveSeat />
    </section>
  );
}

function MoveSeat({ student }: { readonly student: StudentState }): VNode {
  const { moveOwnSeat } = useClassActions();
  const { move, ahead } = student;
  const left = useTimeLeft(move?.until ?? null, ahead);
  const holds = left !== null && left > 0;
  return (
    <details class="class-move">
      <summary>{t('classStudent.move.from')}</summary>
      <p>{t('classStudent.move.fromAbout')}</p>
      {move && (
        <p>
          <span class="unseen">{t('classStudent.move.code')} </span>
          <span class="class-move-code number">{groupedCode(move.code)}</span>{' '}
          {holds ? t('classStudent.move.left', { span: spanText(left) }) : t('classStudent.move.over')}
        </p>
      )}
      <p class="unseen" role="status">
        {move ? t('classStudent.news.moveReady') : ''}
      </p>
      <button type="button" class="button" onClick={() => void moveOwnSeat()}>
        {t(move ? 'classStudent.move.again' : 'classStudent.move.show')}
      </button>
    </details>
  );
}

function LeaveSeat(): VNode {
  const { leaveSeat } = useClassActions();
  const [sure, setSure] = useState(false);
  return (
    <div class="class-leave">
      <p class="quiet">{t('classStudent.seat.leaveAbout')}</p>
      <button
        type="button"
        class={sure ? 'button danger' : 'button'}
        onClick={() => (sure ? void leaveSeat() : setSure(true))}
        onBlur={() => setSure(false)}
      >
        {t(sure ? 'classStudent.seat.leaveSure' : 'classStudent.seat.leave')}
      </button>
    </div>
  );
}
