import { describe, expect, it } from 'vitest';
import { bodyAloneTrend } from '../../../src/app/bodyAlone.ts';
import { replayLog } from '../../../src/engine/replay.ts';
import type { DecisionLog, TimedCommand } from '../../../src/engine/types.ts';
import { playedLog, SHORT_LEVEL } from '../fixtures.ts';
import { createTestDebrief, playToEnd, until } from './looking.ts';

const LOG = playedLog();

function opened(log: DecisionLog = LOG) {
  const test = createTestDebrief();
  test.debrief.open(log);
  return test;
}

/** A debrief whose course is there and whose marks were called off: for what does not need them. */
async function openedWithoutMarks(log: DecisionLog = LOG) {
  const test = opened(log);
  await until(test, ({ working }) => working);
  test.debrief.cancel();
  return test;
}

describe('opening a debrief', () => {
  it('does nothing without a game', () => {
    const { debrief, store, state } = createTestDebrief();
    debrief.open();
    expect(state().subject).toBeNull();
    expect(store.getState().page).toBe('menu');
  });

  it('takes the game that has just ended, whose course is there at once', () => {
    const test = createTestDebrief();
    const log = playToEnd(test);
    test.debrief.open();
    expect(test.store.getState()).toMatchObject({ page: 'debrief', debriefed: log });
    expect(test.state()).toMatchObject({
      working: true,
      subject: { log, mode: 'student', level: SHORT_LEVEL },
    });
    expect(test.state().subject?.course).toMatchObject({
      trend: test.game().trend,
      score: test.game().result?.score,
      outcome: log.outcome,
      endTick: log.endTick,
    });
  });

  it('proves a log from elsewhere before it says anything of it', async () => {
    const test = opened();
    expect(test.state()).toMatchObject({ subject: { log: LOG, course: null }, working: false });
    const { subject } = await until(test, ({ working }) => working);
    expect(subject?.course).toMatchObject({ commands: LOG.commands, endTick: LOG.endTick });
    expect(subject?.course?.score.total).toBe(LOG.score);
  });

  it('says why a log does not hold, and marks nothing', async () => {
    const test = opened({ ...LOG, score: LOG.score + 1 });
    const { failure } = await until(test, (state) => state.failure !== '');
    expect(failure).toMatch(/score/);
    expect(test.state()).toMatchObject({ working: false, marks: [], subject: { course: null } });
    expect(test.asked.names).not.toContain('makeMarks');
  });

  it('leaves the page as it is for a level that nobody knows', () => {
    const { store, state } = opened({ ...LOG, level: { ...LOG.level, id: 'nowhere' } });
    expect(state().subject).toBeNull();
    expect(store.getState()).toMatchObject({ page: 'menu', notice: { kind: 'error' } });
  });

  it('has the page in the address only once there is something to show', () => {
    const { actions, store } = createTestDebrief();
    actions.openPage('debrief');
    expect(store.getState().page).toBe('menu');
    const { actions: later, store: open } = opened();
    later.openMenu();
    later.openPage('debrief');
    expect(open.getState().page).toBe('debrief');
  });
});

