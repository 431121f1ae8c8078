import type { VNode } from 'preact';
import type { Connection, OutboxEntry, StudentState } from '../../../../app/classroom/types.ts';
import { t } from '../studentWords.ts';

export type ConnectionWord = Connection | 'sending';

/** What is said of the way to the server; a game on its way comes first. */
export function connectionWord(connection: Connection, outbox: readonly OutboxEntry[]): ConnectionWord {
  if (connection === 'lost') return 'lost';
  return outbox.some(({ state }) => state === 'sending') ? 'sending' : connection;
}

const DISC = <circle cx="8" cy="8" r="4.6" fill="currentColor" />;

/** Each with a shape of its own: disc, arrow, ring, cross. */
const SIGNS: Readonly<Record<ConnectionWord, VNode>> = {
  socket: DISC,
  polling: DISC,
  sending: (
    <path
      d="M8 13V3.6M3.8 7.6 8 3.4l4.2 4.2"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
    />
  ),
  connecting: <circle cx="8" cy="8" r="4.6" fill="none" stroke="currentColor" stroke-width="1.8" />,
  lost: (
    <path d="m4 4 8 8M12 4l-8 8" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
  ),
};

/** The way to the server as sign and word. */
function ConnectionSign({ word }: { readonly word: ConnectionWord }): VNode {
  return (
    <span class={`connection connection-${word}`}>
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        {SIGNS[word]}
      </svg>
      <span>{t(`classStudent.connection.${word}`)}</span>
    </span>
  );
}

/** What stands between the seat and its server: the network, or that the seat is this device's no longer. */
export function SeatSign({ student }: { readonly student: StudentState }): VNode {
  const { gone, connection, outbox } = student;
  if (gone === null) return <ConnectionSign word={connectionWord(connection, outbox)} />;
  return (
    <span class="connection connection-lost">
      <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
        {SIGNS.lost}
      </svg>
      <span>{t(`classStudent.gone.${gone}`)}</span>
    </span>
  );
}
