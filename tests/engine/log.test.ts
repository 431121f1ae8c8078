import { describe, expect, it } from 'vitest';
import { guideline } from '../../src/analysis/guideline.ts';
import { decideHourly } from '../../src/analysis/policy.ts';
import { createGame } from '../../src/engine/createGame.ts';
import { levelHash } from '../../src/engine/levelHash.ts';
import { CHECKPOINT_TICKS, makeLog } from '../../src/engine/log.ts';
import { replayLog } from '../../src/engine/replay.ts';
import { createReplay } from '../../src/engine/seek.ts';
import { fromCommands, simulate } from '../../src/engine/simulate.ts';
import { stateHash } from '../../src/engine/stateHash.ts';
import { step } from '../../src/engine/step.ts';
import type { DecisionLog, Level, TimedCommand } from '../../src/engine/types.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const hashes: string[] = [];
const PLAYED = simulate(QUIET_DOUBLING, {
  seed: 9,
  mode: 'clinician',
  decide: decideHourly(QUIET_DOUBLING, guideline),
  onTick: (state) => void hashes.push(stateHash(state)),
});
const LOG = makeLog(QUIET_DOUBLING, PLAYED.state, PLAYED.recorder);

const refusalOf = (change: Partial<DecisionLog>) => {
  const result = replayLog(QUIET_DOUBLING, { ...LOG, ...change });
  return result.ok ? 'ok' : `${result.code} ${result.tick}`;
};

/** The same value, into which nothing can be written any more. */
function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const changedCommand = (index: number, change: Partial<TimedCommand>): TimedCommand[] =>
  LOG.commands.map((timed, at) => (at === index ? { ...timed, ...change } : timed));

describe('a decision log', () => {
  it('has a checkpoint every twelve hours and one at the end', () => {
    const ticks = LOG.checkpoints.map(({ tick }) => tick);
    expect(ticks.slice(0, 3)).toEqual([0, CHECKPOINT_TICKS, 2 * CHECKPOINT_TICKS]);
    expect(ticks.at(-1)).toBe(LOG.endTick);
    expect(LOG.commands.length).toBeGreaterThan(3);
  });

  it('is small', () => {
    expect(JSON.stringify(LOG).length).toBeLessThan(16_000);
  });

  it('is not made of a game that goes on', () => {
    const { state, recorder } = simulate(QUIET_DOUBLING, { seed: 1, mode: 'student', lastTick: 10 });
    expect(() => makeLog(QUIET_DOUBLING, state, recorder)).toThrow();
  });
});

