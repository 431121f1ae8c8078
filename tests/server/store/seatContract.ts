/** What every store must do with seats, tokens and moves to a second device. */
import { expect, test } from 'vitest';
import type { RoomStore } from '../../../src/server/store/types.ts';
import { hashOf, openRoom, sampleSeat, sampleSubmission, takeSeat, versionOf } from './samples.ts';

function seatTests(store: () => RoomStore): void {
  test('a seat comes back with its room by its token', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id, { pace: 0.5 });
    const { tokenHash, ...facts } = seat;
    const expected = { ...facts, kicked: false, refused: 0, lastRefusal: null, takenOver: 0 };
    expect(await store().seats(room.id)).toEqual([expected]);
    expect(await store().ownerOf(tokenHash)).toEqual({
      room: await store().roomByCode(room.code),
      seat: expected,
      isRetired: false,
    });
    expect(await store().ownerOf(hashOf('no token'))).toBeNull();
    expect(await versionOf(store(), room.id)).toBe(2);
  });

  test('of two that take the last seat at once, one is refused', async () => {
    for (let round = 0; round < 5; round++) {
      const room = await openRoom(store());
      await takeSeat(store(), room.id);
      const seats = Array.from({ length: 6 }, () => sampleSeat(room.id));
      const answers = await Promise.all(seats.map((seat) => store().addSeat(seat, 2)));
      expect([...answers].sort()).toEqual(['added', 'full', 'full', 'full', 'full', 'full']);
      const winner = seats[answers.indexOf('added')];
      expect((await store().seats(room.id)).map(({ id }) => id)).toContain(winner?.id);
      expect(await store().seats(room.id)).toHaveLength(2);
      for (const loser of seats.filter((seat) => seat !== winner)) {
        expect(await store().ownerOf(loser.tokenHash)).toBeNull();
      }
      expect(await versionOf(store(), room.id)).toBe(3);
    }
  });

  test('of two that take one name at once, one is refused', async () => {
    const room = await openRoom(store());
    const seats = Array.from({ length: 4 }, () => sampleSeat(room.id, { name: 'brave-otter' }));
    const answers = await Promise.all(seats.map((seat) => store().addSeat(seat, 120)));
    expect([...answers].sort()).toEqual(['added', 'nameTaken', 'nameTaken', 'nameTaken']);
    const other = await openRoom(store());
    expect(await store().addSeat(sampleSeat(other.id, { name: 'brave-otter' }), 120)).toBe('added');
  });
}

function doorTests(store: () => RoomStore): void {
  test('a locked room and no room let nobody in', async () => {
    const room = await openRoom(store(), { locked: true });
    expect(await store().addSeat(sampleSeat(room.id), 120)).toBe('locked');
    expect(await store().addSeat(sampleSeat('nowhere'), 120)).toBe('noRoom');
    expect(await store().seats(room.id)).toEqual([]);
    expect(await versionOf(store(), room.id)).toBe(1);
  });

  test('a seat that is added again by the same call is the same seat', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    expect(await store().addSeat(seat, 1)).toBe('added');
    expect(await store().seats(room.id)).toHaveLength(1);
    expect(await versionOf(store(), room.id)).toBe(2);
  });

  test('seats stand in the order in which they were taken', async () => {
    const room = await openRoom(store());
    const at = (minute: number) => ({ joinedAt: `2026-03-01T08:${minute}:00.000Z` });
    const seats = [];
    for (const minute of [30, 10, 20]) seats.push(await takeSeat(store(), room.id, at(minute)));
    expect((await store().seats(room.id)).map(({ id }) => id)).toEqual(
      [seats[1], seats[2], seats[0]].map((seat) => seat?.id),
    );
  });
}

function changeTests(store: () => RoomStore): void {
  test('a change of a seat counts in its own room only', async () => {
    const [room, other] = [await openRoom(store()), await openRoom(store())];
    const seat = await takeSeat(store(), room.id);
    expect(await store().changeSeat(room.id, seat.id, { kicked: true })).toMatchObject({
      kicked: true,
      pace: 1,
    });
    expect(await store().changeSeat(room.id, seat.id, { pace: 0.25 })).toMatchObject({
      kicked: true,
      pace: 0.25,
    });
    expect(await versionOf(store(), room.id)).toBe(4);
    expect(await store().changeSeat(other.id, seat.id, { kicked: false })).toBeNull();
    expect(await store().changeSeat(room.id, 'nobody', { kicked: false })).toBeNull();
    expect(await store().removeSeat(other.id, seat.id)).toBe(false);
    expect((await store().ownerOf(seat.tokenHash))?.seat.kicked).toBe(true);
    expect(await versionOf(store(), other.id)).toBe(1);
    expect(await versionOf(store(), room.id)).toBe(4);
  });

  test('a seat that is removed leaves nothing, and its name is free again', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    await store().addSubmission(sampleSubmission(seat), 40);
    await store().setHeld(seat.id, 'a game');
    expect(await store().removeSeat(room.id, seat.id)).toBe(true);
    expect(await store().removeSeat(room.id, seat.id)).toBe(false);
    expect(await store().ownerOf(seat.tokenHash)).toBeNull();
    expect(await store().held(seat.id)).toBeNull();
    expect(await store().submissions(room.id)).toEqual([]);
    expect(await store().addSubmission(sampleSubmission(seat), 40)).toBe('noSeat');
    expect(await store().addSeat(sampleSeat(room.id, { name: seat.name }), 1)).toBe('added');
  });

  test('refusals are counted and the last one is kept', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    const version = async () => (await store().versions([room.id])).get(room.id) ?? 0;
    const before = await version();
    await Promise.all(Array.from({ length: 8 }, () => store().noteRefusal(seat.id, 'badLog')));
    await store().noteRefusal(seat.id, 'tooSlow');
    expect(await version()).toBe(before + 9);
    expect(await store().seats(room.id)).toMatchObject([{ refused: 9, lastRefusal: 'tooSlow' }]);
    await store().noteRefusal('nobody', 'badLog');
  });

  test('a held game is kept, replaced and dropped', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    expect(await store().held(seat.id)).toBeNull();
    await store().setHeld(seat.id, 'one');
    await store().setHeld(seat.id, 'two');
    expect(await store().held(seat.id)).toBe('two');
    await store().setHeld(seat.id, null);
    expect(await store().held(seat.id)).toBeNull();
    await store().setHeld('nobody', 'three');
    expect(await store().held('nobody')).toBeNull();
  });
}

