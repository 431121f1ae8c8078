import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { TeacherState } from '../../../../app/classroom/types.ts';
import type { TeacherSeat } from '../../../../schema/classroom/room.ts';
import { useClassActions } from '../../../appContext.ts';
import type { BoardLine } from '../boardLines.ts';
import { nameText } from '../boardWords.ts';
import { QrCode } from '../qr.tsx';
import { StateSign } from '../stateSign.tsx';
import { t } from '../teacherWords.ts';
import { groupedCode, spelledCode } from './momentWords.ts';
import { isLoopback } from './onlyHere.ts';
import { SeatDialog } from './seatDialog.tsx';
import { useSettled } from './useSettled.ts';

interface LobbyTabProps {
  readonly teacher: TeacherState;
  /** The board's lines, for the names as the wall may show them. */
  readonly lines: readonly BoardLine[];
}

/** How to come in, and who is in. */
export function LobbyTab({ teacher, lines }: LobbyTabProps): VNode {
  return (
    <div class="lobby">
      <Entrance teacher={teacher} />
      <Names teacher={teacher} lines={lines} />
    </div>
  );
}

/** Code, QR code and address, to be read from four metres. */
function Entrance({ teacher }: { readonly teacher: TeacherState }): VNode {
  const { room, addresses } = teacher.view;
  const { joinLink } = useClassActions();
  const [wished, setWished] = useState('');
  const address = addresses.find((one) => one === wished) ?? addresses[0];
  return (
    <section class="panel lobby-entrance" aria-labelledby="lobby-join">
      <h2 id="lobby-join">
        {t(room.state === 'closed' ? 'classTeacher.lobby.joinLate' : 'classTeacher.lobby.join')}
      </h2>
      <p class="lobby-code">
        <span class="number" aria-hidden="true">
          {groupedCode(room.code)}
        </span>
        <span class="unseen">{t('classTeacher.lobby.codeSpoken', { letters: spelledCode(room.code) })}</span>
      </p>
      {address === undefined ? (
        <p class="quiet">{t('classTeacher.lobby.noAddress')}</p>
      ) : (
        <Address link={joinLink(address)} code={room.code} />
      )}
      {addresses.length > 1 && (
        <label class="lobby-choice">
          <span class="quiet">{t('classTeacher.lobby.addresses')}</span>
          <select value={address} onChange={(event) => setWished(event.currentTarget.value)}>
            {addresses.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </select>
        </label>
      )}
    </section>
  );
}

/** How a device gets here; of an address that no other device can open, that it is one: a QR code would lead nowhere. */
function Address({ link, code }: { readonly link: string; readonly code: string }): VNode {
  const isOnlyHere = isLoopback(link);
  return (
    <>
      {isOnlyHere ? (
        <div class="lobby-alone">
          <p>
            <b>{t('classTeacher.lobby.onlyHere')}</b>
          </p>
          <p class="quiet">{t('classTeacher.lobby.onlyHereAbout')}</p>
        </div>
      ) : (
        <QrCode address={link} label={t('classTeacher.lobby.qr', { address: link })} />
      )}
      <p class="lobby-address">
        <span class="quiet">{t(`classTeacher.lobby.${isOnlyHere ? 'addressHere' : 'address'}`)}</span>{' '}
        <b class="number">
          {link.slice(0, -code.length)}
          <wbr />
          {code}
        </b>
      </p>
    </>
  );
}

/** Everybody who is in, as a list of buttons, and who was put out. */
function Names({ teacher, lines }: LobbyTabProps): VNode {
  const { room, seats } = teacher.view;
  const [chosen, setChosen] = useState<string | null>(null);
  const inside = seats.filter(({ kicked }) => !kicked);
  const outside = seats.filter(({ kicked }) => kicked);
  const count = useSettled(inside.length);
  const seat = seats.find((one) => one.seat === chosen);
  const lineOf = (id: string): BoardLine | undefined => lines.find(({ key }) => key === id);
  const nameOf = (one: TeacherSeat): string =>
    room.hideNames
      ? (lineOf(one.seat)?.name ?? t('classTeacher.lobby.outHidden', { number: outside.indexOf(one) + 1 }))
      : nameText(one.name);
  return (
    <section class="panel lobby-names" aria-labelledby="lobby-names">
      <h2 id="lobby-names">
        {t('classTeacher.lobby.names')}{' '}
        <small>{t('classTeacher.lobby.here', { count: inside.length })}</small>
      </h2>
      <p role="status" class="unseen">
        {t('classTeacher.lobby.count', { count })}
      </p>
      {seats.length === 0 && <p class="quiet">{t('classTeacher.lobby.nobody')}</p>}
      <ul class="room-names">
        {inside.map((one) => (
          <NameButton key={one.seat} name={nameOf(one)} choose={() => setChosen(one.seat)}>
            <StateSign state={lineOf(one.seat)?.now?.state ?? 'away'} />
          </NameButton>
        ))}
      </ul>
      {outside.length > 0 && (
        <>
          <h3>{t('classTeacher.lobby.out')}</h3>
          <ul class="room-names out">
            {outside.map((one) => (
              <NameButton key={one.seat} name={nameOf(one)} choose={() => setChosen(one.seat)} />
            ))}
          </ul>
        </>
      )}
      {seat && (
        <SeatDialog
          key={seat.seat}
          seat={seat}
          name={nameOf(seat)}
          move={teacher.move}
          close={() => setChosen(null)}
        />
      )}
    </section>
  );
}

interface NameButtonProps {
  readonly name: string;
  readonly choose: () => void;
  readonly children?: VNode;
}

function NameButton({ name, choose, children }: NameButtonProps): VNode {
  return (
    <li>
      <button
        type="button"
        class="room-name"
        aria-haspopup="dialog"
        aria-label={t('classTeacher.lobby.menu', { name })}
        onClick={choose}
      >
        {children}
        {name}
      </button>
    </li>
  );
}
