import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCommand } from '../../src/engine/checkCommand.ts';
import { createGame } from '../../src/engine/createGame.ts';
import { createRecorder, makeLog, recordTick } from '../../src/engine/log.ts';
import { replayLog } from '../../src/engine/replay.ts';
import { cloneState, type EngineState } from '../../src/engine/state.ts';
import { stateHash } from '../../src/engine/stateHash.ts';
import { step } from '../../src/engine/step.ts';
import type { Command, Mode } from '../../src/engine/types.ts';
import { quantitiesOf } from '../../src/model/quantities.ts';
import { parseDecisionLog } from '../../src/schema/decisionLog.ts';
import { anyGame } from '../support/commands.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

type Moves = readonly { readonly wait: number; readonly command: Command }[];

const START: Readonly<Record<Mode, EngineState>> = {
  student: createGame(QUIET_DOUBLING, { seed: 5, mode: 'student' }),
  clinician: createGame(QUIET_DOUBLING, { seed: 5, mode: 'clinician' }),
};

/** Plays the legal ones of the moves; calls `onTick` after every step. */
function play(mode: Mode, moves: Moves, onTick: (state: EngineState) => void, toTheEnd: boolean) {
  const state = cloneState(START[mode]);
  const recorder = createRecorder();
  const advance = (commands: readonly Command[]): void => {
    recordTick(recorder, state, commands);
    step(state, QUIET_DOUBLING, commands);
    onTick(state);
  };
  for (const { wait, command } of moves) {
    for (let tick = 0; tick < wait && state.outcome === null; tick++) advance([]);
    const before = stateHash(state);
    if (checkCommand(state, QUIET_DOUBLING, command) === null) advance([command]);
    else expect(stateHash(state)).toBe(before);
  }
  while (toTheEnd && state.outcome === null) advance([]);
  return { state, recorder };
}

describe('any sequence of commands', () => {
  it('keeps every species finite and not negative, and every quantity finite', () => {
    fc.assert(
      fc.property(fc.constantFrom<Mode>('student', 'clinician'), anyGame, (mode, moves) => {
        const wrong: string[] = [];
        play(
          mode,
          moves,
          (state) => {
            if (state.y.some((value) => !(value >= -1e-9 && value < Number.POSITIVE_INFINITY)))
              wrong.push('species');
            if (state.tick % 20 === 0 && !quantitiesOf(state.y, state.p).every(Number.isFinite))
              wrong.push('quantity');
          },
          false,
        );
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200, seed: 20 },
    );
  });

  it('gives a log that replays to the same state after a way through JSON', () => {
    fc.assert(
      fc.property(fc.constantFrom<Mode>('student', 'clinician'), anyGame, (mode, moves) => {
        const { state, recorder } = play(mode, moves, () => {}, true);
        const log = makeLog(QUIET_DOUBLING, state, recorder);
        const parsed = parseDecisionLog(JSON.stringify(log));
        expect(parsed).toEqual({ ok: true, value: log });
        if (!parsed.ok) return;
        const replayed = replayLog(QUIET_DOUBLING, parsed.value);
        expect(replayed.ok).toBe(true);
        if (!replayed.ok) return;
        expect(stateHash(replayed.state)).toBe(stateHash(state));
        expect(replayed.state).toEqual(state);
        const again = makeLog(QUIET_DOUBLING, replayed.state, recorder);
        expect(again).toEqual(log);
      }),
      { numRuns: 60, seed: 21 },
    );
  });
});

describe('an illegal command', () => {
  it('changes nothing when it is checked, and throws before it changes anything when it is forced', () => {
    fc.assert(
      fc.property(anyGame, (moves) => {
        const state = cloneState(START.clinician);
        for (const { command } of moves) {
          const before = stateHash(state);
          const refused = checkCommand(state, QUIET_DOUBLING, command);
          expect(stateHash(state)).toBe(before);
          if (refused === null) {
            step(state, QUIET_DOUBLING, [command]);
          } else {
            expect(() => step(state, QUIET_DOUBLING, [command])).toThrow(refused.code);
            expect(stateHash(state)).toBe(before);
          }
        }
      }),
      { numRuns: 100, seed: 22 },
    );
  });
});