describe('replay', () => {
  it('comes to the same state and score', () => {
    const result = replayLog(QUIET_DOUBLING, LOG);
    expect(result.ok).toBe(true);
    if (!result.ok) return;
    expect(result.state).toEqual(PLAYED.state);
    expect(result.score.total).toBe(LOG.score);
  });

  it('refuses another model or level, and a mode that the level is not played in', () => {
    expect(refusalOf({ model: { ...LOG.model, version: '0.0.1' } })).toBe('modelVersion 0');
    expect(refusalOf({ model: { ...LOG.model, hash: '0'.repeat(16) } })).toBe('modelHash 0');
    expect(refusalOf({ level: { ...LOG.level, id: 'other' } })).toBe('levelId 0');
    expect(refusalOf({ level: { ...LOG.level, hash: '0'.repeat(16) } })).toBe('levelHash 0');
    const oneMode: Level = { ...QUIET_DOUBLING, modes: ['student'] };
    const before = replayLog(oneMode, LOG);
    expect(before.ok ? 'ok' : before.code).toBe('levelHash');
    const forged = replayLog(oneMode, { ...LOG, level: { id: oneMode.id, hash: levelHash(oneMode) } });
    expect(forged.ok ? 'ok' : forged.code).toBe('modeNotInLevel');
  });

  it('names the first tick at which a log and the game part', () => {
    const [first, second, ...rest] = LOG.checkpoints;
    if (first === undefined || second === undefined) throw new Error('a log without checkpoints');
    expect(refusalOf({ checkpoints: [first, { ...second, hash: '0'.repeat(16) }, ...rest] })).toBe(
      'checkpoint 240',
    );
    expect(refusalOf({ checkpoints: [first, ...rest] })).toBe('checkpointCount 240');
    expect(refusalOf({ checkpoints: [...LOG.checkpoints, first] })).toBe(`checkpointCount ${LOG.endTick}`);
    expect(refusalOf({ seed: 10 })).toBe('checkpoint 0');
    expect(refusalOf({ mode: 'student' })).toBe('checkpoint 0');
  });

  it('notices a command that was moved, dropped or added', () => {
    const [{ tick = 0 } = {}] = LOG.commands;
    const next = (at: number): string =>
      `checkpoint ${Math.ceil((at + 1) / CHECKPOINT_TICKS) * CHECKPOINT_TICKS}`;
    expect(refusalOf({ commands: changedCommand(0, { tick: tick + 1 }) })).toBe(next(tick));
    expect(refusalOf({ commands: LOG.commands.slice(1) })).toMatch(/^(checkpoint|commandRefused) /);
    const added: TimedCommand = { tick: 0, command: { type: 'lab', test: 'CRP' } };
    expect(refusalOf({ commands: [added, ...LOG.commands] })).toBe('checkpoint 240');
  });

  it('refuses illegal commands, commands out of order and commands after the end', () => {
    const stop: TimedCommand = { tick: 7, command: { type: 'stop', treatment: 'fluids' } };
    expect(refusalOf({ commands: [stop, ...LOG.commands] })).toBe('commandRefused 7');
    const twice: TimedCommand = { tick: 0, command: { type: 'order', treatment: 'fluids', regimen: 'bag' } };
    expect(refusalOf({ commands: [twice, twice, ...LOG.commands] })).toBe('commandRefused 0');
    const [one, ...others] = LOG.commands;
    if (one === undefined) throw new Error('a log without commands');
    expect(refusalOf({ commands: [...others, one] })).toBe(`commandOrder ${one.tick}`);
    const late: TimedCommand = { tick: LOG.endTick, command: { type: 'oxygen', step: 0 } };
    expect(refusalOf({ commands: [...LOG.commands, late] })).toBe(`commandAfterEnd ${LOG.endTick}`);
    const between: TimedCommand = { tick: 0.5, command: { type: 'oxygen', step: 1 } };
    expect(refusalOf({ commands: [between, ...LOG.commands] })).toBe('commandOrder 0.5');
    const endless: TimedCommand = { tick: 1e9, command: { type: 'oxygen', step: 0 } };
    expect(refusalOf({ commands: [...LOG.commands, endless] })).toBe('commandAfterEnd 1000000000');
  });

  it('believes no outcome, last tick or score', () => {
    expect(refusalOf({ outcome: 'organFailure' })).toBe(`outcome ${LOG.endTick}`);
    expect(refusalOf({ score: LOG.score + 1 })).toBe(`score ${LOG.endTick}`);
    expect(refusalOf({ endTick: LOG.endTick + 1 })).toBe(`endTick ${LOG.endTick}`);
    expect(refusalOf({ endTick: LOG.endTick - 1 })).toMatch(/^(endTick|commandAfterEnd) /);
  });

  it('writes nothing into the level or the log', () => {
    const result = replayLog(frozen(structuredClone(QUIET_DOUBLING)), frozen(structuredClone(LOG)));
    expect(result.ok).toBe(true);
  });

  it('is not moved by another game that is played in turn with it', () => {
    const state = createGame(QUIET_DOUBLING, LOG);
    const other = createGame({ ...QUIET_DOUBLING, trigger: 'health' }, { seed: 3, mode: 'student' });
    const commandsAt = fromCommands(LOG.commands);
    while (state.tick < 1500) {
      step(state, QUIET_DOUBLING, commandsAt(state));
      step(other, QUIET_DOUBLING, []);
    }
    expect(stateHash(state)).toBe(hashes[1500]);
  });

  it('takes what is only declared as it is', () => {
    expect(refusalOf({ pauses: [{ tick: 3, seconds: 60 }], speeds: [{ tick: 0, speed: 4 }] })).toBe('ok');
  });
});

describe('seeking', () => {
  const replay = createReplay(QUIET_DOUBLING, LOG);

  it('reaches any tick, in any order, with the state that was played', () => {
    if (!replay.ok) throw new Error(replay.code);
    const atCommands = LOG.commands.flatMap(({ tick }) => [tick, tick + 1]);
    for (const tick of [LOG.endTick, 0, 1, 239, 240, 241, 1000, LOG.endTick - 1, 17, ...atCommands]) {
      expect(stateHash(replay.seek(tick))).toBe(hashes[tick]);
    }
    expect(stateHash(replay.seek(-5))).toBe(hashes[0]);
    expect(stateHash(replay.seek(1e9))).toBe(hashes[LOG.endTick]);
  });

  it('gives states of one’s own, and the commands to go on with', () => {
    if (!replay.ok) throw new Error(replay.code);
    const state = replay.seek(300);
    state.y.fill(0);
    const fresh = replay.seek(300);
    expect(stateHash(fresh)).toBe(hashes[300]);
    while (fresh.tick < 900) step(fresh, QUIET_DOUBLING, replay.commandsAt(fresh.tick));
    expect(stateHash(fresh)).toBe(hashes[900]);
  });

  it('refuses what replay refuses', () => {
    const refused = createReplay(QUIET_DOUBLING, { ...LOG, seed: 10 });
    expect(refused.ok).toBe(false);
  });
});

describe('the hash of a level', () => {
  it('moves with the rules, and not with words or the order of keys', () => {
    const hash = levelHash(QUIET_DOUBLING);
    expect(levelHash({ ...QUIET_DOUBLING, horizonHours: 100 })).not.toBe(hash);
    expect(levelHash({ ...QUIET_DOUBLING, text: {}, sources: [] })).toBe(hash);
    const reversed = Object.fromEntries(Object.entries(QUIET_DOUBLING).reverse());
    expect(levelHash(reversed as unknown as typeof QUIET_DOUBLING)).toBe(hash);
  });
});
