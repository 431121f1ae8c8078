/**
 * Golden logs: a hash that moves here means that a trajectory or a rule moved, and then MODEL_VERSION has to move too.
 * `npm run golden` writes them anew; `npm run test:browsers` replays the same logs in three browsers.
 */
import { readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DecisionLog } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { DOSE_DEFINITIONS } from '../../src/model/definition/doses.ts';
import { TRIGGERS } from '../../src/model/triggers.ts';
import { parseLevel } from '../../src/schema/level.ts';
import { fileOf, goldenCases } from './cases.ts';
import { listGoldenFiles, readGoldenFile } from './goldenFiles.ts';
import { holdGolden } from './goldenLog.ts';
import { ORDERABLE, TEST_LEVELS } from './testLevels.ts';

/** Fewer would leave rules or triggers out. */
const FEWEST_LOGS = 200;
const MOST_BYTES = 1_500_000;

const FOLDER = new URL('logs/', import.meta.url);
const cases = goldenCases(loadLevels());
const files = new Map(listGoldenFiles().map((file) => [file, readGoldenFile(file)]));
const logs = [...files.values()].flatMap((file) => Object.values(file)) as DecisionLog[];

describe('the golden logs', () => {
  it('are many, each of one case and each case of one log, and small enough to keep', () => {
    expect(cases.length).toBeGreaterThanOrEqual(FEWEST_LOGS);
    const kept = [...files].flatMap(([file, named]) => Object.keys(named).map((name) => `${file} ${name}`));
    expect(kept.sort()).toEqual(cases.map((golden) => `${fileOf(golden)} ${golden.name}`).sort());
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    const bytes = readdirSync(FOLDER).map((name) => statSync(new URL(name, FOLDER)).size);
    expect(bytes.reduce((sum, size) => sum + size, 0)).toBeLessThan(MOST_BYTES);
  });

  it('walk every trigger, both modes, every ending, and many different courses', () => {
    const played = new Set(cases.map(({ level }) => level.trigger));
    expect([...played].sort()).toEqual([...TRIGGERS].sort());
    for (const trigger of TRIGGERS) {
      const modes = cases.filter(({ level }) => level.trigger === trigger).map(({ mode }) => mode);
      expect(new Set(modes), trigger).toEqual(new Set(['clinician', 'student']));
    }
    expect(new Set(logs.map(({ outcome }) => outcome)).size).toBe(4);
    const courses = logs.map(({ level, checkpoints }) => `${level.id} ${checkpoints.at(-1)?.hash}`);
    // A player who never sees a reason to act leaves the body alone, so a few courses are the same.
    expect(new Set(courses).size).toBeGreaterThanOrEqual(FEWEST_LOGS);
  });

  it('order everything that can be ordered, and every way of taking and stopping it', () => {
    const given = logs.flatMap(({ commands }) => commands.map(({ command }) => command));
    const ordered = new Set(given.flatMap((one) => (one.type === 'order' ? [one.treatment] : [])));
    expect([...ordered].sort()).toEqual([...ORDERABLE].sort());
    expect(new Set(given.map(({ type }) => type))).toEqual(new Set(['order', 'stop', 'lab', 'oxygen']));
    // A pulse of endotoxin belongs to trials, not to a ward: tests/golden/cohort.test.ts gives it.
    const doses = DOSE_DEFINITIONS.map(({ treatment }) => treatment).filter((id) => id !== 'endotoxin');
    for (const treatment of doses) expect(ordered).toContain(treatment);
    const steps = new Set(given.flatMap((one) => (one.type === 'oxygen' ? [one.step] : [])));
    expect(steps).toEqual(new Set([0, 1, 2, 3]));
  });

  it('are played on legal levels', () => {
    for (const level of TEST_LEVELS)
      expect(parseLevel(JSON.parse(JSON.stringify(level)))).toMatchObject({ ok: true });
  });
});

describe('each golden log replays to every hash, the outcome and the score that were kept', () => {
  it.each(cases.map((golden) => [golden.name, golden] as const))('%s', (name, golden) => {
    const { fault, checkpoints } = holdGolden(golden, files.get(fileOf(golden))?.[name]);
    expect(fault).toBeNull();
    expect(checkpoints).toBeGreaterThan(1);
  });
});

describe('holding a golden log', () => {
  const golden = cases.find(({ name }) => name === 'golden-sepsis-1.restless-12');
  if (golden === undefined) throw new Error('no such case');
  const kept = files.get(fileOf(golden))?.[golden.name] as DecisionLog;
  const faultOf = (change: Partial<DecisionLog>) => holdGolden(golden, { ...kept, ...change }).fault;

  it('names the first checkpoint that is another', () => {
    const { checkpoints } = kept;
    const changed = (index: number) =>
      checkpoints.map((checkpoint, at) =>
        at < index ? checkpoint : { ...checkpoint, hash: '0123456789abcdef' },
      );
    for (const index of [0, 1, checkpoints.length - 1]) {
      const { tick } = checkpoints[index] as { tick: number };
      expect(faultOf({ checkpoints: changed(index) })).toMatch(
        new RegExp(`^checkpoints: .* at tick ${tick}\\.$`),
      );
    }
  });

  it('finds another score, outcome or end, a lost command, a log that is none', () => {
    expect(faultOf({ score: kept.score === 50 ? 49 : 50 })).toMatch(/^score: /);
    expect(faultOf({ outcome: kept.outcome === 'recovered' ? 'organFailure' : 'recovered' })).toMatch(
      /^outcome: /,
    );
    expect(faultOf({ endTick: kept.endTick - 1 })).toMatch(/^endTick: /);
    expect(faultOf({ commands: kept.commands.slice(1) })).toMatch(/^checkpoints: /);
    expect(faultOf({ seed: kept.seed + 1 })).toMatch(/seed/);
    expect(holdGolden(golden, undefined).fault).toMatch(/npm run golden/);
    expect(holdGolden(golden, {}).fault).toMatch(/^no legal decision log/);
  });
});
