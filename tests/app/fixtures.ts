import { readFileSync } from 'node:fs';
import { makeLog } from '../../src/engine/log.ts';
import { fromCommands, simulate } from '../../src/engine/simulate.ts';
import type { DecisionLog, Level, TimedCommand } from '../../src/engine/types.ts';
import { parseLevel } from '../../src/schema/level.ts';

function readLevel(): Level {
  const parsed = parseLevel(readFileSync('levels/02-the-quiet-doubling.json', 'utf8'));
  if (!parsed.ok) throw new Error(`${parsed.problem.path}: ${parsed.problem.code}`);
  return parsed.value;
}

/** The level of the game, cut to two days where a test plays to the end. */
const LEVEL: Level = readLevel();
export const SHORT_LEVEL: Level = { ...LEVEL, horizonHours: 48 };

export const COMMANDS: readonly TimedCommand[] = [
  {
    tick: 3,
    command: {
      type: 'order',
      treatment: 'dexamethasone',
      regimen: LEVEL.treatments.find(({ id }) => id === 'dexamethasone')?.regimens[0]?.id ?? '',
    },
  },
  { tick: 40, command: { type: 'oxygen', step: 1 } },
  { tick: 400, command: { type: 'oxygen', step: 2 } },
];

/** A true log of a short game. */
export function playedLog(
  commands: readonly TimedCommand[] = COMMANDS,
  level: Level = SHORT_LEVEL,
): DecisionLog {
  const { state, recorder } = simulate(level, { seed: 7, mode: 'student', decide: fromCommands(commands) });
  return makeLog(level, state, recorder, {
    pauses: [{ tick: 3, seconds: 4.5 }],
    speeds: [{ tick: 0, speed: 1 }],
  });
}
