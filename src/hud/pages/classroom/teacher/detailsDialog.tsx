import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { refusalSentence } from '../../../../app/classroom/refusalSentence.ts';
import type { TeacherSeat, TeacherView } from '../../../../schema/classroom/room.ts';
import { Icon } from '../../../icons.tsx';
import { nameText } from '../boardWords.ts';
import { t } from '../teacherWords.ts';
import { timeText } from './momentWords.ts';
import { PaceWord } from './paceWord.tsx';
import { useSure } from './useSure.ts';

const COLUMNS = ['name', 'joined', 'pace', 'refused', 'twin'] as const;

/** Opens what is the teacher's alone: own paces, refused games, equal decisions. */
export function DetailsButton({ view }: { readonly view: TeacherView }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const [isOpen, setOpen] = useState(false);
  const { asked, press } = useSure<'details'>();
  const open = (): void => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button
        type="button"
        class="button"
        aria-haspopup="dialog"
        data-sure="details"
        onClick={(event) => press('details', open, event)}
      >
        {t(asked ? 'classTeacher.tools.detailsSure' : 'classTeacher.tools.details')}
      </button>
      <p role="status">{asked && t('classTeacher.details.privateSure')}</p>
      <dialog
        class="room-dialog seat-details"
        ref={dialog}
        aria-labelledby="details-heading"
        onClose={() => setOpen(false)}
      >
        <header>
          <h2 id="details-heading">{t('classTeacher.details.heading')}</h2>
          <button
            type="button"
            class="icon-button"
            aria-label={t('classTeacher.details.close')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" size={20} />
          </button>
        </header>
        {isOpen && <Details view={view} />}
      </dialog>
    </>
  );
}

function Details({ view }: { readonly view: TeacherView }): VNode {
  return (
    <>
      <p class="quiet">{t('classTeacher.details.private')}</p>
      <table>
        <caption class="unseen">{t('classTeacher.details.heading')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`classTeacher.details.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.seats.map((seat) => (
            <SeatDetails key={seat.seat} seat={seat} seats={view.seats} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface SeatDetailsProps {
  readonly seat: TeacherSeat;
  readonly seats: readonly TeacherSeat[];
}

function SeatDetails({ seat, seats }: SeatDetailsProps): VNode {
  const first = seats.find((other) => other.seat === seat.twin);
  const nothing = t('classTeacher.details.nothing');
  return (
    <tr>
      <th scope="row">
        {nameText(seat.name)}
        {seat.kicked && <span class="board-mark late">{t('classTeacher.details.out')}</span>}
      </th>
      <td class="number">{timeText(seat.joinedAt)}</td>
      <td class="details-pace">
        <PaceWord pace={seat.pace} />
      </td>
      <td class={seat.lastRefusal === null ? 'nothing' : ''}>
        {seat.lastRefusal === null ? nothing : refusedWords(seat.refused, seat.lastRefusal)}
      </td>
      <td class={first ? '' : 'nothing'}>
        {first ? t('classTeacher.details.twinOf', { name: nameText(first.name) }) : nothing}
      </td>
    </tr>
  );
}

/** The values behind the last refusal are not kept: its sentence goes without them. */
function refusedWords(count: number, code: string): string {
  return t('classTeacher.details.refusedCount', { count, reason: refusalSentence({ code, values: {} }) });
}
