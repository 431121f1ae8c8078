import { describe, expect, it } from 'vitest';
import { createHeldGames } from '../../src/app/heldGame.ts';
import { resumeGame } from '../../src/app/resumeGame.ts';
import { replayLog } from '../../src/engine/replay.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import type { HeldGame } from '../../src/schema/heldGame.ts';
import { COMMANDS, playedLog, SHORT_LEVEL } from './fixtures.ts';
import { createTestSession, memoryStorage, settle, TICK_MILLISECONDS } from './sessionSupport.ts';

const KEY = 'stormward.game';
const HOUR_TICKS = 20;

type Session = ReturnType<typeof createTestSession>;

/** Plays on to a tick by frames, giving the commands whose ticks come. */
function playTo({ actions, game }: Session, tick: number): void {
  actions.setRunning(true);
  while (game().now.tick < tick && !game().result) {
    for (const given of COMMANDS) if (given.tick === game().now.tick) actions.command(given.command);
    actions.advance(TICK_MILLISECONDS / game().speed);
  }
}

function started(storage = memoryStorage()): Session {
  const session = createTestSession({ storage });
  session.actions.startGame(SHORT_LEVEL, 'clinician', 7);
  return session;
}

function logOf({ game }: Session): DecisionLog {
  const { result } = game();
  if (!result) throw new Error('The game has not ended.');
  return result.log;
}

/** What was held of a game that was played to a tick and then left without a word. */
function heldAt(tick: number): HeldGame {
  const storage = memoryStorage();
  const session = started(storage);
  playTo(session, tick);
  session.actions.holdGame();
  return JSON.parse(storage.kept.get(KEY) ?? '') as HeldGame;
}

describe('a game that an earlier visit left', () => {
  it.each([0, 1, 3, 4, 40, 41, 239, 240, 241, 400, 700])(
    'goes on from tick %i to the log of the game that was never left',
    (tick) => {
      const storage = memoryStorage();
      const left = started(storage);
      playTo(left, tick);
      // The decision of this very tick is given, and waits.
      for (const given of COMMANDS) if (given.tick === tick) left.actions.command(given.command);
      left.actions.holdGame();
      const [moment, hash] = [left.game(), left.actions.stateHash()];

      const next = createTestSession({ storage });
      expect(next.game()).toMatchObject({ kind: 'play', running: false, result: null, mode: 'clinician' });
      expect(next.actions.stateHash()).toBe(hash);
      expect(next.game().now).toEqual(moment.now);
      expect(next.game().commands).toEqual(moment.commands);
      expect(next.game().trend).toEqual(moment.trend);
      next.actions.openPage('game');
      if (tick < 3) playTo(next, 3);
      playTo(next, Number.POSITIVE_INFINITY);

      const whole = started();
      playTo(whole, Number.POSITIVE_INFINITY);
      expect(logOf(next)).toEqual(logOf(whole));
      expect(replayLog(SHORT_LEVEL, logOf(next))).toMatchObject({ ok: true });
    },
  );

  it('keeps its declared pauses and speeds, with the pause in which it was left', () => {
    const storage = memoryStorage();
    const left = started(storage);
    left.actions.setSpeed(4);
    left.actions.setRunning(false);
    left.clock.now = 5_000;
    left.actions.setRunning(true);
    playTo(left, 10);
    left.actions.setRunning(false);
    left.clock.now = 8_000;
    left.actions.holdGame();

    const next = createTestSession({ storage });
    expect(next.game().speed).toBe(4);
    next.clock.now = 60_000;
    next.actions.openPage('game');
    next.clock.now = 62_000;
    playTo(next, Number.POSITIVE_INFINITY);
    expect(logOf(next).pauses).toEqual([
      { tick: 0, seconds: 5 },
      { tick: 10, seconds: 3 },
      // The time that the menu stood is no pause of the game.
      { tick: 10, seconds: 2 },
    ]);
    expect(logOf(next).speeds).toEqual([
      { tick: 0, speed: 1 },
      { tick: 0, speed: 4 },
    ]);
  });

  it('is offered behind the menu and opened as it stands', () => {
    const storage = memoryStorage();
    const left = started(storage);
    left.actions.stepHours(5);
    const { actions, store, game } = createTestSession({ storage });
    expect(store.getState().page).toBe('menu');
    actions.openPage('game');
    expect(store.getState().page).toBe('game');
    expect(game().now.tick).toBe(5 * HOUR_TICKS);
  });
});

