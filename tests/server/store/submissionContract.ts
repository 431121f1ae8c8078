/** What every store must do with verified games, and with any text in any field. */
import { expect, test } from 'vitest';
import { CLASS_LIMITS } from '../../../src/schema/classroom/limits.ts';
import type { RoomStore } from '../../../src/server/store/types.ts';
import {
  hashOf,
  openRoom,
  sampleRoom,
  sampleSeat,
  sampleSubmission,
  takeSeat,
  versionOf,
} from './samples.ts';

function submissionTests(store: () => RoomStore): void {
  test('a submission comes back field by field, its log apart', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    await store().setHeld(seat.id, 'the game before its end');
    const submission = sampleSubmission(seat, { late: true, outcome: 'organFailure', score: 0 });
    const { log, ...facts } = submission;
    const version = (await versionOf(store(), room.id)) ?? 0;
    expect(await store().addSubmission(submission, 40)).toEqual({ submission: facts, isNew: true });
    expect(await store().submissions(room.id)).toEqual([facts]);
    expect(await store().submissionsOf(seat.id)).toEqual([facts]);
    expect(await store().logs(room.id)).toEqual(new Map([[submission.id, log]]));
    expect(await store().held(seat.id)).toBeNull();
    expect(await versionOf(store(), room.id)).toBe(version + 1);
  });

  test('the same log ten times at once is one row', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    const tries = Array.from({ length: 10 }, (_, i) =>
      sampleSubmission(seat, { log: 'the same', receivedAt: `2026-03-01T08:30:0${i}.000Z` }),
    );
    const answers = await Promise.all(tries.map((submission) => store().addSubmission(submission, 40)));
    const given = answers.map((answer) => {
      if (typeof answer === 'string') throw new Error(answer);
      return answer;
    });
    expect(given.map(({ isNew }) => isNew).filter(Boolean)).toHaveLength(1);
    expect(new Set(given.map(({ submission }) => submission.id)).size).toBe(1);
    const standing = await store().submissions(room.id);
    expect(standing).toEqual([given[0]?.submission]);
    expect(await versionOf(store(), room.id)).toBe(3);
  });

  test('the same log in another seat is a row of its own', async () => {
    const room = await openRoom(store());
    for (const seat of [await takeSeat(store(), room.id), await takeSeat(store(), room.id)]) {
      const answer = await store().addSubmission(sampleSubmission(seat, { log: 'the same' }), 40);
      expect(answer).toMatchObject({ isNew: true });
    }
    expect(await store().submissions(room.id)).toHaveLength(2);
  });

  test('a submission that is added again by the same call is still new to its caller', async () => {
    const room = await openRoom(store());
    const submission = sampleSubmission(await takeSeat(store(), room.id));
    const first = await store().addSubmission(submission, 40);
    expect(await store().addSubmission(submission, 40)).toEqual(first);
    expect(await versionOf(store(), room.id)).toBe(3);
  });
}

function limitTests(store: () => RoomStore): void {
  test('a seat has so many logs and no more, also when they come at once', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    const submissions = Array.from({ length: 6 }, () => sampleSubmission(seat));
    const answers = await Promise.all(submissions.map((submission) => store().addSubmission(submission, 4)));
    expect(answers.filter((answer) => answer === 'full')).toHaveLength(2);
    expect(await store().submissionsOf(seat.id)).toHaveLength(4);
    // One that is there already is acknowledged although there is no place for more.
    const standing = submissions[answers.findIndex((answer) => answer !== 'full')];
    expect(await store().addSubmission({ ...standing!, id: 'another0' }, 4)).toMatchObject({ isNew: false });
  });

  test('without its seat in that very room nothing is taken', async () => {
    const [room, other] = [await openRoom(store()), await openRoom(store())];
    const seat = await takeSeat(store(), room.id);
    expect(await store().addSubmission(sampleSubmission({ ...seat, id: 'nobody' }), 40)).toBe('noSeat');
    expect(await store().addSubmission(sampleSubmission({ ...seat, roomId: other.id }), 40)).toBe('noSeat');
    expect(await store().submissions(room.id)).toEqual([]);
    expect(await store().submissions(other.id)).toEqual([]);
  });

  test('logs are read by id, of one room only', async () => {
    const [room, other] = [await openRoom(store()), await openRoom(store())];
    const seat = await takeSeat(store(), room.id);
    const stranger = sampleSubmission(await takeSeat(store(), other.id));
    const mine = [sampleSubmission(seat), sampleSubmission(seat)];
    for (const submission of [...mine, stranger]) await store().addSubmission(submission, 40);
    expect((await store().logs(room.id)).size).toBe(2);
    expect(await store().logs(room.id, [])).toEqual(new Map());
    const [first] = mine;
    expect(await store().logs(room.id, [first!.id, stranger.id, 'nothing'])).toEqual(
      new Map([[first!.id, first!.log]]),
    );
  });

  test('submissions stand in the order in which they came', async () => {
    const room = await openRoom(store());
    const seat = await takeSeat(store(), room.id);
    for (const minute of [40, 20, 30]) {
      const receivedAt = `2026-03-01T08:${minute}:00.000Z`;
      await store().addSubmission(sampleSubmission(seat, { receivedAt }), 40);
    }
    const minutes = (await store().submissionsOf(seat.id)).map(({ receivedAt }) => receivedAt.slice(14, 16));
    expect(minutes).toEqual(['20', '30', '40']);
  });
}

