import './roomStrip.css';
import type { VNode } from 'preact';
import { useEffect } from 'preact/hooks';
import { isRoomGame } from '../../../../app/classroom/roomGame.ts';
import type { StudentState } from '../../../../app/classroom/types.ts';
import { useApp, useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { nameText } from '../boardWords.ts';
import { t } from '../studentWords.ts';
import { SeatSign } from './connectionSign.tsx';
import { DAY_MILLISECONDS, spanText, useTimeLeft } from './serverClock.ts';
import { useSeatNews } from './useSeatNews.ts';

/** Under the bar of a room's game: which room, as whom, and whether the server is there. */
export function RoomStrip(): VNode | null {
  const student = useClass((state) => state.student);
  const isOurs = useApp(({ game }) => student !== null && isRoomGame(game, student.view.room));
  const news = useSeatNews();
  useEffect(fetchAhead, []);
  if (!student || !isOurs) return null;
  return (
    <section class="room-strip" aria-label={t('classStudent.strip.name')}>
      <Facts student={student} />
      <p class="unseen" aria-live="polite" aria-atomic="true">
        {news}
      </p>
    </section>
  );
}

/** The network may be gone when the game has ended: what is shown then is fetched while it is there. */
function fetchAhead(): void {
  const parts = [import('../../end.tsx'), import('./endPanel.tsx'), import('../classPage.tsx')];
  void Promise.all(parts).catch(() => undefined);
}

function Facts({ student }: { readonly student: StudentState }): VNode {
  const { go } = useClassActions();
  const { view, own, ahead } = student;
  const left = useTimeLeft(view.room.state === 'open' ? view.room.until : null, ahead);
  return (
    <>
      <button type="button" class="chip" onClick={() => go({ part: 'seat', code: '' })}>
        <Icon name="back" size={16} />
        <span class="unseen">{t('classStudent.strip.back')} </span>
        {t('classStudent.strip.room')} <b class="number">{view.room.code}</b>
      </button>
      <div class="room-strip-words">
        <p class="room-strip-name">
          <span class="unseen">{t('classStudent.strip.you')} </span>
          {nameText(own.name)}
        </p>
        <p>
          <SeatSign student={student} />
        </p>
        {view.room.state === 'closed' && (
          <p>
            <b>{t('classStudent.strip.closed')}</b>
          </p>
        )}
        {own.pace !== 1 && <p>{t('classStudent.strip.pace', { pace: own.pace })}</p>}
        {left !== null && left < DAY_MILLISECONDS && (
          <p>{t('classStudent.seat.left', { span: spanText(left) })}</p>
        )}
      </div>
    </>
  );
}
