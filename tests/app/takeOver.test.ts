import { describe, expect, it } from 'vitest';
import type { Fork, Forks } from '../../src/app/branches/types.ts';
import { replayLog } from '../../src/engine/replay.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import { playedLog, SHORT_LEVEL } from './fixtures.ts';
import { createTestSession, memoryStorage, TICK_MILLISECONDS } from './sessionSupport.ts';

const LOG = playedLog();

/** Forks that name the game that was left, and note the branches that come back. */
function noteForks() {
  const added: { readonly fork: Fork; readonly log: DecisionLog }[] = [];
  const forks: Forks = {
    fork: (log, tick) => ({ treeId: 'tree', parent: `score ${log.score}`, forkTick: tick }),
    addBranch: (fork, log) => void added.push({ fork, log }),
  };
  return { forks, added };
}

function watching(options: Parameters<typeof createTestSession>[0] = {}) {
  const session = createTestSession(options);
  session.actions.replayLog(LOG);
  return session;
}

function playToEnd({ actions, game }: ReturnType<typeof createTestSession>): DecisionLog {
  while (!game().result) actions.stepHours(6);
  const { result } = game();
  if (!result) throw new Error('The game has no result.');
  return result.log;
}

describe('taking over a replay', () => {
  it.each([0, 3, 4, 40, 240, 241, 400, 700])('at tick %i goes on from the very same moment', (tick) => {
    const session = watching();
    const { actions, game } = session;
    actions.seek(tick);
    const [moment, hash] = [game(), actions.stateHash()];
    actions.takeOver();
    expect(game()).toMatchObject({
      kind: 'play',
      running: false,
      replay: null,
      seed: LOG.seed,
      mode: LOG.mode,
    });
    expect(game().now).toEqual(moment.now);
    expect(game().trend).toEqual(moment.trend);
    expect(game().commands).toEqual(LOG.commands.filter((given) => given.tick < tick));
    expect(actions.stateHash()).toBe(hash);
  });

  it('ends with the log of the replay when the same is done again', () => {
    const session = watching();
    const { actions, game } = session;
    actions.takeOver(30);
    expect(game().now.tick).toBe(30);
    actions.setRunning(true);
    while (!game().result) {
      for (const given of LOG.commands)
        if (given.tick === game().now.tick && given.tick >= 30) actions.command(given.command);
      actions.advance(TICK_MILLISECONDS / game().speed);
    }
    const log = game().result?.log;
    expect({ ...log, pauses: LOG.pauses, speeds: LOG.speeds }).toEqual(LOG);
  });

  it('gives a log of its own when something else is done', () => {
    const session = watching();
    session.actions.takeOver(300);
    expect(session.actions.command({ type: 'oxygen', step: 2 })).toBeNull();
    const log = playToEnd(session);
    expect(log.commands).toEqual([
      ...LOG.commands.filter(({ tick }) => tick < 300),
      { tick: 300, command: { type: 'oxygen', step: 2 } },
    ]);
    expect(replayLog(SHORT_LEVEL, log)).toMatchObject({ ok: true, score: { total: log.score } });
    expect(session.game().result?.score.total).toBe(log.score);
  });

  it('begins before the end, and nowhere but in a replay', () => {
    const { actions, game } = watching();
    actions.takeOver(1e9);
    expect(game()).toMatchObject({ kind: 'play', result: null, now: { tick: LOG.endTick - 1 } });
    const before = game();
    actions.takeOver(5);
    expect(game()).toBe(before);
  });

  it('leaves the log as it was', () => {
    const before = structuredClone(LOG);
    const session = watching();
    session.actions.takeOver(250);
    session.actions.command({ type: 'oxygen', step: 2 });
    playToEnd(session);
    expect(LOG).toEqual(before);
  });

  it('counts the time before the first order as a pause from that tick on', () => {
    const { actions, clock, game } = watching();
    actions.takeOver(100);
    clock.now += 2500;
    actions.setRunning(true);
    expect(game().running).toBe(true);
    while (!game().result) actions.advance(TICK_MILLISECONDS);
    expect(game().result?.log).toMatchObject({
      pauses: [{ tick: 100, seconds: 2.5 }],
      speeds: [{ tick: 100, speed: 1 }],
    });
  });
});

describe('a game that was taken over', () => {
  it('hangs on the one it left, when it has ended and not before', () => {
    const { forks, added } = noteForks();
    const session = watching({ forks });
    session.actions.takeOver(300);
    expect(added).toEqual([]);
    const log = playToEnd(session);
    expect(added).toEqual([{ fork: { treeId: 'tree', parent: `score ${LOG.score}`, forkTick: 300 }, log }]);
  });

  it('is not what was begun at tick 0', () => {
    const { forks, added } = noteForks();
    const session = watching({ forks });
    session.actions.startGame(SHORT_LEVEL, 'student', 1);
    playToEnd(session);
    expect(added).toEqual([]);
  });

  it('keeps its fork over a visit', () => {
    const storage = memoryStorage();
    const { forks, added } = noteForks();
    const first = watching({ forks, storage });
    first.actions.takeOver(300);
    first.actions.stepHours(2);
    first.actions.holdGame();
    const next = createTestSession({ forks, storage });
    expect(next.game()).toMatchObject({ kind: 'play', now: { tick: 340 } });
    const log = playToEnd(next);
    expect(added).toEqual([{ fork: { treeId: 'tree', parent: `score ${LOG.score}`, forkTick: 300 }, log }]);
  });
});

describe('a replay that was opened from the debrief', () => {
  it('leads back to it', () => {
    const session = createTestSession();
    session.store.setState({ debriefed: LOG, page: 'debrief' });
    session.actions.replayLog(LOG);
    expect(session.store.getState().page).toBe('game');
    session.actions.leaveReplay();
    expect(session.store.getState().page).toBe('debrief');
  });

  it('brings back the result of the game that had ended as well', () => {
    const session = createTestSession();
    session.actions.startGame(SHORT_LEVEL, 'student', 7);
    const log = playToEnd(session);
    session.store.setState({ debriefed: log, page: 'debrief' });
    session.actions.replayLog(log);
    session.actions.leaveReplay();
    expect(session.store.getState().page).toBe('debrief');
    expect(session.game()).toMatchObject({ kind: 'play', result: { log } });
    session.actions.openPage('end');
    expect(session.store.getState().page).toBe('end');
  });

  it('leads elsewhere when it was opened elsewhere', () => {
    const { actions, store } = watching();
    actions.leaveReplay();
    expect(store.getState().page).toBe('menu');
  });
});
