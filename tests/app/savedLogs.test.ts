import { describe, expect, it } from 'vitest';
import {
  createSavedLogs,
  type LogDatabase,
  openLogDatabase,
  SAVED_LOGS_LIMIT,
} from '../../src/app/savedLogs.ts';
import type { SavedLog } from '../../src/app/types.ts';
import { playedLog } from './fixtures.ts';

const LOG = playedLog();

function memory(): LogDatabase & { readonly kept: Map<number, SavedLog> } {
  const kept = new Map<number, SavedLog>();
  let next = 1;
  return {
    kept,
    rows: async () => [...kept.values()],
    add: async (row) => {
      kept.set(next, { ...row, key: next });
      next += 1;
    },
    remove: async (key) => void kept.delete(key),
  };
}

const failing = (name: string) => async (): Promise<never> => {
  throw new DOMException('no', name);
};

describe('the shelf of saved logs', () => {
  it('keeps a log and lists the newest first', async () => {
    const logs = createSavedLogs(async () => memory());
    await logs.keep(LOG, '2026-01-01T10:00:00Z');
    await logs.keep({ ...LOG, score: 99 }, '2026-01-02T10:00:00Z');
    const listed = await logs.list();
    expect(listed.ok && listed.value.map(({ log }) => log.score)).toEqual([99, LOG.score]);
  });

  it('keeps twenty, and the oldest gives way', async () => {
    const database = memory();
    const logs = createSavedLogs(async () => database);
    for (let day = 1; day <= SAVED_LOGS_LIMIT + 3; day += 1) await logs.keep(LOG, `day ${day}`);
    const listed = await logs.list();
    expect(database.kept.size).toBe(SAVED_LOGS_LIMIT);
    expect(listed.ok && listed.value.at(-1)?.savedAt).toBe('day 4');
  });

  it('removes one', async () => {
    const logs = createSavedLogs(async () => memory());
    await logs.keep(LOG, 'one');
    const kept = await logs.keep(LOG, 'two');
    const left = await logs.remove((kept.ok && kept.value[0]?.key) || 0);
    expect(left.ok && left.value.map(({ savedAt }) => savedAt)).toEqual(['one']);
  });

  it.each([
    ['full', 'QuotaExceededError'],
    ['refused', 'SecurityError'],
    ['refused', 'InvalidStateError'],
  ] as const)('says %s when a write fails with %s, and still lists', async (problem, name) => {
    const database = { ...memory(), add: failing(name) };
    const logs = createSavedLogs(async () => database);
    expect(await logs.keep(LOG, 'now')).toEqual({ ok: false, problem });
    expect(await logs.list()).toEqual({ ok: true, value: [] });
  });

  it('says refused when the database does not open, and tries again', async () => {
    let tries = 0;
    const logs = createSavedLogs(async () => {
      tries += 1;
      if (tries === 1) throw new DOMException('no', 'SecurityError');
      return memory();
    });
    expect(await logs.list()).toEqual({ ok: false, problem: 'refused' });
    expect(await logs.list()).toEqual({ ok: true, value: [] });
  });

  it('says absent where there is no IndexedDB at all, as here', async () => {
    expect(await createSavedLogs(openLogDatabase).list()).toEqual({ ok: false, problem: 'absent' });
  });
});
