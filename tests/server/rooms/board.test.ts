import { expect, test } from 'vitest';
import type { SeenProgress } from '../../../src/server/hub/types.ts';
import { AWAY_AFTER, boardRows, ownSeatOf, teacherSeats } from '../../../src/server/rooms/board.ts';
import type { SeatRecord, SubmissionRecord } from '../../../src/server/store/types.ts';

const NOW = Date.parse('2026-03-02T09:00:00.000Z');

function seat(id: string, name: string, change: Partial<SeatRecord> = {}): SeatRecord {
  return {
    ...{ id, name, roomId: 'room', pace: 1, kicked: false, joinedAt: '2026-03-02T08:00:00.000Z' },
    ...{ refused: 0, lastRefusal: null, takenOver: 0 },
    ...change,
  };
}

let count = 0;
function game(seatId: string, score: number, change: Partial<SubmissionRecord> = {}): SubmissionRecord {
  count += 1;
  return {
    ...{
      id: `game${count}`,
      roomId: 'room',
      seatId,
      logHash: `log${count}`,
      commandsHash: `commands${count}`,
    },
    ...{
      commandCount: 9,
      score,
      outcome: 'recovered',
      endTick: 400,
      pauses: 1,
      pausedSeconds: 5,
      late: false,
    },
    receivedAt: new Date(NOW + count).toISOString(),
    ...change,
  };
}

const NOBODY = new Map<string, SeenProgress>();

const ranks = (seats: readonly SeatRecord[], submissions: readonly SubmissionRecord[]) =>
  boardRows({ seats, submissions }, NOBODY, NOW).map(({ seat: id, result }) => [id, result?.rank ?? null]);

test('equal scores share a place, and the next one is behind all of them', () => {
  const seats = [
    seat('a', 'calm-lynx'),
    seat('b', 'bold-lynx'),
    seat('c', 'eager-lynx'),
    seat('d', 'wry-lynx'),
  ];
  const games = [game('a', 70), game('b', 90), game('c', 70), game('d', 20)];
  expect(ranks(seats, games)).toEqual([
    ['b', 1],
    ['a', 2],
    ['c', 2],
    ['d', 4],
  ]);
});

test('who has handed in nothing stands behind, by name', () => {
  const seats = [seat('a', 'wry-lynx'), seat('b', 'bold-lynx'), seat('c', 'calm-lynx')];
  expect(ranks(seats, [game('c', 0)])).toEqual([
    ['c', 1],
    ['b', null],
    ['a', null],
  ]);
});

test('the best game of a seat is its row, and all of them are counted', () => {
  const games = [game('a', 40), game('a', 80), game('a', 60)];
  const [row] = boardRows({ seats: [seat('a', 'calm-lynx')], submissions: games }, NOBODY, NOW);
  expect(row?.result).toMatchObject({ submission: games[1]?.id, score: 80, games: 3, rank: 1 });
});

test('what came late stands behind what was in time, and replaces no game that was', () => {
  const seats = [seat('a', 'calm-lynx'), seat('b', 'bold-lynx'), seat('c', 'eager-lynx')];
  const games = [
    game('a', 99, { late: true }),
    game('b', 10),
    game('b', 100, { late: true }),
    game('c', 99, { late: true }),
  ];
  const rows = boardRows({ seats, submissions: games }, NOBODY, NOW);
  expect(rows.map(({ seat: id, result }) => [id, result?.score, result?.late, result?.rank])).toEqual([
    ['b', 10, false, 1],
    ['a', 99, true, 2],
    ['c', 99, true, 2],
  ]);
});

test('who was put out stands on no board and takes no place', () => {
  const seats = [seat('a', 'calm-lynx', { kicked: true }), seat('b', 'bold-lynx')];
  expect(ranks(seats, [game('a', 90), game('b', 50)])).toEqual([['b', 1]]);
});

test('a seat shows where its game is, and is away when it has been silent for long', () => {
  const seats = [seat('a', 'calm-lynx'), seat('b', 'eager-lynx'), seat('c', 'wry-lynx')];
  const report = { tick: 250, state: 'playing' as const };
  const progress = new Map([
    ['a', { report, at: NOW - AWAY_AFTER }],
    ['b', { report, at: NOW - AWAY_AFTER - 1 }],
  ]);
  const rows = boardRows({ seats, submissions: [] }, progress, NOW);
  expect(rows.map(({ state, hour }) => [state, hour])).toEqual([
    ['playing', 12.5],
    ['away', 12.5],
    ['away', 0],
  ]);
});

test('who decided the very same as somebody before is a twin, for the teacher alone', () => {
  const seats = [seat('a', 'calm-lynx'), seat('b', 'bold-lynx'), seat('c', 'eager-lynx')];
  const same = { commandsHash: 'same' };
  const few = { commandsHash: 'few', commandCount: 2 };
  const submissions = [
    game('a', 50, same),
    game('a', 70),
    game('b', 50, same),
    game('c', 10, few),
    game('b', 5, few),
  ];
  const twins = teacherSeats({ seats, submissions }).map(({ seat: id, twin }) => [id, twin]);
  expect(twins).toEqual([
    ['b', 'a'],
    ['a', null],
    ['c', null],
  ]);
  expect(JSON.stringify(boardRows({ seats, submissions }, NOBODY, NOW))).not.toMatch(/twin|commands/);
});

test('a seat is told of its own logs alone', () => {
  const submissions = [game('a', 50), game('b', 60)];
  const own = ownSeatOf(seat('b', 'bold-lynx', { pace: 0.5 }), submissions);
  const [, mine] = submissions;
  expect(own).toEqual({
    ...{ seat: 'b', name: 'bold-lynx', pace: 0.5 },
    logs: [{ logHash: mine?.logHash, submission: mine?.id, score: 60, late: false }],
  });
});