describe('holding a game', () => {
  const tickHeld = (storage: ReturnType<typeof memoryStorage>) =>
    storage.kept.has(KEY) ? (JSON.parse(storage.kept.get(KEY) ?? '') as HeldGame).tick : null;

  it('happens after each decision, and at most every ten seconds of play', () => {
    const storage = memoryStorage();
    const { actions, clock } = started(storage);
    actions.advance(TICK_MILLISECONDS * 2);
    expect(tickHeld(storage)).toBeNull();
    actions.command({ type: 'oxygen', step: 1 });
    expect(tickHeld(storage)).toBe(2);
    clock.now = 9_000;
    actions.advance(TICK_MILLISECONDS);
    expect(tickHeld(storage)).toBe(2);
    clock.now = 10_000;
    actions.advance(TICK_MILLISECONDS);
    expect(tickHeld(storage)).toBe(4);
  });

  it('ends with the game, and with the start of another', () => {
    const storage = memoryStorage();
    const { actions } = started(storage);
    actions.stepHours(1);
    expect(tickHeld(storage)).toBe(HOUR_TICKS);
    actions.startGame(SHORT_LEVEL, 'student', 8);
    expect(tickHeld(storage)).toBeNull();
    actions.stepHours(1);
    actions.stepHours(60);
    expect(tickHeld(storage)).toBeNull();
    actions.holdGame();
    expect(tickHeld(storage)).toBeNull();
  });

  it('keeps the own game while a log is watched', () => {
    const storage = memoryStorage();
    const { actions } = started(storage);
    actions.advance(TICK_MILLISECONDS * 3);
    actions.replayLog(playedLog());
    actions.stepHours(6);
    actions.holdGame();
    expect(tickHeld(storage)).toBe(3);
  });

  it('sets back no game of another tab that only looked at it', () => {
    const storage = memoryStorage();
    const first = started(storage);
    first.actions.stepHours(1);
    const second = createTestSession({ storage });
    first.actions.stepHours(1);
    second.clock.now = 90_000;
    second.actions.holdGame();
    expect(tickHeld(storage)).toBe(2 * HOUR_TICKS);
  });

  it('costs nothing on the screen and says nothing where storage refuses', async () => {
    const { actions, game, store } = createTestSession({ storageRefuses: true });
    await settle();
    actions.startGame(SHORT_LEVEL, 'student', 7);
    const said = store.getState().storageProblem;
    actions.command({ type: 'oxygen', step: 1 });
    actions.stepHours(2);
    actions.holdGame();
    expect(game().now.tick).toBe(2 * HOUR_TICKS);
    expect(store.getState()).toMatchObject({ notice: null, storageProblem: said });
  });
});

describe('a held game that does not fit', () => {
  const good = heldAt(50);

  it('is taken as it is when nothing was changed', () => {
    expect(resumeGame(good, [SHORT_LEVEL])?.view.now.tick).toBe(50);
  });

  it.each<[string, Partial<HeldGame>]>([
    ['another model', { model: { ...good.model, hash: '0123456789abcdef' } }],
    ['another version of the model', { model: { ...good.model, version: '0.0.1' } }],
    ['another edition of the level', { level: { ...good.level, hash: '0123456789abcdef' } }],
    ['an unknown level', { level: { ...good.level, id: 'nowhere' } }],
    ['an illegal command', { commands: [...good.commands, ...good.commands.slice(-1)] }],
    ['a tick after the end', { tick: 5000 }],
  ])('for %s is dropped without a word', (_name, change) => {
    const storage = memoryStorage();
    storage.setItem(KEY, JSON.stringify({ ...good, ...change }));
    const { store } = createTestSession({ storage });
    expect(store.getState()).toMatchObject({ game: null, notice: null, page: 'menu' });
    expect(storage.kept.has(KEY)).toBe(false);
  });

  it.each<[string, string]>([
    ['no JSON', '{'],
    ['nothing', ''],
    ['too large', ' '.repeat(300_000)],
    ['too deep', '['.repeat(50) + ']'.repeat(50)],
    ['a key of the prototype', JSON.stringify(good).replace('"seed"', '"__proto__":{},"seed"')],
    ['an unknown field', JSON.stringify({ ...good, cheat: true })],
    ['an unknown format', JSON.stringify({ ...good, format: 2 })],
    ['a command after its tick', JSON.stringify({ ...good, tick: 2 })],
    ['commands out of order', JSON.stringify({ ...good, commands: good.commands.toReversed() })],
    ['a tick that is none', JSON.stringify({ ...good, tick: 1.5 })],
  ])('as text with %s counts as none', (_name, text) => {
    const storage = memoryStorage();
    storage.setItem(KEY, text);
    expect(createHeldGames(() => storage).read()).toBeNull();
    expect(createTestSession({ storage }).store.getState().game).toBeNull();
  });
});
