/** Reads from two states of the store what the sound needs to know. Pure. */

import type { OutcomeKind, Snapshot } from '../engine/types.ts';
import { Q } from '../model/generated/system.ts';
import type { SoundEvent, SoundInput } from './soundSignals.ts';
import { stormIndexOf } from './stormIndex.ts';
import type { AppState, GameView } from './types.ts';

const EVENT_OF_OUTCOME: Readonly<Record<OutcomeKind, SoundEvent>> = {
  recovered: 'recovered',
  organFailure: 'died',
  opportunisticInfection: 'died',
  stillOnWard: 'stillOnWard',
};

/** The longest step a player can take at once, in ticks (6 h). Anything further is a jump in a replay and makes no sound. */
const LONGEST_STEP_TICKS = 120;

const QUIET: SoundInput = { running: false, heartRate: 0, spo2: 0, alarms: [], stormIndex: 0, events: [] };

function countResults(snapshot: Snapshot): number {
  return snapshot.labs.reduce((count, lab) => count + lab.results.length, 0);
}

function wasOrdered(before: GameView, now: GameView): boolean {
  if (now.kind === 'play') return now.commands.length > before.commands.length;
  return now.commands.some(({ tick }) => tick >= before.now.tick && tick < now.now.tick);
}

/** What happened in one game between two frames. */
function eventsOfGame(before: GameView, now: GameView): SoundEvent[] {
  const step = now.now.tick - before.now.tick;
  const sameGame = before.kind === now.kind && before.level === now.level && before.seed === now.seed;
  if (!sameGame || step < 0 || step > LONGEST_STEP_TICKS) return [];
  const events: SoundEvent[] = [];
  if (wasOrdered(before, now)) events.push('orderConfirmed');
  if (countResults(now.now) > countResults(before.now)) events.push('labReady');
  if (!before.now.outcome && now.now.outcome) events.push(EVENT_OF_OUTCOME[now.now.outcome.kind]);
  return events;
}

/** The storm that may be heard: all of it for a student; for a clinician what the last IL-6 told, and calm before the first. */
function audibleStorm({ mode, now }: GameView): number {
  if (mode === 'student') return now.values[Q.stormIndex] ?? 0;
  const measured = now.labs.find(({ test }) => test === 'IL6')?.results.at(-1);
  return measured ? stormIndexOf(measured.value) : 0;
}

/**
 * The input of one frame.
 *
 * @param before state of the store in the frame before
 * @param alarms ids of the vital signs that alarm on the monitor
 */
export function readSoundInput(before: AppState, now: AppState, alarms: readonly string[]): SoundInput {
  const events: SoundEvent[] = before.game && now.game ? eventsOfGame(before.game, now.game) : [];
  if (now.notice?.kind === 'refused' && now.notice.id !== before.notice?.id) events.push('orderRefused');
  if (!now.game) return { ...QUIET, events };
  const { values } = now.game.now;
  return {
    running: now.page === 'game' && now.game.running,
    heartRate: values[Q.HR] ?? 0,
    spo2: values[Q.SpO2] ?? 0,
    alarms,
    stormIndex: audibleStorm(now.game),
    events,
  };
}
