import { describe, expect, it } from 'vitest';
import { createReplayRun } from '../../src/app/replayRun.ts';
import { trendUntil } from '../../src/app/trend.ts';
import type { Command, DecisionLog, Level, TreatmentId } from '../../src/engine/types.ts';
import { playedLog, SHORT_LEVEL } from './fixtures.ts';
import { createTestSession } from './sessionSupport.ts';

const LOG = playedLog();

const regimenOf = (treatment: TreatmentId): string =>
  SHORT_LEVEL.treatments.find(({ id }) => id === treatment)?.regimens[0]?.id ?? '';

async function watching(log: unknown = LOG) {
  const session = createTestSession();
  await session.actions.openLogText(JSON.stringify(log));
  return session;
}

describe('watching a log', () => {
  it('opens one that holds, with its proof', async () => {
    const { game } = await watching();
    expect(game()).toMatchObject({
      kind: 'replay',
      seed: LOG.seed,
      endTick: LOG.endTick,
      replay: { score: { total: LOG.score }, checkpointsMet: LOG.checkpoints.length },
    });
  });

  it('comes to every checkpoint of the log, sought in any order', async () => {
    const { actions } = await watching();
    for (const { tick, hash } of [...LOG.checkpoints].reverse()) {
      actions.seek(tick);
      expect(actions.stateHash()).toBe(hash);
    }
  });

  it('shows the same when it is played there as when it is sought there', async () => {
    const { actions, game } = await watching();
    actions.stepHours(30);
    const [played, hash] = [game(), actions.stateHash()];
    actions.seek(3);
    actions.seek(600);
    expect(actions.stateHash()).toBe(hash);
    expect(game().now).toEqual(played.now);
    expect(game().trend).toEqual(played.trend);
  });

  it('stays within the log and stops at its end', async () => {
    const { actions, game } = await watching();
    actions.seek(-9);
    expect(game().now.tick).toBe(0);
    actions.seek(1e9);
    expect(game()).toMatchObject({ running: false, now: { tick: LOG.endTick } });
    actions.setRunning(true);
    expect(game().running).toBe(false);
  });

  it('goes from decision to decision', async () => {
    const { actions, game } = await watching();
    const visited: number[] = [];
    for (let step = 0; step < 4; step += 1) {
      actions.seekDecision(1);
      visited.push(game().now.tick);
    }
    actions.seekDecision(-1);
    expect(visited).toEqual([3, 40, 400, LOG.endTick]);
    expect(game().now.tick).toBe(400);
  });

  it('takes no orders', async () => {
    const { actions, game, store } = await watching();
    const view = game();
    expect(actions.command({ type: 'oxygen', step: 1 })).not.toBeNull();
    expect(game()).toBe(view);
    expect(store.getState().notice?.kind).toBe('refused');
  });
});

describe('a jump in a replay', () => {
  it('takes less than 50 ms to anywhere in twenty days', () => {
    // Treated a little, this patient stays on the ward to the last day.
    const level: Level = { ...SHORT_LEVEL, horizonHours: 480 };
    const order = (treatment: TreatmentId, regimen = regimenOf(treatment)): Command => {
      return { type: 'order', treatment, regimen };
    };
    const log = playedLog(
      [
        { tick: 200, command: order('antiviral') },
        { tick: 400, command: { type: 'oxygen', step: 2 } },
        { tick: 500, command: order('dexamethasone') },
      ],
      level,
    );
    expect(log.endTick).toBe(480 * 20);
    const opening = createReplayRun(level, log);
    if (!opening.ok) throw new Error(opening.code);
    const { run } = opening;
    const jump = (tick: number): number => {
      const start = performance.now();
      run.seek(tick);
      trendUntil(run.trend, run.snapshot().hour);
      return performance.now() - start;
    };
    // The best of three: a busy machine is no slow jump.
    const times = Array.from({ length: 241 }, (_, step) => {
      const tick = Math.min(step * 40 + 39, log.endTick);
      return Math.min(jump(tick), jump(tick), jump(tick));
    });
    expect(Math.max(...times)).toBeLessThan(50);
  });
});

describe('leaving a replay', () => {
  it('brings back the game that it interrupted, paused', async () => {
    const { actions, game } = createTestSession();
    actions.startGame(SHORT_LEVEL, 'student', 1);
    actions.stepHours(2);
    const hash = actions.stateHash();
    actions.replayLog(LOG);
    actions.replayLog(LOG);
    actions.leaveReplay();
    expect(game()).toMatchObject({ kind: 'play', running: false, now: { tick: 40 } });
    expect(actions.stateHash()).toBe(hash);
  });

  it('brings back the end screen of the game that it told, and the menu when there was none', async () => {
    const { actions, store } = createTestSession();
    actions.replayLog(LOG);
    actions.leaveReplay();
    expect(store.getState()).toMatchObject({ page: 'menu', game: null });
    actions.startGame(SHORT_LEVEL, 'student', 1);
    actions.stepHours(48);
    actions.replayLog(LOG);
    actions.leaveReplay();
    expect(store.getState().page).toBe('end');
  });

  it('by the menu keeps the interrupted game too', () => {
    const { actions, game, store } = createTestSession();
    actions.startGame(SHORT_LEVEL, 'student', 1);
    actions.stepHours(2);
    actions.replayLog(LOG);
    actions.openMenu();
    expect(store.getState().page).toBe('menu');
    expect(game()).toMatchObject({ kind: 'play', now: { tick: 40 } });
  });
});

describe('a log that does not hold', () => {
  const edited = (change: Partial<DecisionLog>): string => JSON.stringify({ ...LOG, ...change });
  const [first, ...rest] = LOG.commands;
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['not JSON', '{"format": 1,', /file/],
    ['nothing', '', /file/],
    ['too large', ' '.repeat(300_000), /256 kB/],
    ['too deep', '['.repeat(100_000), /deep/],
    ['a prototype key', '{"__proto__": {"format": 1}}', /__proto__/],
    ['NaN', JSON.stringify(LOG).replace(`"seed":${LOG.seed}`, '"seed":NaN'), /JSON/],
    ['a fraction of a tick', edited({ endTick: 7.5 }), /endTick/],
    ['a script in a name', edited({ level: { id: '<script>', hash: LOG.level.hash } }), /level\.id/],
    ['an unknown level', edited({ level: { id: 'nowhere', hash: LOG.level.hash } }), /level\.id/],
    ['another model', edited({ model: { version: '0.0.1', hash: LOG.model.hash } }), /model\.version/],
    [
      'another edition of the level',
      edited({ level: { id: LOG.level.id, hash: '0'.repeat(16) } }),
      /level\.hash/,
    ],
    ['a better score', edited({ score: LOG.score === 100 ? 99 : 100 }), /score/],
    ['a decision left out', edited({ commands: rest }), /tick 240/],
    ['a decision moved', edited({ commands: [{ ...first, tick: 1 } as never, ...rest] }), /tick 240/],
  ];

  it.each(cases)(
    '(%s) is refused in one sentence; the game on the screen stays as it is',
    async (_, text, field) => {
      const { actions, game, store } = createTestSession();
      actions.startGame(SHORT_LEVEL, 'student', 1);
      actions.stepHours(1);
      const [view, hash] = [game(), actions.stateHash()];
      await actions.openLogText(text);
      expect(store.getState().notice?.kind).toBe('error');
      expect(store.getState().notice?.text).toMatch(field);
      expect(game()).toBe(view);
      expect(actions.stateHash()).toBe(hash);
      expect(store.getState().page).toBe('game');
    },
  );
});
