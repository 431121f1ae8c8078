import { describe, expect, it, vi } from 'vitest';
import { replayLog } from '../../src/engine/replay.ts';
import { Q } from '../../src/model/generated/system.ts';
import { parseDecisionLog } from '../../src/schema/decisionLog.ts';
import { COMMANDS, SHORT_LEVEL } from './fixtures.ts';
import { createTestSession, settle, TICK_MILLISECONDS } from './sessionSupport.ts';

const DEXAMETHASONE = COMMANDS[0]?.command ?? { type: 'oxygen', step: 1 };

function started() {
  const session = createTestSession();
  session.actions.startGame(SHORT_LEVEL, 'student', 7);
  return session;
}

describe('the page about the model', () => {
  it('pauses and keeps the game, and leads back into it', () => {
    const { actions, game, store } = started();
    actions.advance(TICK_MILLISECONDS * 3);
    actions.openModel('IL6');
    expect(store.getState()).toMatchObject({ page: 'model', modelPlace: { at: 'IL6', from: 'game' } });
    actions.advance(TICK_MILLISECONDS * 3);
    expect(game()).toMatchObject({ running: false, now: { tick: 3 } });
    actions.openModel('TNF');
    expect(store.getState().modelPlace).toEqual({ at: 'TNF', from: 'game' });
    actions.leaveModel();
    expect(store.getState().page).toBe('game');
    expect(game()).toMatchObject({ running: false, now: { tick: 3 } });
  });

  it('leads back to the menu when it was the first page, and to the result of a game that had ended', () => {
    const first = createTestSession();
    first.actions.openModel();
    first.actions.leaveModel();
    expect(first.store.getState().page).toBe('menu');
    const { actions, game, store } = started();
    while (game().result === null) actions.stepHours(6);
    actions.openModel();
    actions.leaveModel();
    expect(store.getState().page).toBe('end');
  });

  it('keeps a replay', () => {
    const { actions, game, store } = started();
    while (game().result === null) actions.stepHours(6);
    const log = game().result?.log;
    if (!log) throw new Error('no log');
    actions.replayLog(log);
    actions.openModel();
    expect(store.getState().game?.kind).toBe('replay');
    actions.leaveModel();
    expect(store.getState()).toMatchObject({ page: 'game', game: { kind: 'replay' } });
  });
});

