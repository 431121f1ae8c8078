import { describe, expect, it } from 'vitest';
import { guideline } from '../../../src/analysis/guideline.ts';
import { decideHourly } from '../../../src/analysis/policy.ts';
import { afterEnd, changeCourse, followCourse, middleOf } from '../../../src/app/debrief/courseLine.ts';
import { createPlayRun } from '../../../src/app/playRun.ts';
import { createReplayRun } from '../../../src/app/replayRun.ts';
import { makeLog } from '../../../src/engine/log.ts';
import { fromCommands, simulate } from '../../../src/engine/simulate.ts';
import type { DecisionLog, TimedCommand } from '../../../src/engine/types.ts';
import { loadLevels, readBestLog } from '../../../src/levels/nodeLevels.ts';
import { COMMANDS, playedLog, SHORT_LEVEL } from '../fixtures.ts';

const OPTIONS = { seed: 7, mode: 'student' } as const;
const line = (commands: readonly TimedCommand[]) =>
  followCourse(SHORT_LEVEL, OPTIONS, fromCommands(commands));
const PLAYED = line(COMMANDS);
const moved = (tick: number): readonly TimedCommand[] =>
  COMMANDS.map((given, index) => (index === 1 ? { ...given, tick } : given)).toSorted(
    (a, b) => a.tick - b.tick,
  );

function bestLogs(): readonly (readonly [string, DecisionLog])[] {
  return loadLevels().map(({ id }) => {
    const parsed = readBestLog(id);
    if (!parsed?.ok) throw new Error(`no best log of ${id}`);
    return [id, parsed.value] as const;
  });
}

describe('a course', () => {
  it.each(bestLogs())('of %s is that of the game', (id, log) => {
    const level = loadLevels().find((known) => known.id === id);
    if (!level) throw new Error(id);
    const { course, refused } = followCourse(level, log, fromCommands(log.commands));
    const replay = createReplayRun(level, log);
    if (!replay.ok) throw new Error(replay.code);
    expect(course).toEqual({
      commands: log.commands,
      trend: replay.run.trend,
      outcome: log.outcome,
      endTick: log.endTick,
      score: replay.run.score,
    });
    expect(refused).toEqual([]);
  });

  it('of the guideline is that of the policy', () => {
    const decide = decideHourly(SHORT_LEVEL, guideline);
    const { recorder, state } = simulate(SHORT_LEVEL, { ...OPTIONS, decide });
    expect(followCourse(SHORT_LEVEL, OPTIONS, decide).course).toMatchObject({
      commands: recorder.commands,
      endTick: state.tick,
    });
  });
});

describe('a changed course', () => {
  it.each([0, 3, 39, 41, 239, 240, 241, 399, 400, 700])(
    'is the one from the start, with a decision at tick %i',
    (tick) => {
      const changed = changeCourse(SHORT_LEVEL, PLAYED, moved(tick));
      expect(changed).toEqual(line(moved(tick)));
      expect(changed.course.trend).not.toEqual(PLAYED.course.trend);
    },
  );

  it('comes back to what was played', () => {
    const there = changeCourse(SHORT_LEVEL, PLAYED, moved(500));
    expect(changeCourse(SHORT_LEVEL, there, COMMANDS)).toEqual(PLAYED);
    expect(PLAYED).toEqual(line(COMMANDS));
  });

  it('leaves out what the rules refuse, and says what and why', () => {
    const [order, ...others] = COMMANDS as [TimedCommand, ...TimedCommand[]];
    const stop: TimedCommand = { tick: 100, command: { type: 'stop', treatment: 'dexamethasone' } };
    const withStop = changeCourse(SHORT_LEVEL, PLAYED, [
      order,
      ...others.slice(0, 1),
      stop,
      ...others.slice(1),
    ]);
    expect(withStop.refused).toEqual([]);
    const without = changeCourse(SHORT_LEVEL, withStop, [...others.slice(0, 1), stop, ...others.slice(1)]);
    expect(without.refused).toMatchObject([{ ...stop, error: { code: 'notRunning' } }]);
    expect(without.course).toEqual(line(others).course);
  });

  it('tells an order apart that was refused only because of what came before it', () => {
    const up: TimedCommand = { tick: 50, command: { type: 'oxygen', step: 1 } };
    const down: TimedCommand = { tick: 50, command: { type: 'oxygen', step: 0 } };
    const first = line([down, up]);
    expect(first.refused).toHaveLength(1);
    expect(changeCourse(SHORT_LEVEL, first, [up, down])).toEqual(line([up, down]));
  });

  it('has no place for commands after its end', () => {
    const late: TimedCommand = { tick: 1e6, command: { type: 'oxygen', step: 0 } };
    const changed = changeCourse(SHORT_LEVEL, PLAYED, [...COMMANDS, late]);
    expect(changed.course).toEqual(PLAYED.course);
    expect(afterEnd(changed, [...COMMANDS, late])).toEqual([
      { ...late, error: { code: 'ended', values: {} } },
    ]);
  });
});

describe('a game that begins in the middle of a course', () => {
  it.each([0, 3, 4, 240, 250, 400, 401, 719])('at tick %i ends with the log of the whole game', (tick) => {
    const log = playedLog();
    const { state, recorder } = middleOf(SHORT_LEVEL, PLAYED, tick);
    expect(state.tick).toBe(tick);
    const run = createPlayRun(SHORT_LEVEL, log.mode, log.seed, { beginning: { state, recorder } });
    const commandsAt = fromCommands(COMMANDS);
    for (let now = tick; !run.ended(); now += 1) {
      for (const command of commandsAt({ tick: now })) expect(run.command(command)).toBeNull();
      run.tick();
    }
    expect({ ...run.result().log, pauses: log.pauses, speeds: log.speeds }).toEqual(log);
  });

  it('begins before the end of the game', () => {
    const { state, trend } = middleOf(SHORT_LEVEL, PLAYED, 1e9);
    expect(state).toMatchObject({ tick: PLAYED.course.endTick - 1, outcome: null });
    expect(trend.hours.at(-1)).toBeLessThan(PLAYED.course.endTick / 20);
  });

  it('takes nothing from the course it leaves', () => {
    const before = structuredClone(PLAYED);
    const { state, recorder, trend } = middleOf(SHORT_LEVEL, PLAYED, 250);
    const run = createPlayRun(SHORT_LEVEL, 'student', 7, { beginning: { state, recorder } });
    while (!run.ended()) run.tick();
    (trend.hours as number[]).push(1);
    expect(PLAYED).toEqual(before);
  });
});

it('is a whole log wherever it ends', () => {
  const { state, recorder } = simulate(SHORT_LEVEL, {
    ...OPTIONS,
    decide: fromCommands(PLAYED.course.commands),
  });
  expect(makeLog(SHORT_LEVEL, state, recorder).score).toBe(PLAYED.course.score.total);
});
