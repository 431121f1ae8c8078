/** Data of every earlier version must come through every later step, in every database. */
import { join } from 'node:path';
import { CompiledQuery, type Dialect, Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { migrate, NewerDatabase } from '../../../src/server/store/migrate.ts';
import { MIGRATIONS } from '../../../src/server/store/migrations/all.ts';
import { DATABASE_FILE, openStore, type StorePlace } from '../../../src/server/store/openStore.ts';
import { postgresDialect } from '../../../src/server/store/postgres.ts';
import { openDatabase, sqliteDialect } from '../../../src/server/store/sqlite.ts';
import type { Tables } from '../../../src/server/store/tables.ts';
import type { RoomStore } from '../../../src/server/store/types.ts';
import { OLD_DATA, OLD_ROOM, OLD_SUBMISSION, oldSeats } from './oldData.ts';
import { openRoom, sampleSubmission, takeSeat } from './samples.ts';

function dialectOf(place: StorePlace): Dialect {
  if ('databaseUrl' in place) return postgresDialect(place.databaseUrl, true);
  return sqliteDialect(openDatabase(join(place.folder, DATABASE_FILE)));
}

async function withTables(
  place: StorePlace,
  work: (database: Kysely<Tables>) => Promise<void>,
): Promise<void> {
  const database = new Kysely<Tables>({ dialect: dialectOf(place) });
  try {
    await work(database);
  } finally {
    await database.destroy();
  }
}

const tablesOf = async (database: Kysely<Tables>) =>
  (await database.introspection.getTables()).map(({ name }) => name);

async function expectOldData(store: RoomStore, step: string): Promise<void> {
  const moved = step >= '0003';
  expect(await store.roomByCode('BCDFGH')).toEqual(OLD_ROOM);
  expect(await store.roomByTeacher('other hash')).toMatchObject({ id: 'oldroom00002', seed: 0, until: null });
  expect(await store.seats('oldroom00001')).toEqual(oldSeats(moved));
  expect(await store.ownerOf('retired hash')).toMatchObject({ isRetired: true });
  expect(await store.ownerOf('token hash')).toMatchObject({ isRetired: false, room: OLD_ROOM });
  const hasGames = step >= '0002';
  expect(await store.submissions('oldroom00001')).toEqual(hasGames ? [OLD_SUBMISSION] : []);
  expect((await store.logs('oldroom00001')).get('oldgame00001')).toBe(hasGames ? '{"the":"log"}' : undefined);
  expect(await store.held('oldseat00001')).toBe(moved ? 'held game' : null);
  const move = await store.takeOver('oldroom00001', 'move hash', 'new hash', '2026-03-01T08:59:00.000Z');
  expect(move?.id).toBe(moved ? 'oldseat00001' : undefined);
}

/** What a room of this version does, on tables that came from an earlier one. */
async function expectNewData(store: RoomStore): Promise<void> {
  const room = await openRoom(store, { code: 'ZZZZZZ' });
  const seat = await takeSeat(store, room.id);
  await store.setHeld(seat.id, 'new');
  const old = sampleSubmission({ ...seat, id: 'oldseat00002', roomId: 'oldroom00001' });
  expect(await store.addSubmission(old, 40)).toMatchObject({ isNew: true });
  expect(await store.removeRoom('oldroom00001')).toBe(true);
  expect(await store.ownerOf('token hash')).toBeNull();
  expect(await store.submissions('oldroom00001')).toEqual([]);
}

/** `fresh` makes an empty place. */
export function migrationContract(fresh: () => Promise<StorePlace>): void {
  test('there are old data of every version', () => {
    expect(Object.keys(OLD_DATA)).toEqual(Object.keys(MIGRATIONS));
  });

  test.each(Object.keys(MIGRATIONS))('data of "%s" come through', async (step) => {
    const place = await fresh();
    await withTables(place, async (database) => {
      await migrate(database, { last: step });
      for (const statement of OLD_DATA[step] ?? []) {
        await database.executeQuery(CompiledQuery.raw(statement));
      }
    });
    const store = await openStore(place);
    await expectOldData(store, step);
    await expectNewData(store);
    await store.close();
  });

  test('several that open an empty place at once all find it in order', async () => {
    const place = await fresh();
    const stores = await Promise.all(Array.from({ length: 4 }, () => openStore(place)));
    const rooms = [];
    for (const store of stores) rooms.push(await openRoom(store));
    for (const store of stores) {
      for (const { code, id } of rooms) expect((await store.roomByCode(code))?.id).toBe(id);
    }
    await Promise.all(stores.map((store) => store.close()));
  });
  refusalTests(fresh);
}

function refusalTests(fresh: () => Promise<StorePlace>): void {
  test('a step that fails leaves the tables as they were', async () => {
    const place = await fresh();
    const broken = {
      up: async (database: Kysely<unknown>) => {
        await database.schema.createTable('half').addColumn('id', 'text').execute();
        throw new Error('broken');
      },
    };
    await withTables(place, async (database) => {
      await migrate(database, { last: '0001 rooms' });
      const before = await tablesOf(database);
      const steps = { ...MIGRATIONS, '9999 broken': broken };
      await expect(migrate(database, { steps })).rejects.toThrow('broken');
      expect(await tablesOf(database)).toEqual(before);
    });
    await (await openStore(place)).close();
  });

  test('a place that a newer version wrote is refused in a sentence, and left alone', async () => {
    const place = await fresh();
    await withTables(place, async (database) => {
      const up = async (newer: Kysely<unknown>) => {
        await newer.schema.createTable('tomorrow').addColumn('id', 'text').execute();
      };
      await migrate(database, { steps: { ...MIGRATIONS, '9999 tomorrow': { up } } });
    });
    const refused = openStore(place);
    await expect(refused).rejects.toBeInstanceOf(NewerDatabase);
    await expect(refused).rejects.toThrow(/newer version of Stormward \(step "9999 tomorrow"\)/);
    await withTables(place, async (database) => expect(await tablesOf(database)).toContain('tomorrow'));
  });
}
