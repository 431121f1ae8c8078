import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signOf } from '../../../src/analysis/debrief/signs.ts';
import type { Debrief, Estimate } from '../../../src/analysis/debrief/types.ts';
import { checkCommand } from '../../../src/engine/checkCommand.ts';
import { createGame } from '../../../src/engine/createGame.ts';
import { createRecorder, makeLog, recordTick } from '../../../src/engine/log.ts';
import { step } from '../../../src/engine/step.ts';
import type { Command, DecisionLog, Level, Mode } from '../../../src/engine/types.ts';
import { anyGame } from '../../support/commands.ts';
import { debriefOf } from '../../support/debriefs.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';

/** The first level of the game with two days to play: every order there is, and short debriefs. */
const SHORT: Level = { ...QUIET_DOUBLING, horizonHours: 48 };
const PATIENTS = 6;

/** Plays the legal ones of the moves to the end of the game. */
function playAll(
  mode: Mode,
  moves: readonly { readonly wait: number; readonly command: Command }[],
): DecisionLog {
  const state = createGame(SHORT, { seed: 3, mode });
  const recorder = createRecorder();
  const advance = (commands: readonly Command[]): void => {
    recordTick(recorder, state, commands);
    step(state, SHORT, commands);
  };
  for (const { wait, command } of moves) {
    for (let tick = 0; tick < wait && state.outcome === null; tick++) advance([]);
    if (state.outcome === null && checkCommand(state, SHORT, command) === null) advance([command]);
  }
  while (state.outcome === null) advance([]);
  return makeLog(SHORT, state, recorder);
}

const isShare = (value: number): boolean => value >= 0 && value <= 1;

function checkEstimate({ value, low, high }: Estimate): void {
  expect([value, low, high].every(Number.isFinite)).toBe(true);
  expect(low).toBeLessThanOrEqual(high);
}

function checkDebrief(made: Debrief, { commands, endTick }: DecisionLog): void {
  const weighed = commands.flatMap(({ command }, index) => (command.type === 'lab' ? [] : [index]));
  const marked = made.marks.filter(({ kind }) => kind === 'decision');
  expect(marked.map(({ commandIndex }) => commandIndex).sort((a, b) => a - b)).toEqual(weighed);
  expect(new Set(made.marks.map(({ id }) => id)).size).toBe(made.marks.length);
  expect(made.marks.map(({ tick }) => tick)).toEqual(
    made.marks.map(({ tick }) => tick).sort((a, b) => a - b),
  );
  expect(isShare(made.kept.played)).toBe(true);
  expect(Number.isInteger(made.accuracy.value)).toBe(true);
  for (const mark of made.marks) {
    checkEstimate(mark.loss);
    if (mark.gain !== null) checkEstimate(mark.gain);
    expect([mark.kept.played, mark.kept.best, mark.difficulty, mark.loss.value].every(isShare)).toBe(true);
    expect(mark.sign === '!' ? '' : mark.sign).toBe(signOf(mark.loss));
    expect(mark.tryAgainTick).toBeGreaterThanOrEqual(0);
    expect(mark.tryAgainTick).toBeLessThanOrEqual(mark.fromTick);
    expect(mark.fromTick).toBeLessThanOrEqual(mark.tick);
    expect(mark.tick).toBeLessThanOrEqual(mark.toTick);
    expect(mark.toTick).toBeLessThanOrEqual(endTick);
    expect(mark.effectivePatients).toBeLessThanOrEqual(mark.patients + 1e-9);
    expect(mark.patients).toBeGreaterThan(0);
    if (mark.best === null) expect(mark.bestCommands).toEqual(commands);
    const ticks = mark.bestCommands.map(({ tick }) => tick);
    expect(ticks).toEqual([...ticks].sort((a, b) => a - b));
  }
}

describe('any game', () => {
  it('has a debrief in which every number makes sense', { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom<Mode>('student', 'clinician'),
        anyGame,
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        async (mode, moves, seed) => {
          // The moves are made for twenty days.
          const log = playAll(
            mode,
            moves.map(({ wait, command }) => ({ wait: Math.floor(wait / 10), command })),
          );
          checkDebrief(await debriefOf(SHORT, log, seed, PATIENTS), log);
        },
      ),
      { numRuns: 16, seed: 20 },
    );
  });

  it('that ended at once has one too', async () => {
    const brief: Level = { ...SHORT, horizonHours: 0.1 };
    const state = createGame(brief, { seed: 1, mode: 'student' });
    const recorder = createRecorder();
    while (state.outcome === null) {
      recordTick(recorder, state, []);
      step(state, brief, []);
    }
    const made = await debriefOf(brief, makeLog(brief, state, recorder), 1, PATIENTS);
    expect(made.marks).toEqual([]);
    expect(made.accuracy.value).toBe(100);
  });
});
