import { describe, expect, it } from 'vitest';
import { readSoundInput } from '../../src/app/soundInput.ts';
import { stormIndexOf } from '../../src/app/stormIndex.ts';
import type { AppState, GameView } from '../../src/app/types.ts';
import {
  defaultInitialState,
  defaultParameters,
  OBSERVABLES,
  observe,
  Q,
  QUANTITIES,
  SPECIES,
} from '../../src/model/generated/system.ts';
import { playedLog, SHORT_LEVEL } from './fixtures.ts';
import { createTestSession, TICK_MILLISECONDS } from './sessionSupport.ts';

/** What is heard of each change that `act` makes. */
function eventsOf(store: { getState(): AppState }, act: () => void): readonly string[] {
  const before = store.getState();
  act();
  return readSoundInput(before, store.getState(), []).events;
}

describe('events of the game', () => {
  it('answers an order that stands, also in pause, and one that is refused', () => {
    const { store, actions } = createTestSession();
    actions.startGame(SHORT_LEVEL, 'student', 1);
    actions.setRunning(false);
    const oxygen = { type: 'oxygen', step: 1 } as const;
    expect(eventsOf(store, () => actions.command(oxygen))).toEqual(['orderConfirmed']);
    expect(eventsOf(store, () => actions.command({ type: 'lab', test: 'IL6' }))).toEqual(['orderRefused']);
    expect(eventsOf(store, () => actions.dismissNotice())).toEqual([]);
  });

  it('tells when a laboratory result has come, and when the game has ended', () => {
    const { store, actions } = createTestSession();
    actions.startGame(SHORT_LEVEL, 'clinician', 1);
    actions.command({ type: 'lab', test: 'CRP' });
    const heard: string[] = [];
    for (let hour = 0; hour < 60; hour += 1) {
      heard.push(...eventsOf(store, () => actions.stepHours(1)));
    }
    expect(heard.filter((event) => event === 'labReady')).toHaveLength(1);
    const outcome = store.getState().game?.result?.log.outcome;
    const died = outcome === 'organFailure' || outcome === 'opportunisticInfection';
    expect(heard.at(-1)).toBe(died ? 'died' : outcome);
    expect(heard).toHaveLength(2);
  });

  it('answers the decisions of a replay as they pass, and no jump', () => {
    const { store, actions } = createTestSession();
    actions.replayLog(playedLog());
    actions.setRunning(true);
    expect(eventsOf(store, () => actions.advance(4 * TICK_MILLISECONDS))).toEqual(['orderConfirmed']);
    expect(eventsOf(store, () => actions.advance(4 * TICK_MILLISECONDS))).toEqual([]);
    expect(eventsOf(store, () => actions.seek(900))).toEqual([]);
    expect(eventsOf(store, () => actions.seek(0))).toEqual([]);
  });

  it('is quiet without a game, and does not run on another page', () => {
    const { store, actions } = createTestSession();
    const menu = store.getState();
    expect(readSoundInput(menu, menu, ['MAP'])).toMatchObject({ running: false, events: [] });
    actions.startGame(SHORT_LEVEL, 'student', 1);
    const game = store.getState();
    expect(readSoundInput(menu, game, ['MAP'])).toMatchObject({ running: true, alarms: ['MAP'] });
    actions.openAbout();
    expect(readSoundInput(game, store.getState(), []).running).toBe(false);
  });
});

describe('the storm that may be heard', () => {
  it('is that of the model', () => {
    const values = new Float64Array(QUANTITIES.length);
    const state = defaultInitialState();
    for (const il6 of [1, 20, 45, 300, 1600, 9000]) {
      state[Q.IL6] = il6;
      values.set(state);
      const observables = new Float64Array(OBSERVABLES.length);
      observe(state, defaultParameters(), observables);
      expect(stormIndexOf(il6)).toBeCloseTo(observables[Q.stormIndex - SPECIES.length] as number, 9);
    }
  });

  it('tells a clinician no more than the last IL-6 did', () => {
    const { store, actions } = createTestSession();
    actions.startGame(SHORT_LEVEL, 'clinician', 1);
    actions.stepHours(6);
    const state = store.getState();
    const game = state.game as GameView;
    const il6Of = (value: number): AppState => ({
      ...state,
      game: {
        ...game,
        now: {
          ...game.now,
          labs: [
            { test: 'IL6', readyHour: -1, results: [{ test: 'IL6', orderedTick: 0, readyTick: 60, value }] },
          ],
        },
      },
    });
    expect(readSoundInput(state, state, []).stormIndex).toBe(0);
    expect(readSoundInput(state, il6Of(300), []).stormIndex).toBeCloseTo(stormIndexOf(300), 12);
    const student = { ...state, game: { ...game, mode: 'student' as const } };
    expect(readSoundInput(state, student, []).stormIndex).toBe(game.now.values[Q.stormIndex]);
  });
});
