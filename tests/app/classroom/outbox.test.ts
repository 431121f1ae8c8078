import { describe, expect, it } from 'vitest';
import type { Answer, Refusal } from '../../../src/app/classroom/call.ts';
import { createOutbox } from '../../../src/app/classroom/outbox.ts';
import { createOutboxShelf, type OutboxDatabase } from '../../../src/app/classroom/outboxShelf.ts';
import type { OutboxRow } from '../../../src/app/classroom/types.ts';
import type { DecisionLog } from '../../../src/engine/types.ts';
import type { AcceptedLog } from '../../../src/schema/classroom/room.ts';
import { playedLog } from '../fixtures.ts';
import { createBrowser, until } from './tab.ts';

const LOG = playedLog();
const OTHER: DecisionLog = { ...LOG, seed: 8 };

const ACCEPTED: Answer<AcceptedLog> = {
  ok: true,
  value: {
    ...{ submission: 'abcdefgh', logHash: 'a', score: 71, outcome: 'recovered', late: true, isNew: true },
  },
};

function refusal(status: number, code: string, retryAfter: number | null = null): Answer<AcceptedLog> {
  return { ok: false, refusal: { status, code, values: {}, retryAfter } };
}

const NO_DATABASE = async (): Promise<OutboxDatabase> => {
  throw new DOMException('no', 'SecurityError');
};

/** An outbox whose server gives these answers, one after the other, and whose timers wait for the test. */
function createTestOutbox(answers: Answer<AcceptedLog>[], open?: () => Promise<OutboxDatabase>) {
  const browser = createBrowser();
  const shelf = createOutboxShelf(open ?? (async () => browser.outbox));
  const sent: { token: string; log: string; kept: number }[] = [];
  const pauses: number[] = [];
  let shown: readonly OutboxRow[] = [];
  let due = (): void => undefined;
  const outbox = createOutbox({
    shelf,
    handIn: async (token, log) => {
      sent.push({ token, log, kept: (await shelf.rows()).length });
      return answers.shift() ?? ACCEPTED;
    },
    sentence: ({ code }: Refusal) => `because of ${code}`,
    later: (milliseconds, work) => {
      pauses.push(milliseconds);
      due = work;
      return () => undefined;
    },
    random: () => 1,
    changed: (rows) => {
      shown = rows;
    },
  });
  return { outbox, shelf, browser, sent, pauses, shown: () => shown, ring: () => due() };
}

describe('the shelf of the outbox', () => {
  const ROW = { token: 's_1', log: LOG, endedAt: '2026-01-01T10:00:00Z', state: 'waiting' } as const;
  const NEW = { ...ROW, score: null, late: false, reason: '' };

  it('opens its database again when the browser has closed it', async () => {
    const { outbox: database } = createBrowser();
    let isClosed = false;
    const closable = <T>(work: () => Promise<T>): Promise<T> =>
      isClosed ? Promise.reject(new DOMException('closed', 'InvalidStateError')) : work();
    const shelf = createOutboxShelf(async () => {
      isClosed = false;
      return {
        rows: () => closable(() => database.rows()),
        add: (row) => closable(() => database.add(row)),
        put: (row) => closable(() => database.put(row)),
        remove: (key) => closable(() => database.remove(key)),
      };
    });
    const row = await shelf.add(NEW);
    isClosed = true;
    expect(await shelf.rows()).toHaveLength(1);
    isClosed = true;
    await shelf.put({ ...row, state: 'accepted', score: 71 });
    isClosed = true;
    await shelf.add(NEW);
    expect((await database.rows()).map(({ state }) => state)).toEqual(['accepted', 'waiting']);
    expect(shelf.problem()).toBeNull();
  });

  it('goes on in memory while the database does not open, which another tab may keep it from', async () => {
    const { outbox: database } = createBrowser();
    const opening = Promise.withResolvers<OutboxDatabase>();
    const shelf = createOutboxShelf(() => opening.promise, 20);
    expect(await shelf.rows()).toEqual([]);
    await shelf.add(NEW);
    expect([(await shelf.rows()).length, shelf.problem()]).toEqual([1, 'refused']);
    opening.resolve(database);
    await shelf.add({ ...NEW, log: OTHER });
    expect([(await shelf.rows()).length, (await database.rows()).length]).toEqual([2, 1]);
  });
});

