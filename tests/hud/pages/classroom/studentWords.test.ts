import { describe, expect, it } from 'vitest';
import { readTypedCode } from '../../../../src/app/classroom/typedCode.ts';
import type { Connection, OutboxEntry, StudentState } from '../../../../src/app/classroom/types.ts';
import type { DecisionLog } from '../../../../src/engine/types.ts';
import { faultText } from '../../../../src/hud/pages/classroom/doors/codeForm.tsx';
import { connectionWord } from '../../../../src/hud/pages/classroom/student/connectionSign.tsx';
import { handInText } from '../../../../src/hud/pages/classroom/student/handInText.ts';
import { digestOf, newsOf, type SeatDigest } from '../../../../src/hud/pages/classroom/student/seatNews.ts';
import { spanText } from '../../../../src/hud/pages/classroom/student/serverClock.ts';
import type { BoardResult, BoardRow, RoomView } from '../../../../src/schema/classroom/room.ts';

const MINUTE = 60_000;

function result(score: number, rank: number, late = false): BoardResult {
  const receivedAt = '2026-11-22T21:00:00.000Z';
  const rest = { outcome: 'recovered', endTick: 9600, pausedSeconds: 0, pauses: 0, games: 1 } as const;
  return { submission: 'sub00000', score, rank, late, receivedAt, ...rest };
}

const row = (seat: string, of: BoardResult | null): BoardRow => ({
  seat,
  name: 'bold-lynx',
  state: 'finished',
  hour: 0,
  result: of,
});

const entry = (
  key: number,
  state: OutboxEntry['state'],
  score: number | null = null,
  late = false,
): OutboxEntry => ({
  key,
  state,
  score,
  late,
  log: { score: score ?? 0 } as DecisionLog,
  endedAt: '2026-11-22T21:00:00.000Z',
  reason: state === 'refused' ? 'It is a game of another level.' : '',
});

interface Given {
  readonly rows?: readonly BoardRow[];
  readonly outbox?: readonly OutboxEntry[];
  readonly connection?: Connection;
  readonly room?: RoomView['room']['state'];
}

/** A student in the seat `own`. */
function student({ rows = [], outbox = [], connection = 'socket', room = 'open' }: Given): StudentState {
  return {
    view: { version: 1, now: '', room: { state: room } as RoomView['room'], rows: [...rows] },
    own: { seat: 'own', name: 'bold-lynx' } as StudentState['own'],
    connection,
    ahead: 0,
    outbox,
    move: null,
    gone: null,
    elsewhere: false,
    leftTick: null,
    storageProblem: '',
  };
}

describe('a hand-in in words', () => {
  const others = [row('a', result(92, 1)), row('b', null)];

  it('tells score and place of the best game', () => {
    const now = student({ rows: [...others, row('own', result(84, 2))] });
    expect(handInText(entry(1, 'accepted', 84), now)).toBe(
      'Handed in. The server has played it again: score 84, place 2 of 2.',
    );
  });

  it('says which game counts when it is not this one', () => {
    const now = student({ rows: [...others, row('own', result(84, 2))] });
    expect(handInText(entry(1, 'accepted', 40), now)).toMatch(
      /score 40\. Your best, 84, counts: place 2 of 2\./,
    );
  });

  it('names no place that the board does not show yet', () => {
    for (const own of [row('own', null), row('own', result(40, 2))])
      expect(handInText(entry(1, 'accepted', 84), student({ rows: [...others, own] }))).toBe(
        'Handed in. The server has played it again: score 84.',
      );
  });

  it('says of a late one that it is late, of a refused one why, of a waiting one that nothing is lost', () => {
    expect(handInText(entry(1, 'accepted', 84, true), student({}))).toMatch(/^Handed in late\./);
    expect(handInText(entry(1, 'refused'), student({}))).toBe('Not accepted. It is a game of another level.');
    expect(handInText(entry(1, 'waiting'), student({}))).toMatch(/Nothing is lost/);
  });
});

