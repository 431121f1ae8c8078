import './student.css';
import './roomStrip.css';
import type { VNode } from 'preact';
import type { StudentState } from '../../../../app/classroom/types.ts';
import { useApp, useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { levelText } from '../../words.ts';
import { Board } from '../board.tsx';
import { roomLines } from '../boardLines.ts';
import { nameText } from '../boardWords.ts';
import { ClassHead } from '../doors/classHead.tsx';
import { t } from '../studentWords.ts';
import { SeatSign } from './connectionSign.tsx';
import { GonePanel } from './gonePanel.tsx';
import { HandIns } from './handIns.tsx';
import { ownRow } from './handInText.ts';
import { Podium } from './podium.tsx';
import { RoomBriefing } from './roomBriefing.tsx';
import { SeatState } from './seatState.tsx';
import { SeatTools } from './seatTools.tsx';
import { useSeatNews } from './useSeatNews.ts';

/** The student's own place: what the room does, what became of the games, and the board. */
export function SeatPage(): VNode {
  const student = useClass((state) => state.student);
  const news = useSeatNews();
  return (
    <main class="class-page class-seat-page reading">
      <ClassHead />
      {student === null ? <NoSeat /> : <Seat student={student} />}
      <p class="unseen" aria-live="polite" aria-atomic="true">
        {news}
      </p>
    </main>
  );
}

function NoSeat(): VNode {
  const { go } = useClassActions();
  return (
    <section class="panel">
      <h1>{t('classStudent.title')}</h1>
      <p>{t('classStudent.seat.none')}</p>
      <button type="button" class="button main" onClick={() => go({ part: 'join', code: '' })}>
        <Icon name="student" size={22} />
        {t('classStudent.seat.join')}
      </button>
    </section>
  );
}

/** True when the games of others, the debrief and the lesson are open: with hints, once an own game has ended. */
function isOpenToLook(student: StudentState): boolean {
  const { room } = student.view;
  return room.state === 'closed' || (room.hints && (ownRow(student)?.result ?? null) !== null);
}

function Seat({ student }: { readonly student: StudentState }): VNode {
  const { openRow } = useClassActions();
  const { view, own, gone } = student;
  const canLook = isOpenToLook(student) && gone === null;
  const lines = roomLines(view.rows, { hideNames: view.room.hideNames, ownSeat: own.seat });
  const isClosed = view.room.state === 'closed';
  return (
    <>
      <Who student={student} />
      <div class="class-column">
        {gone ? (
          <GonePanel student={student} reason={gone} />
        ) : (
          <SeatState student={student} canLook={canLook} />
        )}
        {isClosed && <Podium student={student} />}
        {view.room.state === 'lobby' && <RoomBriefing room={view.room} />}
        {gone === null && <HandIns student={student} />}
      </div>
      <div class="class-column">
        <section class="class-board-panel panel" aria-labelledby="board-heading">
          <h2 id="board-heading">{t('classStudent.seat.board')}</h2>
          {canLook && lines.some(({ result }) => result !== null) && (
            <p class="quiet">{t('classStudent.seat.boardOpen')}</p>
          )}
          {view.version > 0 && (
            <Board lines={lines} open={canLook ? (seat) => void openRow(seat) : undefined} />
          )}
        </section>
        {view.room.state !== 'lobby' && <RoomBriefing room={view.room} folded />}
        {gone === null && <SeatTools student={student} />}
      </div>
    </>
  );
}

function Who({ student }: { readonly student: StudentState }): VNode {
  const { view, own } = student;
  const level = useApp((state) => state.levels.find(({ id }) => id === view.room.level.id));
  const values = {
    code: view.room.code,
    level: level ? levelText(level).title : view.room.level.id,
    view: t(`page.mode.${view.room.mode}`),
  };
  return (
    <header class="class-who panel">
      <div>
        <p class="quiet">{t('classStudent.seat.where', values)}</p>
        <h1>{nameText(own.name)}</h1>
        <p class="quiet">
          {t('classStudent.seat.named')}
          {own.pace !== 1 && ` ${t('classStudent.seat.pace', { pace: own.pace })}`}
        </p>
      </div>
      <p class="class-connection">
        <SeatSign student={student} />
      </p>
    </header>
  );
}
