import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeDatabase, missingPostgres, startPostgres } from '../../../scripts/cluster/postgres.ts';
import type { Service } from '../../../scripts/cluster/service.ts';
import { openStore } from '../../../src/server/store/openStore.ts';
import {
  type NewSeat,
  type NewSubmission,
  type RoomStore,
  StoreFailure,
} from '../../../src/server/store/types.ts';
import { openRoom, sampleSubmission, takeSeat } from './samples.ts';

const missing = missingPostgres();
const LANES = 4;

/** Hands in one game after the other, each until it is taken, as a page does. */
async function handIn(store: RoomStore, seat: NewSeat, isOver: () => boolean) {
  const acknowledged: NewSubmission[] = [];
  while (!isOver()) {
    const submission = sampleSubmission(seat);
    for (let isTaken = false; !isTaken; ) {
      try {
        const answer = await store.addSubmission(submission, Number.POSITIVE_INFINITY);
        if (typeof answer === 'string') throw new Error(answer);
        expect(answer.submission.id).toBe(submission.id);
        acknowledged.push(submission);
        isTaken = true;
      } catch (error) {
        if (!(error instanceof StoreFailure)) throw error;
      }
    }
  }
  return acknowledged;
}

describe.skipIf(missing !== null)(`PostgreSQL in trouble${missing === null ? '' : ` (${missing})`}`, () => {
  let cluster: Service;
  let store: RoomStore;
  beforeAll(async () => {
    cluster = await startPostgres();
    store = await openStore({ databaseUrl: await makeDatabase(cluster.url, 'faults') });
  }, 120_000);
  afterAll(async () => {
    await store.close();
    await cluster.stop();
  }, 60_000);

  /** Writes through a fault, and looks whether all that was acknowledged is there, once. */
  async function throughFault(fault: () => Promise<void>): Promise<void> {
    const room = await openRoom(store);
    const seats = [];
    for (let lane = 0; lane < LANES; lane++) seats.push(await takeSeat(store, room.id));
    let count = 0;
    let isOver = false;
    const lanes = seats.map((seat) => handIn(store, seat, () => isOver));
    const grows = async () => {
      const before = count;
      await expect
        .poll(async () => (count = (await store.submissions(room.id).catch(() => [])).length), {
          timeout: 30_000,
        })
        .toBeGreaterThan(before + 20);
    };
    await grows();
    await fault();
    await grows();
    isOver = true;
    const acknowledged = (await Promise.all(lanes)).flat();
    const rows = await store.submissions(room.id);
    expect(rows.map(({ id }) => id).sort()).toEqual(acknowledged.map(({ id }) => id).sort());
    const logs = await store.logs(room.id);
    for (const { id, log } of acknowledged) expect(logs.get(id)).toBe(log);
  }

  test('killed in mid-write and started again, it has what was acknowledged', async () => {
    await throughFault(async () => {
      await cluster.kill9();
      await expect(store.check()).rejects.toMatchObject({ name: 'StoreFailure', trouble: 'unreachable' });
      await cluster.restart();
    });
  }, 120_000);

  test('restarted in good order, it has what was acknowledged', async () => {
    await throughFault(() => cluster.restart());
  }, 120_000);

  test('connections that are cut while nobody uses them are replaced', async () => {
    await Promise.all(Array.from({ length: 10 }, () => store.check()));
    await cluster.restart();
    await Promise.all(Array.from({ length: 10 }, () => store.check()));
  }, 60_000);
});
