import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { isRoomGame, levelOfRoom } from '../../../../app/classroom/roomGame.ts';
import type { StudentState } from '../../../../app/classroom/types.ts';
import type { DecisionLog } from '../../../../engine/types.ts';
import type { RoomFacts } from '../../../../schema/classroom/room.ts';
import { useActions, useApp, useClass, useClassActions, useDebriefActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { momentText } from '../../words.ts';
import { t } from '../studentWords.ts';
import { dateText } from '../teacher/momentWords.ts';
import { ownRow, seatsRanked } from './handInText.ts';
import { DAY_MILLISECONDS, spanText, useTimeLeft } from './serverClock.ts';

interface SeatStateProps {
  readonly student: StudentState;
  readonly canLook: boolean;
}

/** What the room does now, and what can be done about it. */
export function SeatState({ student, canLook }: SeatStateProps): VNode {
  const { view } = student;
  const section = useFocusWhenOpened(view.room.state);
  return (
    <section class="class-state panel" aria-labelledby="state-heading" ref={section}>
      <Now student={student} canLook={canLook} />
    </section>
  );
}

function Now(props: SeatStateProps): VNode {
  const { view, elsewhere } = props.student;
  if (view.room.state === 'lobby') return <Lobby seats={view.rows.length} />;
  return elsewhere ? <Elsewhere /> : <Running {...props} />;
}

/** The game goes on in another tab: two of them would be two games of one seat. */
function Elsewhere(): VNode {
  const { playHere } = useClassActions();
  return (
    <>
      <h2 id="state-heading">{t('classStudent.seat.elsewhere')}</h2>
      <p class="lead">{t('classStudent.seat.elsewhereAbout')}</p>
      <div class="class-buttons">
        <MainButton press={playHere}>{t('classStudent.seat.playHere')}</MainButton>
      </div>
    </>
  );
}

function Running({ student, canLook }: SeatStateProps): VNode {
  const { view } = student;
  const leftHere = useApp(({ game }) =>
    isRoomGame(game, view.room) && !game.result && game.now.tick > 0 ? game.now.tick : null,
  );
  const leftAt = leftHere ?? student.leftTick;
  const buttons = useFocusOnWaitingGame(leftAt !== null);
  const result = ownRow(student)?.result ?? null;
  const problem = useClass((state) => state.problem);
  const isClosed = view.room.state === 'closed';
  const play = <PlayButtons room={view.room} leftAt={leftAt} hasResult={result !== null} />;
  return (
    <>
      <h2 id="state-heading">{headingText(view.room, leftAt)}</h2>
      <RoomWords room={view.room} ahead={student.ahead} leftAt={leftAt} />
      <OwnResult student={student} />
      <div class="class-buttons" ref={buttons}>
        {!isClosed && play}
        {canLook && result && <LookButtons student={student} />}
        {isClosed && play}
      </div>
      <p class="code-said" role="alert">
        {problem}
      </p>
      {!canLook && result && <p class="quiet">{laterText(view.room)}</p>}
    </>
  );
}

function headingText({ state }: RoomFacts, leftAt: number | null): string {
  if (state === 'closed') return t('classStudent.seat.closed');
  return t(leftAt === null ? 'classStudent.seat.open' : 'classStudent.seat.playing');
}

/** When the games of others and the debrief open. */
export function laterText({ kind, until }: RoomFacts): string {
  if (kind !== 'until' || until === null) return t('classStudent.seat.opensLater');
  return t('classStudent.seat.opensAt', { when: dateText(until) });
}

function Lobby({ seats }: { readonly seats: number }): VNode {
  return (
    <>
      <h2 id="state-heading">{t('classStudent.seat.lobby')}</h2>
      <p class="lead">{t('classStudent.seat.lobbyAbout')}</p>
      <p>{t('classStudent.seat.noHurry')}</p>
      {seats > 0 && <p class="quiet">{t('classStudent.seat.here', { count: seats })}</p>}
    </>
  );
}

interface RoomWordsProps {
  readonly room: RoomFacts;
  readonly ahead: number;
  readonly leftAt: number | null;
}

function RoomWords({ room, ahead, leftAt }: RoomWordsProps): VNode {
  const left = useTimeLeft(room.state === 'open' ? room.until : null, ahead);
  if (room.state === 'closed') return <p>{t('classStudent.seat.closedAbout')}</p>;
  return (
    <>
      {leftAt !== null && (
        <p class="lead">{t('classStudent.seat.playingAbout', { moment: momentText(leftAt) })}</p>
      )}
      <p>
        {room.until === null
          ? t('classStudent.seat.openAbout')
          : t('classStudent.seat.openUntil', { when: dateText(room.until) })}{' '}
        {left !== null && left < DAY_MILLISECONDS && (
          <b>{t('classStudent.seat.left', { span: spanText(left) })}</b>
        )}
      </p>
      <p class="quiet">{t('classStudent.seat.noHurry')}</p>
    </>
  );
}

function OwnResult({ student }: { readonly student: StudentState }): VNode | null {
  const result = ownRow(student)?.result ?? null;
  if (!result) return student.view.room.state === 'closed' ? <p>{t('classStudent.seat.noResult')}</p> : null;
  const { score, rank, late } = result;
  return (
    <p class="class-best">
      <b>{t('classStudent.seat.best')}</b>{' '}
      {late
        ? t('classStudent.seat.bestLate', { score })
        : t('classStudent.seat.bestAbout', { score, rank, of: seatsRanked(student) })}
    </p>
  );
}

interface PlayButtonsProps {
  readonly room: RoomFacts;
  readonly leftAt: number | null;
  readonly hasResult: boolean;
}

function PlayButtons({ room, leftAt, hasResult }: PlayButtonsProps): VNode {
  const { play } = useClassActions();
  const { startGame } = useActions();
  const level = useApp((state) => levelOfRoom(state.levels, room));
  if (leftAt !== null)
    return (
      <>
        <MainButton press={play}>{t('classStudent.seat.goOn')}</MainButton>
        {level && (
          <button type="button" class="button" onClick={() => startGame(level, room.mode, room.seed)}>
            <Icon name="restart" size={20} />
            {t('classStudent.seat.anew')}
          </button>
        )}
      </>
    );
  if (room.state === 'closed')
    return (
      <button type="button" class="button" onClick={play}>
        <Icon name="play" size={20} />
        {t(hasResult ? 'classStudent.seat.again' : 'classStudent.seat.late')}
      </button>
    );
  return (
    <MainButton press={play}>
      {t(hasResult ? 'classStudent.seat.again' : 'classStudent.seat.begin')}
    </MainButton>
  );
}

function MainButton({
  press,
  children,
}: {
  readonly press: () => void;
  readonly children: ComponentChildren;
}): VNode {
  return (
    <button type="button" class="button main" onClick={press}>
      <Icon name="play" size={22} />
      {children}
    </button>
  );
}

/** The button to begin takes the focus when the room opens while it is looked at: the lobby had none. */
function useFocusWhenOpened(state: RoomFacts['state']) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(state);
  useEffect(() => {
    if (before.current === 'lobby' && state === 'open')
      section.current?.querySelector<HTMLElement>('.button.main')?.focus();
    before.current = state;
  }, [state]);
  return section;
}

