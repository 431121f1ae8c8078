import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import type { TeacherState } from '../../../../app/classroom/types.ts';
import type { TeacherSeat } from '../../../../schema/classroom/room.ts';
import { useClassActions } from '../../../appContext.ts';
import { nameText } from '../boardWords.ts';
import { QrCode } from '../qr.tsx';
import { StateSign } from '../stateSign.tsx';
import { t } from '../teacherWords.ts';
import { groupedCode, spelledCode } from './momentWords.ts';
import { SeatDialog } from './seatDialog.tsx';
import { useSettled } from './useSettled.ts';

/** How to come in, and who is in. */
export function LobbyTab({ teacher }: { readonly teacher: TeacherState }): VNode {
  return (
    <div class="lobby">
      <Entrance teacher={teacher} />
      <Names teacher={teacher} />
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
      <h2 id="lobby-join">{t('classTeacher.lobby.join')}</h2>
      <p class="lobby-code">
        <span class="number" aria-hidden="true">
          {groupedCode(room.code)}
        </span>
        <span class="unseen">{t('classTeacher.lobby.codeSpoken', { letters: spelledCode(room.code) })}</span>
      </p>
      {address === undefined ? (
        <p class="quiet">{t('classTeacher.lobby.noAddress')}</p>
      ) : (
        <>
          <QrCode
            address={joinLink(address)}
            label={t('classTeacher.lobby.qr', { address: joinLink(address) })}
          />
          <p class="lobby-address">
            <span class="quiet">{t('classTeacher.lobby.address')}</span>{' '}
            <b class="number">
              {address}
              {room.code}
            </b>
          </p>
        </>
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

/** Everybody who is in, as a list of buttons, and who was put out. */
function Names({ teacher }: { readonly teacher: TeacherState }): VNode {
  const { rows, seats } = teacher.view;
  const [chosen, setChosen] = useState<string | null>(null);
  const inside = seats.filter(({ kicked }) => !kicked);
  const outside = seats.filter(({ kicked }) => kicked);
  const count = useSettled(inside.length);
  const seat = seats.find((one) => one.seat === chosen);
  const stateOf = (id: string) => rows.find((row) => row.seat === id)?.state ?? 'away';
  return (
    <section class="panel lobby-names" aria-labelledby="lobby-names">
      <h2 id="lobby-names">
        {t('classTeacher.lobby.names')}{' '}
        <small class="number">{t('classTeacher.lobby.here', { count: inside.length })}</small>
      </h2>
      <p role="status" class="unseen">
        {t('classTeacher.lobby.count', { count })}
      </p>
      {seats.length === 0 && <p class="quiet">{t('classTeacher.lobby.nobody')}</p>}
      <ul class="room-names">
        {inside.map((one) => (
          <NameButton key={one.seat} seat={one} choose={setChosen}>
            <StateSign state={stateOf(one.seat)} />
          </NameButton>
        ))}
      </ul>
      {outside.length > 0 && (
        <>
          <h3>{t('classTeacher.lobby.out')}</h3>
          <ul class="room-names out">
            {outside.map((one) => (
              <NameButton key={one.seat} seat={one} choose={setChosen} />
            ))}
          </ul>
        </>
      )}
      {seat && <SeatDialog key={seat.seat} seat={seat} move={teacher.move} close={() => setChosen(null)} />}
    </section>
  );
}

interface NameButtonProps {
  readonly seat: TeacherSeat;
  readonly choose: (seat: string) => void;
  readonly children?: VNode;
}

function NameButton({ seat, choose, children }: NameButtonProps): VNode {
  const name = nameText(seat.name);
  return (
    <li>
      <button
        type="button"
        class="room-name"
        aria-haspopup="dialog"
        aria-label={t('classTeacher.lobby.menu', { name })}
        onClick={() => choose(seat.seat)}
      >
        {children}
        {name}
      </button>
    </li>
  );
}