describe('the marks', () => {
  it('come with progress and end by time', async () => {
    const test = opened();
    const seen: number[] = [];
    test.debriefStore.subscribe(({ progress, working }) => void (working && seen.push(progress)));
    const { result, marks, progress, working } = await until(test, (state) => state.result !== null);
    expect(result?.patients).toBeGreaterThanOrEqual(200);
    expect(marks).toBe(result?.marks);
    expect({ progress, working }).toEqual({ progress: 1, working: false });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(new Set(seen).size).toBeGreaterThan(3);
    const decided = marks.filter(({ kind }) => kind === 'decision').map(({ commandIndex }) => commandIndex);
    expect(decided).toEqual([0, 1, 2]);
    expect(marks.map(({ tick }) => tick)).toEqual(marks.map(({ tick }) => tick).sort((a, b) => a - b));
  });

  it('are the same every time', async () => {
    const [one, other] = await Promise.all(
      [opened(), opened()].map((test) => until(test, ({ result }) => !!result)),
    );
    expect(one?.result).toEqual(other?.result);
  });

  it('stay when the work is called off, and are all there when it is taken up again', async () => {
    const test = opened();
    const { marks } = await until(test, (state) => state.marks.length > 0);
    test.debrief.cancel();
    expect(test.state()).toMatchObject({ marks, working: false, progress: 0, result: null });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(test.state()).toMatchObject({ marks, working: false, progress: 0, failure: '' });
    test.debrief.resume();
    expect(test.state()).toMatchObject({ marks, working: true });
    const { result } = await until(test, (state) => state.result !== null);
    const undisturbed = await until(opened(), (state) => state.result !== null);
    expect(result).toEqual(undisturbed.result);
  });

  it('are said to be missing when a thread fails, and can be tried again', async () => {
    let broken = false;
    const test = createTestDebrief({ fault: () => (broken ? new Error('out of memory') : null) });
    playToEnd(test);
    broken = true;
    test.debrief.open();
    const { failure } = await until(test, (state) => state.failure !== '');
    expect(failure).toMatch(/out of memory/);
    expect(test.state()).toMatchObject({ working: false, progress: 0, marks: [] });
    broken = false;
    test.debrief.resume();
    await until(test, (state) => state.result !== null);
    expect(test.state().failure).toBe('');
  });

  it('of another game take the place of those of the first', async () => {
    const test = opened();
    await until(test, (state) => state.marks.length > 0);
    const log = playToEnd(test);
    test.debrief.open();
    expect(test.state()).toMatchObject({
      subject: { log },
      marks: [],
      result: null,
      chosen: '',
      revealed: {},
    });
    const { result } = await until(test, (state) => state.result !== null);
    expect(result?.marks.filter(({ kind }) => kind === 'decision')).toHaveLength(log.commands.length);
  });
});

describe('ghosts', () => {
  it('are the body alone at first; what others did stays hidden', async () => {
    const test = await openedWithoutMarks();
    const { ghosts } = await until(test, (state) => state.ghosts[0]?.course != null);
    expect(ghosts[0]?.course?.trend).toEqual(bodyAloneTrend(SHORT_LEVEL, LOG.mode, LOG.seed));
    expect(ghosts[0]?.shown).toBe(true);
    expect(ghosts.slice(1)).toMatchObject([
      { shown: false, course: null },
      { shown: false, course: null },
    ]);
  });

  it('are simulated when they are shown, and hidden again without being lost', async () => {
    const test = await openedWithoutMarks();
    test.debrief.showGhost('guideline', true);
    const { ghosts } = await until(test, (state) => state.ghosts[1]?.course != null);
    expect(ghosts[1]?.course?.commands.length).toBeGreaterThan(0);
    test.debrief.showGhost('guideline', false);
    expect(test.state().ghosts[1]).toEqual({ ...ghosts[1], shown: false });
    const before = test.asked.names.filter((name) => name === 'guideline').length;
    test.debrief.showGhost('guideline', true);
    expect(test.asked.names.filter((name) => name === 'guideline')).toHaveLength(before);
  });

  it('of the best known come from its log, or are taken off with a word', async () => {
    const best = playedLog([{ tick: 5, command: { type: 'oxygen', step: 1 } }]);
    const known = createTestDebrief({ bestLog: async () => best });
    known.debrief.open(LOG);
    await until(known, ({ working }) => working);
    known.debrief.cancel();
    known.debrief.showGhost('bestKnown', true);
    const { ghosts } = await until(known, (state) => state.ghosts[2]?.course != null);
    expect(ghosts[2]?.course?.score.total).toBe(best.score);
    const unknown = await openedWithoutMarks();
    unknown.debrief.showGhost('bestKnown', true);
    await until(unknown, (state) => state.ghosts.length === 2);
    expect(unknown.store.getState().notice?.text).toMatch(/Best known/);
  });

  it('of logs are added when they hold, as text or as a value', async () => {
    const test = await openedWithoutMarks();
    const other = playedLog([{ tick: 9, command: { type: 'oxygen', step: 2 } }]);
    expect(await test.debrief.addGhost(JSON.stringify(other), 'friend', 'Brave otter')).toBe(true);
    expect(await test.debrief.addGhost(other, 'earlierSelf', 'Earlier')).toBe(true);
    expect(test.state().ghosts.slice(3)).toMatchObject([
      { kind: 'friend', name: 'Brave otter', shown: true, course: { endTick: other.endTick } },
      { kind: 'earlierSelf', name: 'Earlier', shown: true, course: { commands: other.commands } },
    ]);
    expect(new Set(test.state().ghosts.map(({ id }) => id)).size).toBe(5);
  });

  it.each([
    ['no log', '{'],
    ['a changed score', { ...LOG, score: 3 }],
    ['another level', { ...LOG, level: { ...LOG.level, id: 'elsewhere' } }],
    ['another version of the level', { ...LOG, level: { ...LOG.level, hash: '0123456789abcdef' } }],
  ])('are refused for %s, in words', async (_, source) => {
    const { debrief, state, store } = await openedWithoutMarks();
    expect(await debrief.addGhost(source, 'friend', 'Brave otter')).toBe(false);
    expect(state().ghosts).toHaveLength(3);
    expect(store.getState().notice).toMatchObject({
      kind: 'error',
      text: expect.stringMatching(/Brave otter/),
    });
  });
});