describe('what a screen reader is told', () => {
  /** The sentences of each step, told from the first one on. */
  function told(...steps: readonly Given[]): readonly (readonly string[])[] {
    let before: SeatDigest | null = null;
    return steps.map((given) => {
      const now = student(given);
      const digest = digestOf(now, before);
      const news = before ? newsOf(before, digest, now) : [];
      before = digest;
      return news;
    });
  }

  it('is that the room has opened, closed, and opened again', () => {
    expect(told({ room: 'lobby' }, { room: 'open' }, { room: 'closed' }, { room: 'open' })).toEqual([
      [],
      ['The room is open. You can begin.'],
      ['The room is closed.'],
      ['The room is open again.'],
    ]);
  });

  it('is once that the network went, and once that it came back, whatever is tried between', () => {
    const steps = (['socket', 'connecting', 'lost', 'connecting', 'lost', 'polling', 'socket'] as const).map(
      (connection) => ({ connection }),
    );
    expect(told(...steps).map((news) => news.length)).toEqual([0, 0, 1, 0, 0, 1, 0]);
  });

  it('is the result of a game when the board shows its place, and not again', () => {
    const accepted = [entry(1, 'accepted', 84)];
    const placed = [row('own', result(84, 1))];
    const news = told(
      { outbox: [entry(1, 'sending')] },
      { outbox: accepted, rows: [row('own', null)] },
      { outbox: accepted, rows: placed },
      { outbox: accepted, rows: [row('b', null), ...placed] },
    );
    expect(news.map((sentences) => sentences.length)).toEqual([0, 0, 1, 0]);
    expect(news[2]?.[0]).toContain('place 1 of 1');
  });

  it('is nothing of the network once the seat is gone', () => {
    const seat = student({});
    const here = digestOf(seat, null);
    const gone: StudentState = { ...seat, gone: 'kicked', connection: 'lost' };
    expect(newsOf(here, digestOf(gone, here), gone)).toEqual([]);
  });

  it('is that a game was refused', () => {
    expect(told({ outbox: [entry(1, 'sending')] }, { outbox: [entry(1, 'refused')] })[1]).toHaveLength(1);
  });

  it('is nothing of what stood there before', () => {
    expect(told({ connection: 'lost', outbox: [entry(1, 'refused')], room: 'closed' })).toEqual([[]]);
  });
});

describe('the faults of a typed code', () => {
  const said = (text: string): string => faultText(readTypedCode(text, 6), 6, 'Type it first.');

  it('are each said in one sentence', () => {
    expect(said('')).toBe('Type it first.');
    expect(said('KQ7ZD')).toBe('One character is still missing.');
    expect(said('KQ7')).toBe('3 characters are still missing.');
    expect(said('KQ7ZDO')).toMatch(/^No code holds O\./);
    expect(said('KO0ZDI')).toMatch(/^No code holds O, 0 or I\./);
    expect(said('KQ7ZDWBC')).toBe('That is more than 6 characters.');
    expect(said('kq7-zdw')).toBe('');
  });
});

describe('a span', () => {
  it('is rounded up to minutes', () => {
    expect(spanText(0)).toBe('less than a minute');
    expect(spanText(MINUTE)).toBe('1 minute');
    expect(spanText(1.2 * MINUTE)).toBe('2 minutes');
    expect(spanText(59.5 * MINUTE)).toBe('1 h 0 min');
    expect(spanText(320 * MINUTE)).toBe('5 h 20 min');
  });
});

describe('the way to the server', () => {
  it('is told by the network first, then by a game on its way', () => {
    expect(connectionWord('lost', [entry(1, 'sending')])).toBe('lost');
    expect(connectionWord('socket', [entry(1, 'sending'), entry(2, 'waiting')])).toBe('sending');
    expect(connectionWord('polling', [entry(1, 'accepted', 3)])).toBe('polling');
  });
});
