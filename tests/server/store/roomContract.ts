/** What every store must do with rooms. */
import { expect, test } from 'vitest';
import type { RoomStore } from '../../../src/server/store/types.ts';
import { hashOf, openRoom, sampleRoom, sampleSubmission, takeSeat, versionOf } from './samples.ts';

function roomTests(store: () => RoomStore): void {
  test('a room comes back by its code and by its teacher, field by field', async () => {
    const room = await openRoom(store(), {
      kind: 'until',
      until: '2026-04-01T12:00:00.000Z',
      hideNames: true,
      locked: true,
    });
    const { teacherHash, ...facts } = room;
    const expected = { ...facts, version: 1, closedAt: null };
    expect(await store().roomByCode(room.code)).toEqual(expected);
    expect(await store().roomByTeacher(teacherHash)).toEqual(expected);
  });

  test('a code that is taken stays with the first room, also when both come at once', async () => {
    const rooms = [sampleRoom({ code: 'ZZZZZZ' }), sampleRoom({ code: 'ZZZZZZ' })];
    const answers = await Promise.all(rooms.map((room) => store().addRoom(room)));
    expect([...answers].sort()).toEqual([false, true]);
    const standing = await store().roomByCode('ZZZZZZ');
    expect(standing?.id).toBe(rooms[answers.indexOf(true)]?.id);
    expect(await store().addRoom(sampleRoom({ code: 'ZZZZZZ' }))).toBe(false);
  });

  test('a room that is added again by the same call is the same room', async () => {
    const room = await openRoom(store());
    expect(await store().addRoom(room)).toBe(true);
    expect((await store().roomByCode(room.code))?.version).toBe(1);
  });

  test('a change touches what it names and raises the version', async () => {
    const room = await openRoom(store());
    const before = await store().roomByCode(room.code);
    const closed = await store().changeRoom(room.id, {
      state: 'closed',
      closedAt: '2026-03-01T09:00:00.000Z',
      expiresAt: '2026-03-31T09:00:00.000Z',
      hideNames: true,
    });
    expect(closed).toEqual({
      ...before,
      version: 2,
      state: 'closed',
      closedAt: '2026-03-01T09:00:00.000Z',
      expiresAt: '2026-03-31T09:00:00.000Z',
      hideNames: true,
    });
    const again = await store().changeRoom(room.id, { state: 'open', closedAt: null, locked: true });
    expect(again).toEqual({ ...closed, version: 3, state: 'open', closedAt: null, locked: true });
    expect(await store().roomByCode(room.code)).toEqual(again);
  });
}

function manyRoomTests(store: () => RoomStore): void {
  test('changes that come at once all count', async () => {
    const room = await openRoom(store());
    await Promise.all(Array.from({ length: 20 }, (_, i) => store().changeRoom(room.id, { hints: i > 3 })));
    expect(await versionOf(store(), room.id)).toBe(21);
  });

  test('unknown rooms are nothing', async () => {
    expect(await store().roomByCode('222333')).toBeNull();
    expect(await store().roomByTeacher(hashOf('nobody'))).toBeNull();
    expect(await store().changeRoom('nowhere', { locked: true })).toBeNull();
    expect(await store().removeRoom('nowhere')).toBe(false);
    expect(await store().versions([])).toEqual(new Map());
    expect(await store().versions(['nowhere'])).toEqual(new Map());
    expect(await store().seats('nowhere')).toEqual([]);
    expect(await store().submissions('nowhere')).toEqual([]);
    expect(await store().logs('nowhere')).toEqual(new Map());
  });
}

function endTests(store: () => RoomStore): void {
  test('a room takes with it all that is in it, and nothing of another room', async () => {
    const [room, other] = [await openRoom(store()), await openRoom(store())];
    const [seat, stranger] = [await takeSeat(store(), room.id), await takeSeat(store(), other.id)];
    const submission = sampleSubmission(seat);
    await store().addSubmission(submission, 40);
    await store().addSubmission(sampleSubmission(stranger), 40);
    await store().setHeld(seat.id, 'held');
    expect(await store().removeRoom(room.id)).toBe(true);
    expect(await store().removeRoom(room.id)).toBe(false);
    expect(await store().roomByCode(room.code)).toBeNull();
    expect(await store().ownerOf(seat.tokenHash)).toBeNull();
    expect(await store().seats(room.id)).toEqual([]);
    expect(await store().held(seat.id)).toBeNull();
    expect(await store().submissionsOf(seat.id)).toEqual([]);
    expect(await store().logs(room.id)).toEqual(new Map());
    expect((await store().ownerOf(stranger.tokenHash))?.room.id).toBe(other.id);
    expect(await store().submissions(other.id)).toHaveLength(1);
  });

  test('rooms end at their moment, not before', async () => {
    const room = await openRoom(store(), { expiresAt: '2024-01-02T00:00:00.000Z' });
    const seat = await takeSeat(store(), room.id);
    expect(await store().removeExpired('2024-01-01T23:59:59.999Z')).toEqual([]);
    expect(await store().removeExpired('2024-01-02T00:00:00.000Z')).toEqual([room.id]);
    expect(await store().ownerOf(seat.tokenHash)).toBeNull();
  });

  test('homework is closed at its date, once, and says when', async () => {
    const until = '2024-02-01T12:00:00.000Z';
    const due = await openRoom(store(), { kind: 'until', state: 'open', until });
    const live = await openRoom(store(), { kind: 'live', state: 'open' });
    expect(await store().closeDue('2024-02-01T11:59:59.999Z')).toEqual([]);
    expect(await store().closeDue('2024-02-03T00:00:00.000Z')).toEqual([due.id]);
    expect(await store().closeDue('2024-02-03T00:00:00.000Z')).toEqual([]);
    expect(await store().roomByCode(due.code)).toMatchObject({
      state: 'closed',
      closedAt: until,
      version: 2,
    });
    expect(await store().roomByCode(live.code)).toMatchObject({ state: 'open', closedAt: null, version: 1 });
  });
}

function otherRoomTests(store: () => RoomStore): void {
  test('a date without milliseconds is the same moment', async () => {
    const room = await openRoom(store(), { kind: 'until', state: 'open', until: '2024-02-05T12:00Z' });
    expect((await store().roomByCode(room.code))?.until).toBe('2024-02-05T12:00:00.000Z');
    expect(await store().closeDue('2024-02-05T11:59:59.999Z')).toEqual([]);
    expect(await store().closeDue('2024-02-05T12:00:00Z')).toEqual([room.id]);
  });

  test('rooms are counted, those for the local network apart', async () => {
    const before = await store().countRooms();
    const room = await openRoom(store(), { lan: true });
    await openRoom(store(), { lan: false });
    expect(await store().countRooms()).toEqual({ rooms: before.rooms + 2, lan: before.lan + 1 });
    await store().removeRoom(room.id);
    expect(await store().countRooms()).toEqual({ rooms: before.rooms + 1, lan: before.lan });
  });

  test('the store says that it can be written', async () => {
    await store().check();
    await Promise.all([store().check(), store().check(), store().check()]);
  });
}

export function roomContract(store: () => RoomStore): void {
  roomTests(store);
  manyRoomTests(store);
  endTests(store);
  otherRoomTests(store);
}
