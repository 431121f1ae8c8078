import { describe, expect, it } from 'vitest';
import { createComparisonSession } from '../../src/app/comparison/session.ts';
import { createComparison } from '../../src/app/comparison/store.ts';
import { createCourseWork } from '../../src/app/debrief/courseWork.ts';
import type { Thread, WatchedThread } from '../../src/app/debrief/threads.ts';
import { playedLog } from './fixtures.ts';
import { createTestSession } from './sessionSupport.ts';

const LOG = playedLog();
const OTHER = playedLog([{ tick: 60, command: { type: 'oxygen', step: 1 } }]);

/** The worker's own code, called here and now. */
function localThread(): WatchedThread {
  const work = createCourseWork() as unknown as Record<string, (...given: unknown[]) => unknown>;
  return {
    ask: (async (name: string, ...given: unknown[]) => work[name]?.(...given)) as Thread['ask'],
    over: new Promise<never>(() => undefined),
    end: () => undefined,
  };
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve();
};

async function start() {
  const session = createTestSession();
  const { store: app, actions } = session;
  let threads = 0;
  const startThread = (): WatchedThread => {
    threads += 1;
    return localThread();
  };
  const comparison = createComparison(app, async (store) =>
    createComparisonSession({ store, app, actions, startThread, bestLog: async () => OTHER }),
  );
  actions.replayLog(LOG);
  comparison.actions.begin();
  await settle();
  return { ...comparison, app: session, game: session.game, threads: () => threads };
}

describe('a replay that is compared', () => {
  it('has the ghosts that are always there, hidden, and its own course', async () => {
    const { store } = await start();
    const { subject, first, ghosts, inScene } = store.getState();
    expect(subject).toBe(LOG);
    expect(first).toMatchObject({ endTick: LOG.endTick, score: { total: LOG.score } });
    expect(ghosts.map(({ id, shown }) => [id, shown])).toEqual([
      ['bodyAlone', false],
      ['guideline', false],
      ['bestKnown', false],
    ]);
    expect(inScene).toBe('first');
  });

  it('shows a ghost with its course, and hides it', async () => {
    const { store, actions } = await start();
    actions.showGhost('bodyAlone', true);
    await settle();
    const alone = () => store.getState().ghosts[0];
    expect(alone()).toMatchObject({ shown: true, course: { commands: [] } });
    actions.showGhost('bodyAlone', false);
    expect(alone()?.shown).toBe(false);
  });

  it('takes a second log into the scene at the same moment, and back', async () => {
    const { store, actions, game, threads } = await start();
    expect(await actions.addGhost(JSON.stringify(OTHER), 'friend', 'A friend')).toBe(true);
    const added = store.getState().ghosts.at(-1);
    actions.putBeside(added?.id ?? '');
    await actions.putInScene('second');
    expect(game().replay?.log.commands).toEqual(OTHER.commands);
    expect(store.getState()).toMatchObject({ inScene: 'second', subject: LOG });
    await actions.putInScene('first');
    expect(game().replay?.log).toBe(LOG);
    expect(store.getState().ghosts).toHaveLength(4);
    expect(threads()).toBe(1);
  });

  it('stands at the same tick, speed and pause after the turn', async () => {
    const { store, actions, game, app } = await start();
    app.actions.seek(77);
    app.actions.setSpeed(4);
    app.actions.setRunning(false);
    actions.showGhost('guideline', true);
    await settle();
    actions.putBeside('guideline');
    await actions.putInScene('second');
    expect(game()).toMatchObject({ now: { tick: 77 }, speed: 4, running: false });
    expect(game().replay?.log.seed).toBe(LOG.seed);
    expect(store.getState().second).toBe(game().replay?.log);
  });

  it('is over when another log is opened, or the replay is left', async () => {
    const { store, app } = await start();
    app.actions.replayLog(OTHER);
    expect(store.getState().subject).toBeNull();
    const again = await start();
    again.app.actions.leaveReplay();
    expect(again.store.getState()).toMatchObject({ subject: null, ghosts: [] });
  });

  it('refuses a log that does not hold', async () => {
    const { store, actions, app } = await start();
    const bad = { ...OTHER, score: OTHER.score === 100 ? 99 : 100 };
    expect(await actions.addGhost(JSON.stringify(bad), 'friend', 'A friend')).toBe(false);
    expect(store.getState().ghosts).toHaveLength(3);
    expect(app.store.getState().notice).toMatchObject({ kind: 'error' });
  });
});
