import { levelHash } from '../engine/levelHash.ts';
import { fromCommands } from '../engine/simulate.ts';
import type { Level } from '../engine/types.ts';
import { MODEL_HASH, MODEL_VERSION } from '../model/version.ts';
import type { HeldGame } from '../schema/heldGame.ts';
import { createPlayRun } from './playRun.ts';
import type { PlayRun } from './run.ts';
import { firstView } from './sessionState.ts';
import { addSample, TICKS_PER_SAMPLE } from './trend.ts';
import { type GameView, SPEEDS, type Speed } from './types.ts';

export interface ResumedGame {
  readonly run: PlayRun;
  /** The moment at which it was held, paused. */
  readonly view: GameView;
}

/** Plays a held game again up to its tick; null when it does not fit the model and the levels of today. */
export function resumeGame(held: HeldGame, levels: readonly Level[]): ResumedGame | null {
  const level = levels.find(({ id }) => id === held.level.id);
  if (!level?.modes.includes(held.mode) || levelHash(level) !== held.level.hash) return null;
  if (held.model.version !== MODEL_VERSION || held.model.hash !== MODEL_HASH) return null;
  try {
    return simulateHeld(level, held);
  } catch {
    // The engine throws where a state leaves what the model can hold: such a game cannot go on either.
    return null;
  }
}

/** The speed that the player had chosen, of the one that the log declares. */
function chosenSpeed(declared: number, pace: number): Speed {
  return SPEEDS.find((known) => known * pace === declared) ?? 1;
}

function simulateHeld(level: Level, held: HeldGame): ResumedGame | null {
  const run = createPlayRun(level, held.mode, held.seed, { fork: held.fork ?? null });
  const { pace = 1 } = held;
  const speed = chosenSpeed(held.speeds.at(-1)?.speed ?? 1, pace);
  const start = { ...firstView(run, speed, false), pace };
  const commandsAt = fromCommands(held.commands);
  let { trend } = start;
  for (let tick = 0; ; tick += 1) {
    for (const command of commandsAt({ tick })) if (run.command(command)) return null;
    if (tick === held.tick) break;
    run.tick();
    if (run.ended()) return null;
    if ((tick + 1) % TICKS_PER_SAMPLE === 0) trend = addSample(trend, run.snapshot());
  }
  for (const { tick, seconds } of held.pauses) run.declarePause(tick, seconds);
  for (const declared of held.speeds) run.declareSpeed(declared.tick, declared.speed);
  const now = run.snapshot();
  return { run, view: { ...start, before: now, now, trend, commands: run.commands() } };
}