describe('what could have been', () => {
  const moved = (tick: number): readonly TimedCommand[] =>
    LOG.commands.map((given, index) => (index === 2 ? { ...given, tick } : given));

  it('shows the commands at once and their course soon', async () => {
    const test = await openedWithoutMarks();
    test.debrief.tryCommands(moved(500));
    expect(test.state().whatIf).toMatchObject({ commands: moved(500), course: test.state().subject?.course });
    const { whatIf } = await until(test, (state) => state.whatIf?.course !== state.subject?.course);
    expect(whatIf?.course).toMatchObject({ commands: moved(500) });
    const expected = playedLog(moved(500));
    expect(whatIf?.course).toMatchObject({ endTick: expected.endTick, score: { total: expected.score } });
  });

  it('skips what the hand has passed while it was busy', async () => {
    const test = await openedWithoutMarks();
    const ticks = Array.from({ length: 50 }, (_, step) => 450 + step);
    for (const tick of ticks) test.debrief.tryCommands(moved(tick));
    await until(test, ({ whatIf }) => whatIf?.course.commands[2]?.tick === 499);
    expect(test.asked.names.filter((name) => name === 'change').length).toBeLessThanOrEqual(3);
  });

  it('leaves out what the rules refuse, in words', async () => {
    const test = await openedWithoutMarks();
    const stop: TimedCommand = { tick: 2, command: { type: 'stop', treatment: 'dexamethasone' } };
    test.debrief.tryCommands([stop, ...LOG.commands]);
    const { whatIf } = await until(test, (state) => (state.whatIf?.leftOut.length ?? 0) > 0);
    expect(whatIf?.leftOut).toMatchObject([{ ...stop, reason: expect.stringMatching(/Dexamethasone/) }]);
    expect(whatIf?.course.commands).toEqual(LOG.commands);
  });

  it('goes back to what was played, whatever is still on its way', async () => {
    const test = await openedWithoutMarks();
    test.debrief.tryCommands(moved(500));
    test.debrief.tryCommands(moved(501));
    test.debrief.resetCommands();
    expect(test.state().whatIf).toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(test.state().whatIf).toBeNull();
  });
});

describe('futures', () => {
  it('of a mark come with its answer, and not before', async () => {
    const test = opened();
    const { marks } = await until(test, ({ result }) => result !== null);
    const id = marks[0]?.id ?? '';
    test.debrief.choose(id);
    test.debrief.reveal(id, 'hint');
    expect(test.asked.names).not.toContain('future');
    test.debrief.reveal(id, 'answer');
    const { futures, subject } = await until(test, (state) => state.futures !== null);
    expect(futures?.mark).toBe(id);
    expect(futures?.played.course).toEqual(subject?.course);
    expect(futures?.best.course.commands).toEqual(marks[0]?.bestCommands);
    for (const { band, kept, patients } of [futures?.played, futures?.best].filter(
      (future) => future != null,
    )) {
      expect(patients).toBeGreaterThanOrEqual(100);
      expect(band.hours[0]).toBe(0);
      expect(band.p5.every((low, hour) => low <= (band.p95[hour] ?? 0))).toBe(true);
      // All of them kept is 1 up to rounding.
      expect(kept.low).toBeLessThanOrEqual(kept.value + 1e-9);
      expect(kept.value).toBeLessThanOrEqual(kept.high + 1e-9);
    }
    test.debrief.choose(marks[1]?.id ?? '');
    expect(test.state().futures).toBeNull();
    const asked = test.asked.names.length;
    test.debrief.choose(id);
    expect(test.state().futures).toEqual(futures);
    expect(test.asked.names).toHaveLength(asked);
  });

  it('of changed decisions come when the hand lets go, for the last of them', async () => {
    const test = await openedWithoutMarks();
    test.debrief.tryCommands([]);
    expect(test.asked.names).not.toContain('future');
    test.debrief.settleCommands();
    const { whatIf } = await until(test, (state) => state.whatIf?.future != null);
    expect(whatIf?.future?.course).toEqual(whatIf?.course);
    expect(whatIf?.course.commands).toEqual([]);
    test.debrief.tryCommands(LOG.commands.slice(0, 1));
    expect(test.state().whatIf?.future).toBeNull();
    expect(test.asked.names.filter((name) => name === 'future')).toHaveLength(1);
  });
});

