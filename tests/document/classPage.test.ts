import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ZIP_LIMITS } from '../../src/app/classroom/unzipLogs.ts';
import { classCsv } from '../../src/classroom/csv.ts';
import { ADJECTIVES, ANIMALS } from '../../src/classroom/names.ts';
import type { ClassRow } from '../../src/classroom/types.ts';
import { classStatements } from '../../src/classroom/xapi.ts';
import { LIMITS } from '../../src/schema/limits.ts';
import cli from '../../src/text/en/cli.json' with { type: 'json' };
import { makeClass } from '../support/classLogs.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const TEXT = readFileSync(new URL('../../docs/class.md', import.meta.url), 'utf8');

/** What stands in backticks in the first cells of a table's rows. */
const COLUMNS = [...TEXT.matchAll(/^\| (`[^|]+`) \|/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
);

describe('docs/class.md', () => {
  it('names every column of the table, in order', () => {
    const rows: readonly ClassRow[] = [];
    const columns = classCsv(QUIET_DOUBLING, rows, false).trim().split(',');
    const expected = COLUMNS.flatMap((name = '') => (name.startsWith('<treatment>') ? [] : [name]));
    const treatments = QUIET_DOUBLING.treatments.flatMap(({ id }) => [`${id}FirstHour`, `${id}Orders`]);
    expect(columns.filter((column) => !treatments.includes(column))).toEqual(expected);
    expect(columns).toEqual(expect.arrayContaining(treatments));
    expect(COLUMNS).toContain('<treatment>FirstHour');
    expect(COLUMNS).toContain('<treatment>Orders');
  });

  it('names every verb and extension of the statements', () => {
    const logs = makeClass(QUIET_DOUBLING, 5, 7);
    const games = logs.map((log, index) => ({ seat: `seat${index}`, log, late: false }));
    const statements = classStatements(QUIET_DOUBLING, games, { homePage: null, room: null });
    const names = statements.flatMap(({ verb, result }) => [
      verb.id,
      ...Object.keys(result?.extensions ?? {}),
    ]);
    for (const name of new Set(names)) expect(TEXT).toContain(`\`${name.split('/').at(-1)}\``);
    expect(TEXT).toContain(Object.keys(statements[1]?.result?.extensions ?? {})[0]?.split('result/')[0]);
  });

  it('has the limits of what is read', () => {
    const { bytes, entries } = ZIP_LIMITS;
    expect(TEXT).toContain(`${LIMITS.logCharacters / 1024} kB each`);
    expect(TEXT).toContain(`${bytes / 1024 / 1024} MB and ${entries} files`);
    expect(TEXT).toContain(`${ADJECTIVES.length} adjectives and ${ANIMALS.length} animals`);
  });

  it('shows the command with options that it has', () => {
    for (const [option] of TEXT.matchAll(/--[a-z-]+(?=[ \n])/g)) expect(cli.usage).toContain(option);
  });
});
