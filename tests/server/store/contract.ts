/** The contract of src/server/store/types.ts, as tests that hold every database to it. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RoomStore, StoreFailure } from '../../../src/server/store/types.ts';
import { roomContract } from './roomContract.ts';
import { openRoom } from './samples.ts';
import { seatContract } from './seatContract.ts';
import { submissionContract } from './submissionContract.ts';

/** Runs the contract over the store that `open` gives; called again it opens the same data once more. */
export function storeContract(open: () => Promise<RoomStore>): void {
  let store: RoomStore;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());

  describe('rooms', () => roomContract(() => store));
  describe('seats', () => seatContract(() => store));
  describe('submissions', () => submissionContract(() => store));

  test('a store that is closed has finished what ran, and says so to the rest', async () => {
    const second = await open();
    const running = Array.from({ length: 10 }, () => openRoom(second));
    const closing = second.close();
    const rooms = await Promise.all(running);
    await closing;
    await second.close();
    for (const { code, id } of rooms) expect((await store.roomByCode(code))?.id).toBe(id);
    await expect(second.check()).rejects.toMatchObject({ trouble: 'unreachable' });
    await expect(second.check()).rejects.toBeInstanceOf(StoreFailure);
  });
}