const UNTIL = '2026-03-01T09:00:00.000Z';
const BEFORE = '2026-03-01T08:59:59.999Z';

function moveTests(store: () => RoomStore): void {
  test('a code moves a seat once, and retires the token before', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    await store().setHeld(seat.id, 'a game');
    await store().setMove(seat.id, hashOf('code'), UNTIL);
    const version = (await versionOf(store(), room.id)) ?? 0;
    const moved = await store().takeOver(room.id, hashOf('code'), hashOf('second device'), BEFORE);
    expect(moved).toMatchObject({ id: seat.id, name: seat.name, takenOver: 1 });
    expect(await versionOf(store(), room.id)).toBe(version + 1);
    expect((await store().ownerOf(seat.tokenHash))?.isRetired).toBe(true);
    expect(await store().ownerOf(hashOf('second device'))).toMatchObject({ isRetired: false, seat: moved });
    expect(await store().takeOver(room.id, hashOf('code'), hashOf('third device'), BEFORE)).toBeNull();
    expect(await store().ownerOf(hashOf('third device'))).toBeNull();
    expect(await store().held(seat.id)).toBe('a game');
    // The very same call once more, as after a lost connection.
    expect(await store().takeOver(room.id, hashOf('code'), hashOf('second device'), BEFORE)).toEqual(moved);
    expect(await versionOf(store(), room.id)).toBe(version + 1);
  });

  test('of two devices with one code, one gets the seat', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    await store().setMove(seat.id, hashOf('code'), UNTIL);
    const tokens = ['a', 'b', 'c', 'd'].map((name) => hashOf(`${name} ${seat.id}`));
    const answers = await Promise.all(
      tokens.map((token) => store().takeOver(room.id, hashOf('code'), token, BEFORE)),
    );
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    const owners = await Promise.all(tokens.map((token) => store().ownerOf(token)));
    expect(owners.filter((owner) => owner !== null)).toHaveLength(1);
  });
}

function moveEndTests(store: () => RoomStore): void {
  test('a code runs out, belongs to its room, and is void after the next', async () => {
    const [room, other] = [await openRoom(store()), await openRoom(store())];
    const seat = await takeSeat(store(), room.id);
    const token = hashOf(`new ${seat.id}`);
    expect(await store().takeOver(room.id, hashOf('old'), token, BEFORE)).toBeNull();
    await store().setMove(seat.id, hashOf('old'), UNTIL);
    expect(await store().takeOver(other.id, hashOf('old'), token, BEFORE)).toBeNull();
    expect(await store().takeOver('nowhere', hashOf('old'), token, BEFORE)).toBeNull();
    expect(await store().takeOver(room.id, hashOf('old'), token, UNTIL)).toBeNull();
    await store().setMove(seat.id, hashOf('new'), UNTIL);
    expect(await store().takeOver(room.id, hashOf('old'), token, BEFORE)).toBeNull();
    expect((await store().ownerOf(seat.tokenHash))?.isRetired).toBe(false);
    expect(await store().takeOver(room.id, hashOf('new'), token, BEFORE)).not.toBeNull();
    await store().setMove('nobody', hashOf('code'), UNTIL);
  });

  test('every earlier token is retired when a seat moves on and on', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    const tokens = [seat.tokenHash];
    for (let move = 1; move <= 3; move++) {
      const token = hashOf(`${seat.id} ${move}`);
      await store().setMove(seat.id, hashOf('code'), UNTIL);
      expect((await store().takeOver(room.id, hashOf('code'), token, BEFORE))?.takenOver).toBe(move);
      tokens.push(token);
    }
    const owners = await Promise.all(tokens.map((token) => store().ownerOf(token)));
    expect(owners.map((owner) => owner?.isRetired)).toEqual([true, true, true, false]);
  });
}

export function seatContract(store: () => RoomStore): void {
  seatTests(store);
  doorTests(store);
  changeTests(store);
  moveTests(store);
  moveEndTests(store);
}
