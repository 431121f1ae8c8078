import { describe, expect, it } from 'vitest';
import { replayLog } from '../../src/engine/replay.ts';
import { SHORT_LEVEL } from './fixtures.ts';
import { createTestSession, memoryStorage, TICK_MILLISECONDS } from './sessionSupport.ts';

function started(storage = memoryStorage()) {
  const session = createTestSession({ storage });
  session.actions.startGame(SHORT_LEVEL, 'clinician', 7);
  return session;
}

describe('the pace of a seat', () => {
  it('slows the clock at every speed, and is declared in the log', () => {
    const { actions, game } = started();
    actions.setPace(0.5);
    actions.advance(TICK_MILLISECONDS);
    expect(game().now.tick).toBe(0);
    actions.advance(TICK_MILLISECONDS);
    expect(game().now.tick).toBe(1);
    actions.setSpeed(4);
    actions.advance(TICK_MILLISECONDS);
    expect(game()).toMatchObject({ now: { tick: 3 }, speed: 4, pace: 0.5 });
    actions.stepHours(48);
    const { result } = game();
    expect(result?.log.speeds.slice(-2)).toEqual([
      { tick: 0, speed: 0.5 },
      { tick: 1, speed: 2 },
    ]);
    expect(result && replayLog(SHORT_LEVEL, result.log)).toMatchObject({ ok: true });
  });

  it('goes with its game alone: the next one runs as any other', () => {
    const { actions, game } = started();
    actions.setPace(0.25);
    actions.startGame(SHORT_LEVEL, 'clinician', 7);
    expect(game().pace).toBe(1);
    actions.advance(TICK_MILLISECONDS);
    expect(game().now.tick).toBe(1);
  });

  it('is that of the game that an earlier visit left, with the speed that the player had chosen', () => {
    const storage = memoryStorage();
    const left = started(storage);
    left.actions.setPace(0.5);
    left.actions.setSpeed(2);
    left.actions.stepHours(2);
    const { game } = createTestSession({ storage });
    expect(game()).toMatchObject({ speed: 2, pace: 0.5, now: { tick: 40 } });
  });
});

describe('a game that another device held', () => {
  it('goes on from the same moment, waiting for the player, and is held here from then on', () => {
    const theirs = memoryStorage();
    const other = started(theirs);
    other.actions.command({ type: 'oxygen', step: 1 });
    other.actions.stepHours(3);
    const held = theirs.kept.get('stormward.game') ?? '';

    const ours = memoryStorage();
    const here = createTestSession({ storage: ours });
    expect(here.actions.takeUpGame(held)).toBe(true);
    expect(here.actions.stateHash()).toBe(other.actions.stateHash());
    expect(here.game()).toMatchObject({ kind: 'play', running: false, now: { tick: 60 } });
    expect(here.store.getState().page).toBe('game');
    expect(ours.kept.has('stormward.game')).toBe(true);
  });

  it('changes nothing when it does not fit', () => {
    const { actions, store, game } = started();
    const before = game();
    for (const text of ['', '{}', '<html>', '{"format":1}']) expect(actions.takeUpGame(text)).toBe(false);
    expect(store.getState().game).toBe(before);
  });
});