const HARD_TEXTS = [
  `'; DROP TABLE rooms; --`,
  `" OR ""="`,
  `\\'); DELETE FROM seats; --`,
  `$1 ? :name @p %s %' ESCAPE`,
  `<script>alert(1)</script>`,
  'Ünïcödé 漢字 👩🏽‍🔬 \u202Ertl\u200B',
  '__proto__',
  'line\nline\r\n\ttab \u0001\u001f\u007f',
  '',
];

function textTests(store: () => RoomStore): void {
  test.each(HARD_TEXTS)('any text is only text: %j', async (text) => {
    const room = sampleRoom({
      code: `${text} code`,
      teacherHash: `${text} teacher`,
      level: { id: text, hash: text },
    });
    await store().removeRoom(room.id);
    expect(await store().addRoom(room)).toBe(true);
    expect((await store().roomByCode(room.code))?.level).toEqual(room.level);
    expect((await store().roomByTeacher(room.teacherHash))?.id).toBe(room.id);
    const seat = sampleSeat(room.id, { name: text, tokenHash: `${text} token` });
    expect(await store().addSeat(seat, 120)).toBe('added');
    expect((await store().ownerOf(seat.tokenHash))?.seat.name).toBe(text);
    await store().noteRefusal(seat.id, text);
    expect((await store().seats(room.id))[0]?.lastRefusal).toBe(text);
    await store().setHeld(seat.id, text);
    expect(await store().held(seat.id)).toBe(text);
    const submission = sampleSubmission(seat, { log: text, logHash: text, commandsHash: text });
    await store().addSubmission(submission, 40);
    expect(await store().logs(room.id)).toEqual(new Map([[submission.id, text]]));
    await store().setMove(seat.id, text, '2026-03-02T00:00:00.000Z');
    const token = hashOf(text);
    expect((await store().takeOver(room.id, text, token, '2026-03-01T00:00:00.000Z'))?.id).toBe(seat.id);
    expect(await store().removeRoom(room.id)).toBe(true);
  });

  test('texts that ask for more find nothing', async () => {
    await openRoom(store());
    for (const text of [...HARD_TEXTS, `' OR 1=1 --`, '%', '*']) {
      expect(await store().roomByCode(text)).toBeNull();
      expect(await store().ownerOf(text)).toBeNull();
      expect(await store().removeRoom(text)).toBe(false);
      expect(await store().versions([text])).toEqual(new Map());
    }
  });

  test('the largest of everything fits', async () => {
    const room = await openRoom(store());
    const seats = Array.from({ length: CLASS_LIMITS.seats }, () => sampleSeat(room.id));
    const answers = await Promise.all(seats.map((seat) => store().addSeat(seat, CLASS_LIMITS.seats)));
    expect(new Set(answers)).toEqual(new Set(['added']));
    expect(await store().addSeat(sampleSeat(room.id), CLASS_LIMITS.seats)).toBe('full');
    const [seat] = seats;
    const held = '漢'.repeat(CLASS_LIMITS.heldCharacters);
    await store().setHeld(seat!.id, held);
    expect(await store().held(seat!.id)).toBe(held);
    const log = '{"commands":['.padEnd(2_000_000, '0123456789');
    const submission = sampleSubmission(seat!, { log, endTick: 2_000_000_000, pausedSeconds: 1e12 });
    await store().addSubmission(submission, 40);
    expect((await store().logs(room.id, [submission.id])).get(submission.id)).toBe(log);
    const { log: _, ...facts } = submission;
    expect(await store().submissionsOf(seat!.id)).toEqual([facts]);
    const ids = Array.from({ length: 5_000 }, (_, i) => `room${i}`);
    expect(await store().versions([...ids, room.id])).toHaveProperty('size', 1);
    expect(await store().logs(room.id, [...ids, submission.id])).toHaveProperty('size', 1);
  });
}

export function submissionContract(store: () => RoomStore): void {
  submissionTests(store);
  limitTests(store);
  textTests(store);
}
