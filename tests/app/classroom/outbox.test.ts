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
