/**
 * A process that hands in one game after the other to the store in a folder, and says on its output which are durable:
 * `node scripts/cluster/writer.ts <folder> <first number>`. It never ends by itself.
 */
import { createHash } from 'node:crypto';
import { writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createId } from '../../src/server/rooms/secrets.ts';
import { openStore } from '../../src/server/store/openStore.ts';
import type { NewRoom, NewSubmission, RoomStore } from '../../src/server/store/types.ts';

export const WRITER = fileURLToPath(import.meta.url);

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const SEATS = 12;
const AT = '2026-03-01T08:00:00.000Z';
const ROOM: NewRoom = {
  id: 'writersroom0',
  code: 'BCDFGH',
  teacherHash: hashOf('teacher'),
  level: { id: 'level', hash: hashOf('level') },
  mode: 'clinician',
  seed: 1,
  kind: 'live',
  until: null,
  hints: true,
  pace: 1,
  state: 'open',
  locked: false,
  hideNames: false,
  keepDays: 30,
  lan: false,
  createdAt: AT,
  expiresAt: '2036-03-01T08:00:00.000Z',
};

/** The room and the seats of every writer; they may stand already. */
export async function writersRoom(store: RoomStore): Promise<string> {
  await store.addRoom(ROOM);
  for (let seat = 0; seat < SEATS; seat++) {
    const id = `writerseat${seat}`;
    const name = `seat-${seat}`;
    await store.addSeat({ id, roomId: ROOM.id, name, pace: 1, joinedAt: AT, tokenHash: hashOf(id) }, SEATS);
  }
  return ROOM.id;
}

/** The log of a number, some kilobytes as a real one is. */
export const logOf = (number: number): string => `${number} `.padEnd(2_000 + (number % 7) * 1_000, 'log ');

/** A game to hand in; the same number is the same log in the same seat, under a new id. */
export function writtenGame(number: number): NewSubmission {
  const log = logOf(number);
  return {
    id: createId(),
    roomId: ROOM.id,
    seatId: `writerseat${number % SEATS}`,
    logHash: hashOf(log),
    commandsHash: hashOf('commands'),
    commandCount: 3,
    score: number % 101,
    outcome: 'recovered',
    endTick: number,
    pauses: 0,
    pausedSeconds: 0,
    late: false,
    receivedAt: AT,
    log,
  };
}

/** Hands in the numbers first, first + every, first + 2 × every, ... and writes `number id` for each that is durable. */
async function write(store: RoomStore, first: number, every: number): Promise<never> {
  for (let number = first; ; number += every) {
    const answer = await store.addSubmission(writtenGame(number), Number.POSITIVE_INFINITY);
    if (typeof answer === 'string') throw new Error(answer);
    writeSync(1, `${number} ${answer.submission.id}\n`);
  }
}

if (process.argv[1] === WRITER) {
  const [folder, first] = process.argv.slice(2);
  const store = await openStore({ folder: folder ?? '' });
  await writersRoom(store);
  // Several at once, as a class does.
  await Promise.all([0, 1, 2, 3].map((lane) => write(store, Number(first) + lane, 4)));
}
