import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFileBoard } from '../../src/app/classroom/fileBoard.ts';
import type { FilesState } from '../../src/app/classroom/types.ts';
import { classCsv } from '../../src/classroom/csv.ts';
import type { DecisionLog, Level } from '../../src/engine/types.ts';
import { loadLevels, readBestLog } from '../../src/levels/nodeLevels.ts';
import { localThreads } from '../app/classroom/threads.ts';
import { brokenRules } from '../classroom/xapiRules.ts';
import { makeClass } from '../support/classLogs.ts';
import { run } from '../support/commandLine.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const LOGS = makeClass(QUIET_DOUBLING, 10, 7);

let root = '';
let folder = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'class-'));
  folder = join(root, 'class');
  mkdirSync(join(folder, 'logs'), { recursive: true });
  writeFileSync(join(folder, 'README.txt'), 'x');
  for (const [index, log] of LOGS.entries()) writeFileSync(logFile(index), JSON.stringify(log));
});
afterAll(() => rmSync(root, { recursive: true }));

const NAMES = ['plucky-lynx', 'wise-owl', 'ann'];
const nameAt = (index: number): string => NAMES[index] ?? `student ${index}`;
const logFile = (index: number): string =>
  join(folder, 'logs', `${String(index + 1).padStart(2, '0')}-${nameAt(index)}.json`);

/** The same files on the page. */
async function boardOfPage(): Promise<FilesState['boards'][number]> {
  let last: FilesState | null = null;
  const board = createFileBoard({
    levels: loadLevels(),
    bestLog: async ({ id }: Level) => {
      const read = readBestLog(id);
      return read?.ok ? read.value : null;
    },
    onChange: (state) => {
      last = state;
    },
    processors: 2,
    start: localThreads().start,
  });
  await board.addFiles(LOGS.map((log, index) => new File([JSON.stringify(log)], `${nameAt(index)}.json`)));
  const [only] = (last as FilesState | null)?.boards ?? [];
  if (only === undefined) throw new Error('no board');
  return only;
}

describe('class', () => {
  it('has the numbers of the page, for any number of workers', async () => {
    const { map } = await boardOfPage();
    const [one, three] = await Promise.all([
      run('class', folder, '--json', '--workers', '1'),
      run('class', folder, '--json', '--workers', '3'),
    ]);
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(three.out).toBe(one.out);
    const said = JSON.parse(one.out);
    expect(said).toMatchObject({
      boards: [
        {
          level: 'the-quiet-doubling',
          mode: 'student',
          seed: 7,
          guideline: map.guideline.score,
          bestKnown: map.bestKnown?.score,
          bestWindow: map.bestWindow,
          outcomes: map.outcomes,
          separation: map.separation,
          fan: map.fan,
        },
      ],
      refused: [],
      twice: [],
    });
    expect(said.boards[0].rows).toEqual(
      map.rows.map(({ rank, name, score, outcome, endHour, pauses, pausedSeconds, id }) => ({
        file: logFile(Number(id.slice(4)) - 1),
        ...{ rank, name, score, outcome, endHour, pauses, pausedSeconds },
      })),
    );
  });

  it('prints the board, the courses beside it and what separated them', async () => {
    const { code, out, err } = await run('class', folder);
    expect([code, err]).toEqual([0, '']);
    const lines = out.split('\n');
    expect(lines[0]).toBe('the-quiet-doubling, student view, seed 7: 10 games');
    expect(lines[2]).toMatch(/^ +Best known +Recovered +100 /);
    expect(lines[3]).toMatch(/^ +Guideline +Recovered +73 /);
    expect(lines[4]).toMatch(/^1 +Plucky Lynx +Recovered +98 /);
    expect(out).toContain(
      'Recovered 6, still on the ward 1, died of organ failure 2, of bacterial infection 1.',
    );
    expect(out).toContain(
      'No decision separated them clearly. The best question was: Antiviral before hour 48. 5 of 5',
    );
    expect(out).toContain('not for clinical use');
  });

  it('writes the table and the statements', async () => {
    const [csv, xapi] = [join(root, 'class.csv'), join(root, 'class.json')];
    const { code } = await run('class', folder, '--csv', csv, '--xapi', xapi, '--hide-names');
    expect(code).toBe(0);
    const { map } = await boardOfPage();
    expect(readFileSync(csv, 'utf8')).toBe(classCsv(QUIET_DOUBLING, map.rows, true));
    const statements: unknown[] = JSON.parse(readFileSync(xapi, 'utf8'));
    expect(statements).toHaveLength(30);
    expect(statements.flatMap(brokenRules)).toEqual([]);
  });

  it('names what does not hold, goes on with the rest, and ends with 1', async () => {
    const forged = join(root, 'forged.json');
    writeFileSync(forged, JSON.stringify({ ...LOGS[1], score: 99 }));
    const again = join(root, 'again.json');
    writeFileSync(again, JSON.stringify(LOGS[0], null, 1));
    const missing = join(root, 'missing.json');
    const { code, out, err } = await run('class', logFile(0), forged, again, missing, '--json');
    expect(code).toBe(1);
    expect(err.split('\n').slice(0, 3)).toEqual([
      `${forged}: score: played again, the game scores 73, not 99.`,
      `${again}: the same game as ${logFile(0)}; it counts once.`,
      `${missing}: it cannot be read.`,
    ]);
    const said = JSON.parse(out);
    expect(said.refused).toEqual([
      { file: forged, reason: 'score' },
      { file: missing, reason: 'unreadable' },
    ]);
    expect(said.twice).toEqual([{ file: again, same: logFile(0) }]);
    expect(said.boards[0]).toMatchObject({ rows: [{ score: 98 }], separation: null });
  });

  it('makes a board for each level, and no table of two', async () => {
    const other = join(root, 'other.json');
    const [log] = makeClass(loadLevels()[1] as Level, 1, 7) as [DecisionLog];
    writeFileSync(other, JSON.stringify(log));
    const { out } = await run('class', logFile(0), other, '--json');
    expect(JSON.parse(out).boards.map(({ level }: { level: string }) => level)).toEqual([
      'the-quiet-doubling',
      log.level.id,
    ]);
    const table = await run('class', logFile(0), other, '--csv', join(root, 'two.csv'));
    expect(table).toMatchObject({ code: 1, out: '' });
    expect(table.err).toContain('these games are of several');
  });

  it('says how it is used', async () => {
    expect(await run('class')).toMatchObject({
      code: 2,
      err: 'class needs decision logs, or a folder of them.\n',
    });
    const empty = join(root, 'empty');
    mkdirSync(empty);
    expect(await run('class', empty)).toMatchObject({ code: 1, err: `There are no logs in ${empty}.\n` });
    expect(await run('class', folder, '--csv', join(root, 'none', 'x.csv'))).toMatchObject({ code: 1 });
  });
});
