import { describe, expect, it } from 'vitest';
import { createLocalPool } from '../../../scripts/debrief/localPool.ts';
import { debrief } from '../../../src/analysis/debrief/debrief.ts';
import type { DebriefPool, DebriefProgress } from '../../../src/analysis/debrief/types.ts';
import { createRandom, nextIndex } from '../../../src/math/random.ts';
import { COIN_TOSS, GROWING_SEPSIS, OPEN_DOOR, playedLog } from '../../support/debriefLevels.ts';
import { debriefOf } from '../../support/debriefs.ts';
import { createJavascriptProgram } from '../../support/javascriptProgram.ts';
import { order } from '../../support/play.ts';

const LOG = playedLog(OPEN_DOOR, [
  [6, order('tocilizumab', 'single')],
  [20, order('dexamethasone', 'high')],
]);
const SEED = 4;
/** Few, so that each debrief is short; what is compared are bits. */
const PATIENTS = 40;
const FEW = 8;

/** Answers come after waits of varied length, so that tasks of several workers end in another order each time. */
function unpunctual(pool: DebriefPool, seed: number): DebriefPool {
  const random = createRandom(seed, 'waits');
  const last = Array.from({ length: pool.size }, () => Promise.resolve() as Promise<unknown>);
  return {
    size: pool.size,
    ask(worker, task) {
      const turns = nextIndex(random, 40);
      const answer = (last[worker] as Promise<unknown>).then(async () => {
        for (let turn = 0; turn < turns; turn += 1) await Promise.resolve();
        return pool.ask(worker, structuredClone(task));
      });
      last[worker] = answer.catch(() => undefined);
      return answer.then((value) => structuredClone(value));
    },
  };
}

describe('a debrief is the same', { timeout: 180_000 }, () => {
  it('every time it is made', async () => {
    const [first, second] = [
      await debriefOf(OPEN_DOOR, LOG, SEED, PATIENTS),
      await debriefOf(OPEN_DOOR, LOG, SEED, PATIENTS),
    ];
    expect(second).toEqual(first);
    expect(first.marks.length).toBeGreaterThan(1);
  });

  it('whatever the number of workers', async () => {
    const logs = [
      { level: OPEN_DOOR, log: LOG },
      // Few live to see its last hours, so that more patients are drawn.
      { level: COIN_TOSS, log: playedLog(COIN_TOSS, [[0, order('dexamethasone', 'low')]]) },
    ];
    for (const { level, log } of logs) {
      const alone = await debriefOf(level, log, SEED, PATIENTS, createLocalPool(1));
      for (const size of [2, 3]) {
        const many = await debriefOf(level, log, SEED, PATIENTS, unpunctual(createLocalPool(size), size));
        expect(many, `${level.id}, ${size} workers`).toEqual(alone);
      }
    }
  });

  it('in WebAssembly and in JavaScript', async () => {
    const log = playedLog(GROWING_SEPSIS, [[24, order('antibiotic', 'course')]]);
    const javascript = createLocalPool(1, createJavascriptProgram);
    const made = await debriefOf(GROWING_SEPSIS, log, SEED, FEW, javascript);
    expect(made.marks.length).toBeGreaterThan(0);
    expect(made).toEqual(await debriefOf(GROWING_SEPSIS, log, SEED, FEW));
  });

  it('on a worker that has made others before', async () => {
    const pool = createLocalPool(2);
    const other = playedLog(GROWING_SEPSIS, [[30, order('antibiotic', 'course')]]);
    await debriefOf(GROWING_SEPSIS, other, 9, PATIENTS, pool);
    expect(await debriefOf(OPEN_DOOR, LOG, SEED, PATIENTS, pool)).toEqual(
      await debriefOf(OPEN_DOOR, LOG, SEED, PATIENTS),
    );
  });

  it('and another one with another seed', async () => {
    const [one, other] = [
      await debriefOf(OPEN_DOOR, LOG, SEED, PATIENTS),
      await debriefOf(OPEN_DOOR, LOG, SEED + 1, PATIENTS),
    ];
    expect(other.marks.map(({ loss }) => loss.value)).not.toEqual(one.marks.map(({ loss }) => loss.value));
  });
});

describe('the progress of a debrief', () => {
  it('rises to its end, and every mark that was shown is in the result', async () => {
    const told: DebriefProgress[] = [];
    const made = await debrief(
      OPEN_DOOR,
      LOG,
      { seed: SEED, patients: PATIENTS },
      createLocalPool(2),
      (progress) => told.push(progress),
    );
    const shares = told.map(({ done }) => done);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBe(1);
    expect(Math.min(...shares)).toBeGreaterThan(0);
    const last = told.at(-1)?.marks ?? [];
    for (const mark of last.filter(({ kind }) => kind === 'decision'))
      expect(made.marks).toContainEqual(mark);
    for (const [at, { marks }] of told.entries())
      expect(marks.slice(0, told[at - 1]?.marks.length ?? 0)).toEqual(told[at - 1]?.marks ?? []);
  });
});
