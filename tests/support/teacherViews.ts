/** A room as its teacher sees it, made by hand: for looks and tests of pages. Its results were played by nobody. */
import type { BoardResult, BoardRow, RoomFacts, TeacherView } from '../../src/schema/classroom/room.ts';
import names from '../../src/text/en/names.json' with { type: 'json' };

type Wishes = Partial<Pick<RoomFacts, 'state' | 'kind' | 'locked' | 'hideNames'>> & {
  readonly students: number;
  readonly addresses?: readonly string[];
};

const ADJECTIVES = Object.keys(names.adjective);
const ANIMALS = Object.keys(names.animal);
const MOMENT = '2026-11-22T10:00:00.000Z';
/** Whose seat was put out: it stands on no board. */
const PUT_OUT = 6;
const STATES = ['playing', 'finished', 'paused', 'finished', 'away', 'waiting', 'finished'] as const;

const seatOf = (index: number): string => `seat${String(index).padStart(6, '0')}`;
const nameOf = (index: number): string =>
  `${ADJECTIVES[index % ADJECTIVES.length]}-${ANIMALS[(index * 7) % ANIMALS.length]}`;

function resultAt(index: number, score: number, late: boolean): BoardResult {
  const outcome =
    score > 60
      ? 'recovered'
      : score > 45
        ? 'stillOnWard'
        : index % 3 === 0
          ? 'opportunisticInfection'
          : 'organFailure';
  return {
    submission: `game${String(index).padStart(6, '0')}`,
    score,
    outcome,
    endTick: outcome === 'stillOnWard' ? 4800 : 2900 + index * 37,
    pausedSeconds: (index % 4) * 47,
    pauses: index % 4,
    games: 1 + (index % 5 === 0 ? 2 : 0),
    late,
    rank: 0,
    receivedAt: MOMENT,
  };
}

function rowsOf({ students, state }: Wishes): readonly BoardRow[] {
  const rows = Array.from({ length: students }, (_, index): BoardRow => {
    const row = { seat: seatOf(index), name: nameOf(index), hour: 0 };
    if (state === 'lobby') return { ...row, state: 'waiting', result: null };
    const does = state === 'closed' ? 'finished' : (STATES[index % STATES.length] ?? 'playing');
    const hasResult = does === 'finished' || index % 11 === 0;
    // The second and the third score the same.
    const score = Math.max(3, 95 - Math.max(0, index - (index === 3 ? 2 : 0)) * 3);
    return {
      ...row,
      state: does,
      hour: does === 'playing' || does === 'paused' ? 20 + ((index * 13) % 190) : 0,
      result: hasResult ? resultAt(index, score, index === students - 2) : null,
    };
  });
  return ranked(rows.filter((_, index) => index !== PUT_OUT));
}

/** Places as the server gives them: equal scores share one, and what came late stands behind. */
function ranked(rows: readonly BoardRow[]): readonly BoardRow[] {
  const weight = ({ result }: BoardRow): number =>
    result === null ? 2000 : (result.late ? 1000 : 0) - result.score;
  const sorted = rows.toSorted((a, b) => weight(a) - weight(b));
  return sorted.map((row) => {
    if (!row.result) return row;
    const rank = 1 + sorted.findIndex((other) => weight(other) === weight(row));
    return { ...row, result: { ...row.result, rank } };
  });
}

/** A view of a room with so many seats; the third has an own pace, the fourth a refused game, the fifth a twin. */
export function teacherViewOf(wishes: Wishes): TeacherView {
  const { students, addresses = ['http://192.168.178.101:8080/'], ...room } = wishes;
  return {
    version: 1,
    now: MOMENT,
    room: {
      code: 'KQ7ZDW',
      level: { id: 'the-quiet-doubling', hash: '0'.repeat(16) },
      mode: 'student',
      seed: 1,
      kind: 'live',
      until: room.kind === 'until' ? '2026-11-29T19:00:00.000Z' : null,
      hints: false,
      pace: 1,
      state: 'open',
      locked: false,
      hideNames: false,
      keepDays: 30,
      createdAt: MOMENT,
      expiresAt: '2026-12-24T19:00:00.000Z',
      ...room,
    },
    rows: [...rowsOf(wishes)],
    seats: Array.from({ length: students }, (_, index) => ({
      seat: seatOf(index),
      name: nameOf(index),
      pace: index === 2 ? 0.5 : 1,
      kicked: index === PUT_OUT,
      joinedAt: MOMENT,
      refused: index === 3 ? 2 : 0,
      lastRefusal: index === 3 ? 'tooSlow' : null,
      twin: index === 4 ? seatOf(1) : null,
      takenOver: 0,
    })),
    addresses: [...addresses],
    homePage: 'https://stormward.invalid/',
    recordStore: true,
  };
}
