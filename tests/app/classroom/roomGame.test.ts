import { describe, expect, it } from 'vitest';
import { reportOf } from '../../../src/app/classroom/progress.ts';
import { isRoomGame, isSealed, levelOfRoom } from '../../../src/app/classroom/roomGame.ts';
import type { StudentState } from '../../../src/app/classroom/types.ts';
import { levelHash } from '../../../src/engine/levelHash.ts';
import type { RoomFacts } from '../../../src/schema/classroom/room.ts';
import { SHORT_LEVEL } from '../fixtures.ts';
import { createTestSession } from '../sessionSupport.ts';

const ROOM: RoomFacts = {
  ...{
    code: 'KQ7ZDW',
    level: { id: SHORT_LEVEL.id, hash: levelHash(SHORT_LEVEL) },
    mode: 'student',
    seed: 7,
  },
  ...{ kind: 'live', until: null, hints: false, pace: 1, state: 'open', locked: false, hideNames: false },
  ...{ keepDays: 30, createdAt: '2026-01-01T00:00:00.000Z', expiresAt: '2026-03-01T00:00:00.000Z' },
};

describe('the game of a room', () => {
  it('is the one of its level, its mode and its patient', () => {
    const { actions, game } = createTestSession();
    actions.startGame(SHORT_LEVEL, 'student', 7);
    expect(isRoomGame(game(), ROOM)).toBe(true);
    expect(isRoomGame(game(), { ...ROOM, seed: 8 })).toBe(false);
    expect(isRoomGame(game(), { ...ROOM, mode: 'clinician' })).toBe(false);
    expect(isRoomGame(game(), { ...ROOM, level: { id: SHORT_LEVEL.id, hash: '0'.repeat(16) } })).toBe(false);
    expect(isRoomGame(null, ROOM)).toBe(false);
    expect(levelOfRoom([SHORT_LEVEL], ROOM)).toBe(SHORT_LEVEL);
    expect(levelOfRoom([{ ...SHORT_LEVEL, horizonHours: 47 }], ROOM)).toBeNull();
  });

  it('is none that was taken over from a replay of it, and none that is watched', () => {
    const forks = {
      fork: () => ({ treeId: 'a', parent: 'b', forkTick: 20 }),
      addBranch: () => undefined,
    };
    const { actions, game } = createTestSession({ forks });
    actions.startGame(SHORT_LEVEL, 'student', 7);
    actions.stepHours(48);
    const log = game().result?.log;
    if (!log) throw new Error('The game has not ended.');
    actions.replayLog(log);
    expect(isRoomGame(game(), ROOM)).toBe(false);
    actions.takeOver(20);
    expect(game().kind).toBe('play');
    expect(isRoomGame(game(), ROOM)).toBe(false);
  });

  it('is told by hour and state, and a replay on top of it changes nothing', () => {
    const { actions, game, store } = createTestSession();
    const report = (before = null as ReturnType<typeof reportOf> | null) =>
      reportOf(store.getState(), ROOM, before, null);
    expect(report()).toEqual({ tick: 0, state: 'waiting' });
    actions.startGame(SHORT_LEVEL, 'student', 7);
    expect(report()).toEqual({ tick: 0, state: 'playing' });
    actions.stepHours(2);
    const paused = report();
    expect(paused).toEqual({ tick: 40, state: 'paused' });
    actions.stepHours(48);
    expect(report()).toEqual({ tick: game().result?.log.endTick, state: 'finished' });
    actions.replayLog(game().result?.log as never);
    expect(report(paused)).toEqual(paused);
    expect(report({ tick: 60, state: 'playing' })).toEqual({ tick: 60, state: 'paused' });
  });
});

describe('what a student may look at', () => {
  const student = (room: Partial<RoomFacts>, gone: StudentState['gone'] = null): StudentState =>
    ({ view: { room: { ...ROOM, ...room } }, gone }) as never;
  const sealed = (state: StudentState | null, level = ROOM.level.id): boolean =>
    isSealed({ student: state }, level);

  it('is sealed for the level of the room while it is open without hints', () => {
    expect(sealed(student({}))).toBe(true);
    expect(sealed(student({ state: 'lobby' }))).toBe(true);
    expect(sealed(student({}), 'another-level')).toBe(false);
    expect(sealed(student({ hints: true }))).toBe(false);
    expect(sealed(student({ state: 'closed' }))).toBe(false);
    expect(sealed(null)).toBe(false);
  });

  it('stays sealed when another device goes on, and no longer when the seat is lost', () => {
    expect(sealed(student({}, 'moved'))).toBe(true);
    expect(sealed(student({}, 'kicked'))).toBe(false);
    expect(sealed(student({}, 'expired'))).toBe(false);
  });
});
