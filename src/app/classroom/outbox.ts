/** Finished games on their way to the class server: kept first, then sent, one after the other, until each has its answer. */
import type { DecisionLog } from '../../engine/types.ts';
import type { AcceptedLog } from '../../schema/classroom/room.ts';
import { type Answer, mayTryAgain, type Refusal } from './call.ts';
import type { OutboxShelf } from './outboxShelf.ts';
import { pauseAfter } from './pauses.ts';
import type { OutboxRow } from './types.ts';

export interface OutboxHost {
  readonly shelf: OutboxShelf;
  /** Hands the text of a log in. The same log twice is one row on the board. */
  handIn(token: string, log: string): Promise<Answer<AcceptedLog>>;
  /** The refusal in words. */
  sentence(refusal: Refusal): string;
  later(milliseconds: number, work: () => void): () => void;
  random(): number;
  /** Everything in the outbox, the oldest first; `sending` is the key of the one that is on its way, or null. */
  changed(rows: readonly OutboxRow[], sending: number | null): void;
}

export interface Outbox {
  /** Resolves when the game is kept; it is sent afterwards. A game that is in it already is not taken twice. */
  add(token: string, log: DecisionLog, endedAt: string): Promise<void>;
  /** Tries at once what waits. */
  send(): Promise<void>;
  /** Takes out everything of a seat; with `waiting` false, only what has had its answer. */
  forget(token: string, waiting: boolean): Promise<void>;
  close(): void;
}

export function createOutbox(host: OutboxHost): Outbox {
  const { shelf } = host;
  let failures = 0;
  let isSending = false;
  let isWanted = false;
  let callOff = (): void => undefined;

  const show = async (sending: number | null): Promise<readonly OutboxRow[]> => {
    const rows = await shelf.rows();
    host.changed(rows, sending);
    return rows;
  };

  /** False when it is to be tried again later. */
  const sendOne = async (row: OutboxRow): Promise<boolean> => {
    host.changed(await shelf.rows(), row.key);
    const answer = await host.handIn(row.token, JSON.stringify(row.log));
    if (answer.ok) {
      const { score, late } = answer.value;
      await shelf.put({ ...row, state: 'accepted', score, late, reason: '' });
    } else if (mayTryAgain(answer.refusal)) {
      failures += 1;
      const asked = (answer.refusal.retryAfter ?? 0) * 1000;
      callOff();
      callOff = host.later(Math.max(asked, pauseAfter(failures, host.random())), () => void send());
      return false;
    } else await shelf.put({ ...row, state: 'refused', reason: host.sentence(answer.refusal) });
    failures = 0;
    return true;
  };

  /** What another tab has sent in the meantime, or has left behind, is seen here: the shelf is read before every row. */
  const sendAll = async (): Promise<void> => {
    const tried = new Set<number>();
    for (;;) {
      const next = (await shelf.rows()).find(({ state, key }) => state === 'waiting' && !tried.has(key));
      if (!next) return;
      tried.add(next.key);
      if (!(await sendOne(next))) return;
    }
  };

  const send = async (): Promise<void> => {
    isWanted = true;
    if (isSending) return;
    isSending = true;
    while (isWanted) {
      isWanted = false;
      callOff();
      await sendAll();
      await show(null);
    }
    isSending = false;
  };

  return {
    add: async (token, log, endedAt) => {
      const text = JSON.stringify(log);
      const rows = await shelf.rows();
      if (rows.some((row) => row.token === token && JSON.stringify(row.log) === text)) return;
      await shelf.add({ token, log, endedAt, state: 'waiting', score: null, late: false, reason: '' });
      await show(null);
      void send();
    },
    send,
    forget: async (token, waiting) => {
      const rows = await shelf.rows();
      for (const row of rows)
        if (row.token === token && (waiting || row.state !== 'waiting')) await shelf.remove(row.key);
      await show(null);
    },
    close: () => callOff(),
  };
}
