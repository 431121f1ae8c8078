/** The export in the hands of other people's tools: libSBML's check, and SciPy's LSODA against `sim`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { SPECIES } from '../../src/model/generated/system.ts';
import { TRIGGERS } from '../../src/model/triggers.ts';
import { missingPython, runPython } from '../support/python.ts';
import { command, type Played, playAndExport, speciesFloors, testFolder } from './exported.ts';

interface Finding {
  readonly id: number;
  readonly severity: string;
  readonly line: number;
  readonly message: string;
}

interface Deviation {
  readonly id: string;
  readonly relative: number;
  readonly hour: number;
  readonly sim: number;
  readonly lsoda: number;
  /** Number of times at which it is above the bound. */
  readonly apart: number;
}

interface Comparison {
  readonly times: number;
  readonly events: number;
  readonly states: readonly Deviation[];
  readonly algebraic: readonly Deviation[];
}

/** Largest relative deviation of the game from the other solver. */
const BOUND = 1e-4;

/** Points of a score jump at a limit, which the two may cross a tick apart: the share of ticks at which they may differ. */
const JUMPS = /^(sofa|SOFA)/;
const JUMPS_APART = 1e-3;

const { file, remove } = testFolder();
afterAll(remove);
const floors = file('floors.json');
writeFileSync(floors, JSON.stringify(speciesFloors()));

const missing = missingPython();
if (missing !== null) console.warn(`SKIPPED: ${missing}`);

function check(...paths: readonly string[]): Readonly<Record<string, readonly Finding[]>> {
  return runPython<{ files: Record<string, Finding[]> }>('consistency.py', ...paths).files;
}

function compare({ model, course, startHour }: Played): Comparison {
  return runPython<Comparison>('independentSolver.py', model, course, floors, String(startHour));
}

function isTooFar({ id, relative, apart }: Deviation, times: number): boolean {
  if (JUMPS.test(id)) return apart > times * JUMPS_APART;
  // Written so that a deviation that is no number is too far.
  return !(relative <= BOUND);
}

/** What deviates by more than it may, for people. */
function tooFar(comparison: Comparison): readonly string[] {
  return [...comparison.states, ...comparison.algebraic]
    .filter((deviation) => isTooFar(deviation, comparison.times))
    .map(
      ({ id, relative, hour, sim, lsoda }) =>
        `${id} by ${relative.toExponential(2)} at hour ${hour}: ${sim} and ${lsoda}`,
    );
}

describe.skipIf(missing !== null)('libSBML', () => {
  it('finds nothing to say of any trigger and any level, units included', async () => {
    const paths: string[] = [];
    for (const trigger of TRIGGERS) {
      paths.push(file(`${trigger}.xml`));
      writeFileSync(paths.at(-1) as string, await command('sbml', '--trigger', trigger));
    }
    for (const { id } of loadLevels()) {
      paths.push(file(`${id}.xml`));
      writeFileSync(paths.at(-1) as string, await command('sbml', '--level', id));
    }
    expect(check(...paths)).toEqual(Object.fromEntries(paths.map((path) => [path, []])));
  });

  it('would see a wrong unit, a wrong scale and a name that is not defined', async () => {
    const text = await command('sbml');
    const broken = [
      [/(<parameter id="KET" [^>]*units=")unit_pg_per_mL/, '$1unit_mmHg', 10501],
      [/(<parameter id="KET" [^>]*units=")unit_pg_per_mL/, '$1unit_ug_per_mL', 10501],
      [/<ci>KET<\/ci>/, '<ci>nowhere</ci>', 10215],
    ] as const;
    const paths = broken.map(([pattern, replacement], index) => {
      const changed = text.replace(pattern, replacement);
      expect(changed).not.toBe(text);
      const path = file(`broken${index}.xml`);
      writeFileSync(path, changed);
      return path;
    });
    const findings = check(...paths);
    broken.forEach(([, , id], index) => {
      expect(findings[paths[index] as string]?.map((finding) => finding.id)).toContain(id);
    });
  });
});

describe.skipIf(missing !== null)('LSODA', () => {
  const plays = loadLevels().flatMap((level) => [
    { level, id: level.id, play: ['--policy', 'guideline'] },
    // Drugs and supports that the guideline may not need.
    { level, id: level.id, play: ['--policy', 'random', '--seed', '2'] },
  ]);

  it.each(plays)('agrees with sim on $id $play, on every species at every tick', async ({ level, play }) => {
    const played = await playAndExport(level, play, file);
    const comparison = compare(played);
    const rows = readFileSync(played.course, 'utf8').trim().split('\n').length - 1;
    expect(comparison.times).toBe(rows);
    expect(comparison.events).toBeGreaterThan(0);
    expect(comparison.states.map(({ id }) => id)).toEqual([...SPECIES]);
    expect(tooFar(comparison)).toEqual([]);
  });

  it('sees a parameter that is wrong by a thousandth, and a dose that was left out', async () => {
    const level = loadLevels()[0];
    if (level === undefined) throw new Error('there is no level');
    const played = await playAndExport(level, ['--policy', 'guideline'], file);
    const text = readFileSync(played.model, 'utf8');
    const wrong = [
      text.replace(/(<parameter id="kE" [^>]*value=")([^"]+)/, (_, head, value) => head + value * 1.001),
      text.replace(/(<event id="event_1" [\s\S]*?unit_h">)[0-9.]+/, '$1100000'),
    ];
    for (const changed of wrong) {
      expect(changed).not.toBe(text);
      const model = file('wrong.xml');
      writeFileSync(model, changed);
      expect(tooFar(compare({ ...played, model }))).not.toEqual([]);
    }
  });
});
