import './roomStrip.css';
import type { VNode } from 'preact';
import { isRoomGame } from '../../../../app/classroom/roomGame.ts';
import type { StudentState } from '../../../../app/classroom/types.ts';
import type { DecisionLog } from '../../../../engine/types.ts';
import { useApp, useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { t } from '../studentWords.ts';
import { HandIn } from './handIns.tsx';
import { laterText } from './seatState.tsx';
import { useSeatNews } from './useSeatNews.ts';

/** What became of the room's game that has just ended; nothing after another one. */
export function RoomEndPanel(): VNode | null {
  const student = useClass((state) => state.student);
  const isOurs = useApp(({ game }) => student !== null && isRoomGame(game, student.view.room));
  const news = useSeatNews();
  if (!student || !isOurs) return null;
  return (
    <section class="end-room panel" aria-labelledby="end-room-heading">
      <h2 id="end-room-heading">{t('classStudent.end.heading')}</h2>
      <Game student={student} />
      <Later student={student} />
      <Back />
      <p class="unseen" aria-live="polite" aria-atomic="true">
        {news}
      </p>
    </section>
  );
}

/** The entry of this game; the outbox has it a moment after the end. */
function Game({ student }: { readonly student: StudentState }): VNode {
  const log = useApp(({ game }) => game?.result?.log ?? null);
  const entry = student.outbox.findLast((kept) => isSameGame(kept.log, log));
  if (!entry) return <p>{t('classStudent.end.onItsWay')}</p>;
  return <HandIn entry={entry} student={student} />;
}

/** A log that was read back from the shelf is another object. */
function isSameGame(kept: DecisionLog, log: DecisionLog | null): boolean {
  return kept.endTick === log?.endTick && JSON.stringify(kept.commands) === JSON.stringify(log.commands);
}

function Later({ student }: { readonly student: StudentState }): VNode | null {
  const { room } = student.view;
  if (room.hints || room.state === 'closed') return null;
  return <p class="quiet">{laterText(room)}</p>;
}

function Back(): VNode {
  const { go } = useClassActions();
  return (
    <button type="button" class="button main" onClick={() => go({ part: 'seat', code: '' })}>
      <Icon name="student" size={22} />
      {t('classStudent.end.room')}
    </button>
  );
}