describe('time in a game', () => {
  it('runs from the start and takes whole ticks', () => {
    const { actions, game } = started();
    expect(game()).toMatchObject({ kind: 'play', running: true, seed: 7 });
    expect(actions.advance(TICK_MILLISECONDS * 2.5)).toBeCloseTo(0.5, 9);
    expect(game().now.tick).toBe(2);
    expect(game().before.tick).toBe(1);
  });

  it('sets the store once a frame', () => {
    const { actions, store } = started();
    const listener = vi.fn();
    store.subscribe(listener);
    actions.advance(TICK_MILLISECONDS * 4);
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('stands still in a pause, on another page, and without a game', () => {
    const { actions, game } = started();
    actions.setRunning(false);
    actions.advance(1000);
    actions.setRunning(true);
    actions.openMenu();
    actions.advance(1000);
    expect(game()).toMatchObject({ running: false, now: { tick: 0 } });
    expect(createTestSession().actions.advance(1000)).toBe(0);
  });

  it('slows and never jumps when the tab was hidden', () => {
    const { actions, game } = started();
    actions.advance(600_000);
    expect(game().now.tick).toBe(5);
  });

  it('steps whole hours at once, pauses, and stands exactly there', () => {
    const { actions, game } = started();
    actions.stepHours(6);
    expect(game()).toMatchObject({ running: false, now: { tick: 120, hour: 6 }, before: { tick: 120 } });
  });

  it('samples every quantity each half hour, from the start', () => {
    const { actions, game } = started();
    actions.stepHours(2);
    const { hours, series } = game().trend;
    expect(hours).toEqual([0, 0.5, 1, 1.5, 2]);
    expect(series).toHaveLength(game().now.values.length);
    expect(series[Q.IL6]?.at(-1)).toBe(game().now.values[Q.IL6]);
  });
});

describe('decisions', () => {
  it('are stamped with the next tick and seen at once, even in a pause', () => {
    const { actions, game } = started();
    actions.stepHours(1);
    expect(actions.command(DEXAMETHASONE)).toBeNull();
    expect(game().commands).toEqual([{ tick: 20, command: DEXAMETHASONE }]);
    expect(game().now.treatments.find(({ id }) => id === 'dexamethasone')?.running).toBe(true);
    expect(game().now.tick).toBe(20);
  });

  it('are told once', () => {
    const { actions } = started();
    const told = vi.fn();
    actions.onEvents((events) => {
      for (const event of events) if (event.type === 'command') told(event.tick);
    });
    actions.command(DEXAMETHASONE);
    actions.stepHours(1);
    expect(told.mock.calls).toEqual([[0]]);
  });

  it('that are refused change nothing and are said in words', () => {
    const { actions, game, store } = started();
    actions.setRunning(false);
    actions.command(DEXAMETHASONE);
    const [view, hash] = [game(), actions.stateHash()];
    expect(actions.command(DEXAMETHASONE)?.code).toBe('alreadyRunning');
    expect(game()).toBe(view);
    expect(actions.stateHash()).toBe(hash);
    expect(store.getState().notice).toMatchObject({
      kind: 'refused',
      text: expect.stringContaining('Dexamethasone'),
    });
  });
});

describe('the end of a game', () => {
  it('brings a log that plays again to the same score, with pauses and speeds declared', async () => {
    const { actions, game, clock, store } = started();
    actions.advance(TICK_MILLISECONDS);
    actions.setSpeed(4);
    actions.setRunning(false);
    clock.now = 12_340;
    actions.command(DEXAMETHASONE);
    actions.setRunning(true);
    actions.stepHours(48);
    const result = game().result;
    if (!result) throw new Error('The game has not ended.');
    expect(game()).toMatchObject({ running: false });
    expect(result.log.pauses).toContainEqual({ tick: 1, seconds: 12.3 });
    expect(result.log.speeds).toEqual([
      { tick: 0, speed: 1 },
      { tick: 1, speed: 4 },
    ]);
    expect(replayLog(SHORT_LEVEL, result.log)).toMatchObject({
      ok: true,
      score: { total: result.score.total },
    });
    expect(parseDecisionLog(JSON.stringify(result.log))).toEqual({ ok: true, value: result.log });
    await settle();
    expect(store.getState().savedLogs[0]?.log).toEqual(result.log);
  });

  it('turns to the end screen after a calm moment, unless the player left', () => {
    const { actions, later, store } = started();
    actions.stepHours(48);
    expect(store.getState().page).toBe('game');
    later.mock.calls[0]?.[1]();
    expect(store.getState().page).toBe('end');
    actions.openMenu();
    later.mock.calls[0]?.[1]();
    expect(store.getState().page).toBe('menu');
  });

  it('loses nothing on screen when storage refuses, and says so', async () => {
    const { actions, game, store } = createTestSession({ storageRefuses: true });
    actions.startGame(SHORT_LEVEL, 'student');
    actions.stepHours(48);
    await settle();
    expect(game().result?.log.seed).toBe(5);
    expect(store.getState().storageProblem).toMatch(/storage is full/);
  });
});

describe('pages and settings', () => {
  it('opens no page that has nothing to show', () => {
    const { actions, store } = createTestSession();
    for (const page of ['game', 'end', 'briefing'] as const) {
      actions.openPage(page);
      expect(store.getState().page).toBe('menu');
    }
  });

  it('keeps a game that was left, to be taken up again', () => {
    const { actions, game, store } = started();
    actions.stepHours(1);
    actions.openMenu();
    actions.openPage('game');
    expect(store.getState().page).toBe('game');
    expect(game().now.tick).toBe(20);
  });

  it('holds settings that the browser does not keep, and says so', () => {
    const { actions, store } = createTestSession({ storageRefuses: true });
    actions.setSettings({ muted: true });
    expect(store.getState().settings.muted).toBe(true);
    expect(store.getState().storageProblem).toMatch(/settings/);
  });
});