describe('the outbox', () => {
  it('keeps a game before it sends it, and shows what the server found', async () => {
    const { outbox, sent, shown } = createTestOutbox([]);
    await outbox.add('s_1', LOG, '2026-01-01T10:00:00Z');
    await until('it is accepted', () => shown()[0]?.state === 'accepted');
    expect(sent).toEqual([{ token: 's_1', log: JSON.stringify(LOG), kept: 1 }]);
    expect(shown()).toMatchObject([{ score: 71, late: true, reason: '' }]);
  });

  it('tries again with growing pauses, and not sooner than it was told', async () => {
    const troubles = [
      refusal(0, 'unavailable'),
      refusal(503, 'busy'),
      refusal(429, 'tooMany', 17),
      refusal(507, 'diskFull', 1),
    ];
    const { outbox, pauses, shown, ring } = createTestOutbox(troubles);
    await outbox.add('s_1', LOG, '2026-01-01T10:00:00Z');
    for (const count of [1, 2, 3, 4]) {
      await until('it failed', () => pauses.length === count);
      expect(shown()[0]?.state).toBe('waiting');
      ring();
    }
    await until('it is accepted', () => shown()[0]?.state === 'accepted');
    expect(pauses).toEqual([1_000, 2_000, 17_000, 8_000]);
  });

  it('says why a game was refused, and goes on with the next', async () => {
    const { outbox, sent, shown } = createTestOutbox([refusal(422, 'otherSeed')]);
    await outbox.add('s_1', LOG, '2026-01-01T10:00:00Z');
    await outbox.add('s_1', OTHER, '2026-01-01T11:00:00Z');
    await until('both have an answer', () => shown().every(({ state }) => state !== 'waiting'));
    expect(shown()).toMatchObject([
      { state: 'refused', reason: 'because of otherSeed', score: null },
      { state: 'accepted' },
    ]);
    await outbox.send();
    expect(sent).toHaveLength(2);
  });

  it('does not let a game that comes to nobody stand in the way of the others', async () => {
    const browser = createBrowser();
    const row = { endedAt: '2026-01-01T09:00:00Z', score: null, late: false, reason: '' };
    await browser.outbox.add({ ...row, state: 'waiting', token: 's_1', log: LOG });
    await browser.outbox.add({ ...row, state: 'waiting', token: 's_2', log: OTHER });
    let shown: readonly OutboxRow[] = [];
    let due = (): void => undefined;
    const outbox = createOutbox({
      shelf: createOutboxShelf(async () => browser.outbox),
      // A proxy that lets this one never through.
      handIn: async (token) => (token === 's_1' ? refusal(0, 'unavailable') : ACCEPTED),
      sentence: ({ code }: Refusal) => code,
      later: (_milliseconds, work) => {
        due = work;
        return () => undefined;
      },
      random: () => 1,
      changed: (rows) => {
        shown = rows;
      },
    });
    await outbox.send();
    due();
    await until('the other one has arrived', () => shown.some(({ state }) => state === 'accepted'));
    expect(shown.map(({ token, state }) => [token, state])).toEqual([
      ['s_1', 'waiting'],
      ['s_2', 'accepted'],
    ]);
  });

  it('takes the same game once', async () => {
    const { outbox, sent, shown } = createTestOutbox([]);
    await outbox.add('s_1', LOG, '2026-01-01T10:00:00Z');
    await outbox.add('s_1', structuredClone(LOG), '2026-01-01T10:00:01Z');
    await until('it is accepted', () => shown()[0]?.state === 'accepted');
    expect([shown().length, sent.length]).toEqual([1, 1]);
  });

  it('sends what another tab has left, and not what another tab has sent', async () => {
    const { outbox, browser, sent, shown } = createTestOutbox([]);
    const row = { token: 's_2', endedAt: '2026-01-01T09:00:00Z', score: null, late: false, reason: '' };
    await browser.outbox.add({ ...row, log: LOG, state: 'waiting' });
    await browser.outbox.add({ ...row, log: OTHER, state: 'accepted' });
    await outbox.send();
    expect(sent.map(({ log }) => log)).toEqual([JSON.stringify(LOG)]);
    expect(shown().map(({ state }) => state)).toEqual(['accepted', 'accepted']);
  });

  it('forgets what has its answer, or everything of a seat, and nothing of another', async () => {
    const { outbox, shown, pauses } = createTestOutbox([ACCEPTED, refusal(0, 'unavailable')]);
    await outbox.add('s_1', LOG, '2026-01-01T10:00:00Z');
    await until('it is accepted', () => shown()[0]?.state === 'accepted');
    await outbox.add('s_1', OTHER, '2026-01-01T11:00:00Z');
    await until('it failed', () => pauses.length === 1);
    await outbox.forget('s_2', true);
    expect(shown()).toHaveLength(2);
    await outbox.forget('s_1', false);
    expect(shown().map(({ state }) => state)).toEqual(['waiting']);
    await outbox.forget('s_1', true);
    expect(shown()).toEqual([]);
  });

  it.each([
    ['in the database', undefined],
    ['in memory', NO_DATABASE],
  ])('does not bring back %s what was forgotten while it was on its way', async (_where, open) => {
    const browser = createBrowser();
    const shelf = createOutboxShelf(open ?? (async () => browser.outbox));
    const answer = Promise.withResolvers<Answer<AcceptedLog>>();
    let asked = 0;
    const outbox = createOutbox({
      shelf,
      handIn: () => {
        asked += 1;
        return asked === 1 ? answer.promise : Promise.resolve(refusal(0, 'unavailable'));
      },
      sentence: ({ code }: Refusal) => code,
      later: () => () => undefined,
      random: () => 1,
      changed: () => undefined,
    });
    await outbox.add('s_1', LOG, '2026-01-01T10:00:00Z');
    await until('it is on its way', () => asked === 1);
    await outbox.forget('s_1', true);
    await outbox.add('s_2', OTHER, '2026-01-01T11:00:00Z');
    answer.resolve(ACCEPTED);
    await until('the other one is on its way', () => asked > 1);
    expect(await shelf.rows()).toMatchObject([{ token: 's_2', state: 'waiting' }]);
  });

  it('sends all the same where the browser keeps nothing, and says so', async () => {
    const { outbox, shelf, sent, shown } = createTestOutbox([refusal(422, 'tooSlow')], NO_DATABASE);
    await outbox.add('s_1', LOG, '2026-01-01T10:00:00Z');
    await outbox.add('s_1', OTHER, '2026-01-01T11:00:00Z');
    await until('both have an answer', () => shown().every(({ state }) => state !== 'waiting'));
    expect(shelf.problem()).toBe('refused');
    expect(sent).toHaveLength(2);
    expect(new Set(shown().map(({ key }) => key)).size).toBe(2);
    await outbox.forget('s_1', true);
    expect(shown()).toEqual([]);
  });
});