/** Who comes to the page with a game that waits goes on with one press. */
function useFocusOnWaitingGame(waits: boolean) {
  const buttons = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!waits) return;
    // A page that opens puts the focus on its heading first.
    const timer = setTimeout(() => buttons.current?.querySelector<HTMLElement>('.button.main')?.focus(), 0);
    return () => clearTimeout(timer);
  }, []);
  return buttons;
}

/** True for the log of a game of the room. */
function isRoomLog(log: DecisionLog, { level, mode, seed }: RoomFacts): boolean {
  return log.level.hash === level.hash && log.mode === mode && log.seed === seed;
}

function LookButtons({ student }: { readonly student: StudentState }): VNode {
  const { open } = useDebriefActions();
  const { openRow } = useClassActions();
  const score = ownRow(student)?.result?.score;
  const isClosed = student.view.room.state === 'closed';
  const log = useApp(
    ({ savedLogs }) =>
      [...student.outbox, ...savedLogs].find(
        ({ log: kept }) => kept.score === score && isRoomLog(kept, student.view.room),
      )?.log ?? null,
  );
  return (
    <>
      {log && (
        <button type="button" class={isClosed ? 'button main' : 'button'} onClick={() => open(log)}>
          <Icon name="trend" size={20} />
          {t('classStudent.seat.debrief')}
        </button>
      )}
      <button type="button" class="button" onClick={() => void openRow(student.own.seat)}>
        <Icon name="replay" size={20} />
        {t('classStudent.seat.watch')}
      </button>
    </>
  );
}