describe('taking over from the debrief', () => {
  it('plays on from the tick, and ends as a log that holds', async () => {
    const test = await openedWithoutMarks();
    test.debrief.takeOver(300);
    await until(test, () => test.store.getState().page === 'game');
    expect(test.game()).toMatchObject({ kind: 'play', running: false, seed: LOG.seed, now: { tick: 300 } });
    expect(test.game().commands).toEqual(LOG.commands.filter(({ tick }) => tick < 300));
    test.actions.command({ type: 'oxygen', step: 2 });
    while (!test.game().result) test.actions.stepHours(6);
    const log = test.game().result?.log;
    if (!log) throw new Error('no log');
    expect(replayLog(SHORT_LEVEL, log)).toMatchObject({ ok: true, score: { total: log.score } });
    expect(log.commands.at(-1)).toEqual({ tick: 300, command: { type: 'oxygen', step: 2 } });
  });

  it('takes the changed commands along when they are given', async () => {
    const test = await openedWithoutMarks();
    const commands: readonly TimedCommand[] = [{ tick: 10, command: { type: 'oxygen', step: 1 } }];
    test.debrief.takeOver(60, commands);
    await until(test, () => test.store.getState().page === 'game');
    expect(test.game().commands).toEqual(commands);
  });
});

describe('threads', () => {
  it('begin when a game has ended, and are given back when nobody looks', async () => {
    const test = createTestDebrief();
    test.debrief.warm();
    expect(test.asked.alive).toBe(0);
    playToEnd(test);
    test.debrief.warm();
    // Two hold patients, one conducts.
    expect(test.asked.alive).toBe(3);
    expect(test.asked.names).toContain('draw');
    test.debrief.open();
    expect(test.asked.names.filter((name) => name === 'openDebrief')).toHaveLength(1);
    test.debrief.leave(true);
    expect(test.asked.alive).toBe(0);
  });

  it('weigh the game while its result is read, so that its marks are there at the click', async () => {
    const test = createTestDebrief();
    test.debrief.begin();
    expect(test.state()).toMatchObject({ subject: null, working: false });
    const log = playToEnd(test);
    test.debrief.warm();
    test.debrief.begin();
    const { result } = await until(test, (state) => state.result !== null);
    expect(test.store.getState()).toMatchObject({ page: 'game', debriefed: null });
    test.debrief.open();
    expect(test.state()).toMatchObject({ subject: { log }, result, working: false, marks: result?.marks });
    expect(test.asked.names.filter((name) => name === 'makeMarks')).toHaveLength(1);
    // The threads stay for the futures.
    expect(test.asked.alive).toBe(4);
  });

  it('finish their work while another page is read, and are given back then', async () => {
    const test = opened();
    test.debrief.enter();
    await until(test, ({ working }) => working);
    test.debrief.leave(false);
    expect(test.asked.alive).toBeGreaterThan(0);
    await until(test, ({ result }) => result !== null);
    expect(test.asked.alive).toBe(0);
    test.debrief.enter();
    test.debrief.tryCommands([]);
    await until(test, ({ whatIf }) => whatIf?.course.commands.length === 0);
  });

  it('leave the processors to a game that is played, and go on when the page is opened again', async () => {
    const test = opened();
    test.debrief.enter();
    await until(test, ({ marks }) => marks.length > 0);
    test.debrief.leave(true);
    expect(test.asked.alive).toBe(0);
    expect(test.state()).toMatchObject({ working: false, result: null });
    test.debrief.enter();
    await until(test, ({ result }) => result !== null);
  });
});
