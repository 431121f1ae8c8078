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

interface Sending {
  readonly host: OutboxHost;
  /** In a row. */
  failures: number;
  /** Keys of those that came to nobody since the others had their turn. */
  readonly failed: Set<number>;
  isSending: boolean;
  /** Something came, or somebody asked, while it was sending. */
  isWanted: boolean;
  /** Calls off the next try. */
  callOff(): void;
}

export function createOutbox(host: OutboxHost): Outbox {
  const held: Sending = {
    ...{ host, failures: 0, failed: new Set<number>(), isSending: false, isWanted: false },
    callOff: () => undefined,
  };
  return {
    add: (token, log, endedAt) => add(held, token, log, endedAt),
    send: () => send(held),
    forget: (token, waiting) => forget(host, token, waiting),
    close: () => held.callOff(),
  };
}

async function add(held: Sending, token: string, log: DecisionLog, endedAt: string): Promise<void> {
  const { shelf } = held.host;
  const text = JSON.stringify(log);
  const rows = await shelf.rows();
  if (rows.some((row) => row.token === token && JSON.stringify(row.log) === text)) return;
  await shelf.add({ token, log, endedAt, state: 'waiting', score: null, late: false, reason: '' });
  await show(held.host, null);
  void send(held);
}

async function forget(host: OutboxHost, token: string, waiting: boolean): Promise<void> {
  for (const row of await host.shelf.rows())
    if (row.token === token && (waiting || row.state !== 'waiting')) await host.shelf.remove(row.key);
  await show(host, null);
}

async function show({ shelf, changed }: OutboxHost, sending: number | null): Promise<void> {
  changed(await shelf.rows(), sending);
}

async function send(held: Sending): Promise<void> {
  held.isWanted = true;
  if (held.isSending) return;
  held.isSending = true;
  while (held.isWanted) {
    held.isWanted = false;
    held.callOff();
    await sendAll(held);
    await show(held.host, null);
  }
  held.isSending = false;
}

/** What another tab has sent in the meantime, or has left behind, is seen here: the shelf is read before every row. */
async function sendAll(held: Sending): Promise<void> {
  const tried = new Set<number>();
  for (;;) {
    const rows = await held.host.shelf.rows();
    const next = nextOf(
      held,
      rows.filter(({ state, key }) => state === 'waiting' && !tried.has(key)),
    );
    if (!next) return;
    tried.add(next.key);
    if (!(await sendOne(held, next))) return;
  }
}

/** The oldest; one that failed when the others have had their turn, for it may never be let through. */
function nextOf({ failed }: Sending, waiting: readonly OutboxRow[]): OutboxRow | undefined {
  const fresh = waiting.find(({ key }) => !failed.has(key));
  if (fresh === undefined) failed.clear();
  return fresh ?? waiting[0];
}

/** False when it is to be tried again later. */
async function sendOne(held: Sending, row: OutboxRow): Promise<boolean> {
  const { host } = held;
  await show(host, row.key);
  const answer = await host.handIn(row.token, JSON.stringify(row.log));
  if (answer.ok) {
    const { score, late } = answer.value;
    await note(host, { ...row, state: 'accepted', score, late, reason: '' });
  } else if (mayTryAgain(answer.refusal)) {
    held.failures += 1;
    held.failed.add(row.key);
    const asked = (answer.refusal.retryAfter ?? 0) * 1000;
    const pause = Math.max(asked, pauseAfter(held.failures, host.random()));
    held.callOff();
    held.callOff = host.later(pause, () => void send(held));
    return false;
  } else await note(host, { ...row, state: 'refused', reason: host.sentence(answer.refusal) });
  held.failures = 0;
  return true;
}

/** What was forgotten while it was on its way stays forgotten. */
async function note({ shelf }: OutboxHost, row: OutboxRow): Promise<void> {
  if ((await shelf.rows()).some(({ key }) => key === row.key)) await shelf.put(row);
}
