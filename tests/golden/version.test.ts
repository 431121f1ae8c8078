/**
 * A change of any number in the model moves MODEL_HASH; then MODEL_VERSION, the golden logs and the changelog move
 * together, and a log of an earlier version is answered with a sentence that names both versions.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openLog } from '../../src/app/openLog.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { DOSE_DEFINITIONS } from '../../src/model/definition/doses.ts';
import { PARAMETER_DEFINITIONS } from '../../src/model/definition/parameters.ts';
import { SPECIES_DEFINITIONS } from '../../src/model/definition/species.ts';
import { TRIGGER_DEFINITIONS } from '../../src/model/definition/triggers.ts';
import { MODEL_HASH, MODEL_VERSION } from '../../src/model/version.ts';
import { run } from '../support/commandLine.ts';
import { listGoldenFiles, readGoldenFile } from './goldenFiles.ts';
import modelVersions from './modelVersions.json' with { type: 'json' };

const CHANGELOG = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');

/** A game that was played and saved on the first version of the model. */
const EARLIER = fileURLToPath(new URL('../fixtures/logs/model-1.0.0.json', import.meta.url));

/** Major, minor and patch as one number that sorts. */
function rank(version: string): number {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  return (major * 10_000 + minor) * 10_000 + patch;
}

/** Versions that a changelog names in its lines under `### Model`, in its order. */
function versionsUnderModel(changelog: string): readonly string[] {
  const sections = changelog.split(/^#{2,3} /m).filter((section) => section.startsWith('Model\n'));
  return sections.flatMap((section) =>
    [...section.matchAll(/^- MODEL_VERSION (\d+\.\d+\.\d+): \S/gm)].map(([, version]) => version ?? ''),
  );
}

describe('a version of the model', () => {
  it('names one set of equations for ever, and is the newest', () => {
    expect(modelVersions).toHaveProperty([MODEL_VERSION], MODEL_HASH);
    const ranks = Object.keys(modelVersions).map(rank);
    expect(rank(MODEL_VERSION)).toBe(Math.max(...ranks));
  });

  it('has its line in the changelog under Model, the newest first, and no other has one', () => {
    const known = Object.keys(modelVersions).sort((one, other) => rank(other) - rank(one));
    expect(versionsUnderModel(CHANGELOG)).toEqual(known);
    expect(versionsUnderModel(CHANGELOG.replace(`MODEL_VERSION ${MODEL_VERSION}:`, ''))).not.toEqual(known);
  });

  it('stands in every golden log, with the hash of its equations', () => {
    const heads = listGoldenFiles().flatMap((file) =>
      (Object.values(readGoldenFile(file)) as DecisionLog[]).map(({ model }) => model),
    );
    expect(heads.length).toBeGreaterThan(0);
    for (const head of heads) expect(head).toEqual({ version: MODEL_VERSION, hash: MODEL_HASH });
  });
});

/** The fingerprint that generating the model gives with one file of the definition in place of the real one. */
async function hashWith(file: string, name: string, rows: readonly unknown[]): Promise<string> {
  vi.resetModules();
  vi.doMock(`../../src/model/definition/${file}.ts`, () => ({ [name]: rows }));
  const { generateModel } = await import('../../scripts/generateModel.ts');
  const texts = generateModel().map(({ text }) => /DEFINITION_HASH = '([0-9a-f]{16})'/.exec(text)?.[1]);
  return texts.find((hash) => hash !== undefined) ?? '';
}

/** A copy in which `change` has changed the row at `index`. */
function changed<Row>(rows: readonly Row[], index: number, change: (row: Row) => Row): readonly Row[] {
  return rows.map((row, at) => (at === index ? change(row) : row));
}

describe('the fingerprint of the model moves with a number', () => {
  afterEach(() => {
    vi.doUnmock('../../src/model/definition/parameters.ts');
    vi.doUnmock('../../src/model/definition/species.ts');
    vi.doUnmock('../../src/model/definition/triggers.ts');
    vi.doUnmock('../../src/model/definition/doses.ts');
    vi.resetModules();
  });
  const nudge = (value: number): number => value * (1 + 1e-12) + 1e-12;
  const last = PARAMETER_DEFINITIONS.length - 1;

  it('is that of the running model as it is', async () => {
    expect(await hashWith('parameters', 'PARAMETER_DEFINITIONS', PARAMETER_DEFINITIONS)).toBe(MODEL_HASH);
  });

  it.each([0, Math.floor(last / 2), last])('of parameter %i', async (index) => {
    const rows = changed(PARAMETER_DEFINITIONS, index, (row) => ({ ...row, value: nudge(row.value) }));
    expect(await hashWith('parameters', 'PARAMETER_DEFINITIONS', rows)).not.toBe(MODEL_HASH);
  });

  it('of a species in health', async () => {
    const rows = changed(SPECIES_DEFINITIONS, 3, (row) => ({ ...row, initial: nudge(row.initial) }));
    expect(await hashWith('species', 'SPECIES_DEFINITIONS', rows)).not.toBe(MODEL_HASH);
  });

  it('of a trigger', async () => {
    const rows = changed(TRIGGER_DEFINITIONS, 1, (row) => ({ ...row, initial: { V: 400.001 } }));
    expect(await hashWith('triggers', 'TRIGGER_DEFINITIONS', rows)).not.toBe(MODEL_HASH);
  });

  it('of a dose', async () => {
    const rows = changed(DOSE_DEFINITIONS, 0, (row) => ({ ...row, factor: nudge(row.factor) }));
    expect(await hashWith('doses', 'DOSE_DEFINITIONS', rows)).not.toBe(MODEL_HASH);
  });
});

describe('a log of an earlier version is refused with a sentence that names both versions', () => {
  const text = readFileSync(EARLIER, 'utf8');
  const { model } = JSON.parse(text) as DecisionLog;
  const sentence = `the log was played on version ${model.version} of the model, and this is ${MODEL_VERSION}.`;

  it('was played on equations of its own', () => {
    expect(modelVersions).toHaveProperty([model.version], model.hash);
    expect(model.version).not.toBe(MODEL_VERSION);
  });

  it('by the command line', async () => {
    const { code, out, err } = await run('verify', EARLIER);
    expect([code, out]).toEqual([1, 'refused modelVersion tick 0\n']);
    expect(err).toBe(`${EARLIER}: model.version: ${sentence}\n`);
  });

  it('by the page', () => {
    const opening = openLog(text, loadLevels());
    expect(opening.ok ? '' : opening.sentence).toContain(sentence);
  });
});
