/**
 * `npm run test:load`: a thousand students in thirty rooms on one process, who all hand in within a minute.
 * `-- --short` is the same with forty in two. The last line is one JSON object.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DecisionLog, Level } from '../../src/engine/types.ts';
import { loadLevels, readBestLog } from '../../src/levels/nodeLevels.ts';
import { measureVerify } from '../bench/verify.ts';
import { openBoardEar, openStudentEar } from './ears.ts';
import { createLedger } from './ledger.ts';
import { sleep, untilAnswered } from './patience.ts';
import { apiOf, type CrowdRoom, gamesOf, openCrowdRoom } from './rooms.ts';
import { startServerProcess } from './serverProcess.ts';

interface Size {
  readonly rooms: number;
  readonly students: number;
  /** All hand in within this time. */
  readonly seconds: number;
}

const WHOLE: Size = { rooms: 30, students: 1000, seconds: 60 };
const SHORT: Size = { rooms: 2, students: 40, seconds: 6 };
const PROGRESS_MILLISECONDS = 5_000;
/** The last results are given this long to reach the board. */
const LAST_MILLISECONDS = 20_000;

const size = process.argv.includes('--short') ? SHORT : WHOLE;
const folder = mkdtempSync(join(tmpdir(), 'stormward-load-'));
const server = await startServerProcess({ DATA: folder });
try {
  const report = await crowd(server.address);
  const { overBare } = await measureVerify(...knownGame());
  console.log(JSON.stringify({ ...report, ratios: { verifiedToEngine: round(overBare, 2) } }));
  if (report.lost > 0 || report.duplicated > 0 || report.missingOnBoard > 0) process.exitCode = 1;
} finally {
  const code = await server.stop();
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) {
    console.error(`The server ended with ${code} when it was asked to stop.`);
    process.exitCode = 1;
  }
}

/** The best known game of the first level, which every verification is measured with. */
function knownGame(): [Level, DecisionLog] {
  const level = loadLevels()[0];
  const log = level && readBestLog(level.id);
  if (!log?.ok) throw new Error('The first level has no best log.');
  return [level as Level, log.value];
}

async function crowd(address: string) {
  const api = apiOf(address);
  const rooms: CrowdRoom[] = [];
  for (let index = 0; index < size.rooms; index += 1) {
    const even = Math.floor(size.students / size.rooms);
    rooms.push(await openCrowdRoom(api, even + (index < size.students % size.rooms ? 1 : 0)));
  }
  console.log(`${size.students} students in ${size.rooms} rooms; playing their games ...`);
  const games = await gamesOf(rooms, Math.ceil(size.students / size.rooms));
  const boards = rooms.map(({ key }) => openBoardEar(address, key));
  const ears = rooms.flatMap(({ seats }) =>
    seats.map(({ token }) => openStudentEar(address, token, PROGRESS_MILLISECONDS)),
  );
  await sleep(2_000);
  console.log(`all hand in within ${size.seconds} s ...`);
  const ledger = createLedger();
  const began = performance.now();
  const waits: number[] = [];
  let tries = 0;
  const sent = new Map<string, number>();
  await Promise.all(
    rooms.flatMap(({ seats }, room) =>
      seats.map(async ({ seat, token }, index) => {
        await sleep(Math.random() * size.seconds * 1000);
        const text = games[room]?.[index] ?? '';
        const at = performance.now();
        sent.set(seat, at);
        const handedIn = await untilAnswered('a good log', () => api.handIn(token, text));
        waits.push(performance.now() - at);
        tries += handedIn.tries;
        ledger.note(seat, text, handedIn.value);
      }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  const onBoard = await waitForBoards(rooms, boards, sent);
  for (const ear of [...ears, ...boards]) ear.close();
  const audit = await ledger.audit(api, rooms);
  return {
    ...audit,
    students: size.students,
    rooms: size.rooms,
    seconds: round(seconds, 1),
    tries,
    missingOnBoard: size.students - onBoard.length,
    p50: round(quantile(onBoard, 0.5), 0),
    p95: round(quantile(onBoard, 0.95), 0),
    p95Acknowledged: round(quantile(waits, 0.95), 0),
  };
}

/** Milliseconds from each student's first try to the row on the teacher's board. */
async function waitForBoards(
  rooms: readonly CrowdRoom[],
  boards: readonly { seenAt(seat: string): number | null }[],
  sent: ReadonlyMap<string, number>,
): Promise<readonly number[]> {
  const seats = rooms.flatMap((room, index) =>
    room.seats.map(({ seat }) => ({ seat, board: boards[index] })),
  );
  const read = () =>
    seats.flatMap(({ seat, board }) => {
      const seen = board?.seenAt(seat) ?? null;
      return seen === null ? [] : [seen - (sent.get(seat) ?? 0)];
    });
  const until = performance.now() + LAST_MILLISECONDS;
  while (read().length < seats.length && performance.now() < until) await sleep(100);
  return read();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
