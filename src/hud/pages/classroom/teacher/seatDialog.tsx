import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { TeacherState } from '../../../../app/classroom/types.ts';
import type { TeacherSeat } from '../../../../schema/classroom/room.ts';
import { useClass, useClassActions } from '../../../appContext.ts';
import { Icon } from '../../../icons.tsx';
import { t } from '../teacherWords.ts';
import { Choice } from './choice.tsx';
import { groupedCode, spelledCode, timeText } from './momentWords.ts';
import { PACES } from './openFields.ts';
import { PaceWord } from './paceWord.tsx';

interface SeatDialogProps {
  readonly seat: TeacherSeat;
  /** As the wall may show it. */
  readonly name: string;
  readonly move: TeacherState['move'];
  readonly close: () => void;
}

/** What a teacher can do with one seat. */
export function SeatDialog({ seat, name, move, close }: SeatDialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const problem = useClass((state) => state.problem);
  const { changeSeat } = useClassActions();
  useEffect(() => dialog.current?.showModal(), []);
  const putOut = (): void => {
    void changeSeat(seat.seat, { kicked: !seat.kicked });
    dialog.current?.close();
  };
  return (
    <dialog class="room-dialog seat-dialog" ref={dialog} aria-labelledby="seat-heading" onClose={close}>
      <header>
        <h2 id="seat-heading">{name}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t('classTeacher.keys.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" size={20} />
        </button>
      </header>
      <button type="button" class="button" onClick={putOut}>
        {t(seat.kicked ? 'classTeacher.seat.letIn' : 'classTeacher.seat.putOut')}
      </button>
      {!seat.kicked && <p class="quiet">{t('classTeacher.seat.putOutAbout')}</p>}
      {!seat.kicked && (
        <>
          <SecondDevice seat={seat} move={move} />
          <OwnPace seat={seat} name={name} />
        </>
      )}
      {problem !== '' && <p role="alert">{problem}</p>}
    </dialog>
  );
}

/** The code that takes the seat over: shut until it is asked for, because whoever reads it on the wall may be the first to use it. */
function SecondDevice({ seat, move }: Pick<SeatDialogProps, 'seat' | 'move'>): VNode {
  const { moveSeat } = useClassActions();
  return (
    <details class="seat-more">
      <summary>{t('classTeacher.seat.move')}</summary>
      <p class="quiet">{t('classTeacher.seat.moveWarning')}</p>
      <button type="button" class="button small" onClick={() => void moveSeat(seat.seat)}>
        {t('classTeacher.seat.moveCode')}
      </button>
      <div role="status">{move?.seat === seat.seat && <MoveCode move={move} />}</div>
    </details>
  );
}

function MoveCode({ move }: { readonly move: NonNullable<TeacherState['move']> }): VNode {
  return (
    <>
      <p class="move-code">
        <span class="number" aria-hidden="true">
          {groupedCode(move.code)}
        </span>
        <span class="unseen">{t('classTeacher.seat.moveSpoken', { letters: spelledCode(move.code) })}</span>
      </p>
      <p class="quiet">{t('classTeacher.seat.moveAbout', { time: timeText(move.until) })}</p>
    </>
  );
}

/** The own pace of a student: shut until it is asked for, because the class looks at the wall. */
function OwnPace({ seat, name }: Pick<SeatDialogProps, 'seat' | 'name'>): VNode {
  const { changeSeat } = useClassActions();
  return (
    <details class="seat-more seat-pace">
      <summary>{t('classTeacher.seat.pace')}</summary>
      <fieldset>
        <legend class="unseen">{t('classTeacher.seat.paceLegend', { name })}</legend>
        {PACES.map((pace) => (
          <Choice
            key={pace}
            name="seat-pace"
            value={pace}
            chosen={seat.pace === pace}
            choose={(chosen) => void changeSeat(seat.seat, { pace: chosen })}
          >
            <PaceWord pace={pace} />
          </Choice>
        ))}
      </fieldset>
      <p class="quiet">{t('classTeacher.seat.paceAbout')}</p>
    </details>
  );
}
