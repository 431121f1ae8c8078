import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportClass } from '../../../src/app/classroom/exports.ts';
import { createFileBoard, type FileBoardHost, NO_FILES } from '../../../src/app/classroom/fileBoard.ts';
import type { FilesState } from '../../../src/app/classroom/types.ts';
import { logToFragment } from '../../../src/app/logLink.ts';
import { classRow } from '../../../src/classroom/row.ts';
import type { ClassRow } from '../../../src/classroom/types.ts';
import type { DecisionLog, Level } from '../../../src/engine/types.ts';
import { loadLevels, readBestLog } from '../../../src/levels/nodeLevels.ts';
import { makeClass } from '../../support/classLogs.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';
import { type LocalThreads, localThreads } from './threads.ts';

const LEVELS = loadLevels();
const LOGS = makeClass(QUIET_DOUBLING, 8, 7);
const [FIRST, SECOND] = LOGS as [DecisionLog, DecisionLog];

const fileOf = (name: string, log: unknown): File =>
  new File([typeof log === 'string' ? log : JSON.stringify(log)], name);
const filesOf = (logs: readonly DecisionLog[]): File[] =>
  logs.map((log, index) => fileOf(`student ${index + 1}.json`, log));

async function bestLog({ id }: Level): Promise<DecisionLog | null> {
  const read = readBestLog(id);
  return read?.ok ? read.value : null;
}

function boardWith(threads: LocalThreads = localThreads(), change: Partial<FileBoardHost> = {}) {
  const states: FilesState[] = [];
  const board = createFileBoard({
    levels: LEVELS,
    bestLog,
    onChange: (state) => void states.push(state),
    processors: 3,
    start: threads.start,
    ...change,
  });
  const last = (): FilesState => states.at(-1) ?? NO_FILES;
  const said = (): string[] =>
    last().entries.map(({ name, state, reason }) => `${name}: ${state} ${reason}`.trim());
  return { ...board, states, last, said };
}

describe('a class from files', () => {
  it('is verified, put on a board and mapped', async () => {
    const board = boardWith();
    await board.addFiles(filesOf(LOGS));
    const { entries, boards, done, total } = board.last();
    expect(entries.map(({ name, state }) => [name, state])).toEqual(
      LOGS.map((_, index) => [`student ${index + 1}`, 'verified']),
    );
    expect([done, total]).toEqual([8, 8]);
    expect(boards).toHaveLength(1);
    expect(boards[0]).toMatchObject({ levelId: 'the-quiet-doubling', mode: 'student', seed: 7 });
    expect(boards[0]?.logs.map(({ log }) => log)).toEqual(LOGS);
    const { map } = boards[0] as FilesState['boards'][number];
    expect(map.rows.map(({ score }) => score)).toEqual(LOGS.map(({ score }) => score).sort((a, b) => b - a));
    expect(map.bestKnown).toMatchObject({ name: 'Best known', score: 100 });
    expect(map.guideline.name).toBe('Guideline');
    expect(map.fan.count[0]).toBe(8);
  });

  it('tells its progress after each game', async () => {
    const board = boardWith();
    await board.addFiles(filesOf(LOGS));
    const done = board.states.map((state) => state.done);
    expect(done.filter((count, index) => count !== done[index - 1])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(board.states.every(({ total }) => total === 8)).toBe(true);
  });

  it('says of each game that does not hold why, and goes on with the others', async () => {
    const board = boardWith();
    await board.addFiles([
      fileOf('good.json', FIRST),
      fileOf('forged.json', { ...SECOND, score: 100 }),
      fileOf('cut.json', JSON.stringify(SECOND).slice(0, 500)),
      fileOf('other.json', { ...SECOND, level: { id: 'mars', hash: SECOND.level.hash } }),
      fileOf('tree.json', { kind: 'stormward-tree', format: 1 }),
      fileOf('empty.json', ''),
      fileOf('large.json', ' '.repeat(300_000)),
      fileOf('huge.json', ' '.repeat(2_100_000)),
      fileOf('deep.json', '['.repeat(5000)),
      fileOf('proto.json', `{"__proto__":{"ok":true},${JSON.stringify(SECOND).slice(1)}`),
    ]);
    expect(board.said()).toEqual([
      'good: verified',
      'forged: refused score: played again, the game scores 73, not 100.',
      'cut: refused file: it is not JSON, or it was cut off.',
      'other: refused There is no level mars here.',
      'tree: refused This is a tree of branches; what is wanted is one of its logs, as a file of its own.',
      'empty: refused file: it is empty.',
      'large: refused file: it is larger than 256 kB, more than any game needs.',
      'huge: refused It is larger than 256 kB, more than any log.',
      'deep: refused file: its brackets go deeper than 12 levels.',
      'proto: refused __proto__: a field must not have this name.',
    ]);
    expect(board.last().boards[0]?.logs).toHaveLength(1);
    expect(board.last()).toMatchObject({ done: 10, total: 10 });
  });

  it('takes the same game once, the one that was given first, whoever is verified first', async () => {
    // The first task is done last.
    const board = boardWith(localThreads((task) => (task === 0 ? 60 : 0)));
    await board.addFiles([fileOf('a.json', FIRST), fileOf('b.json', SECOND), fileOf('c.json', FIRST)]);
    expect(board.said()).toEqual(['a: verified', 'b: verified', 'c: twice The same game as a.']);
    await board.addFiles([fileOf('d.json', JSON.stringify(SECOND, null, 2))]);
    expect(board.said().at(-1)).toBe('d: twice The same game as b.');
    expect(board.last().boards[0]?.logs.map(({ name }) => name)).toEqual(['a', 'b']);
  });

  it('makes a board for each level and view, and knows when patients differ', async () => {
    const [other] = makeClass(LEVELS[1] as Level, 1, 7) as [DecisionLog];
    const [clinician] = makeClass(QUIET_DOUBLING, 1, 7, 'clinician') as [DecisionLog];
    const [seeded] = makeClass(QUIET_DOUBLING, 1, 8, 'clinician') as [DecisionLog];
    const board = boardWith();
    await board.addFiles(filesOf([other, clinician, FIRST, seeded]));
    expect(
      board.last().boards.map(({ levelId, mode, seed, logs }) => [levelId, mode, seed, logs.length]),
    ).toEqual([
      ['the-quiet-doubling', 'clinician', null, 2],
      ['the-quiet-doubling', 'student', 7, 1],
      [other.level.id, 'student', 7, 1],
    ]);
  });

  it('grows when more is dropped, also while the first is being verified', async () => {
    const board = boardWith(localThreads(() => 3));
    await Promise.all([board.addFiles(filesOf(LOGS.slice(0, 4))), board.addFiles(filesOf(LOGS.slice(4)))]);
    expect(board.last().boards[0]?.logs).toHaveLength(8);
    expect(board.last().done).toBe(8);
  });

  it('forgets everything, with what is under way', async () => {
    const threads = localThreads(() => 5);
    const board = boardWith(threads);
    const adding = board.addFiles(filesOf(LOGS.slice(0, 4)));
    await new Promise((resolve) => setTimeout(resolve, 8));
    board.clear();
    const again = board.addFiles([fileOf('later.json', SECOND)]);
    await Promise.all([adding, again]);
    expect(board.said()).toEqual(['later: verified']);
    expect(board.last().boards[0]?.logs.map(({ name }) => name)).toEqual(['later']);
    board.clear();
    expect(board.last()).toEqual(NO_FILES);
  });

  it('does not depend on how many workers there are', async () => {
    const [one, four] = [
      boardWith(localThreads(), { processors: 1 }),
      boardWith(localThreads(), { processors: 16 }),
    ];
    await Promise.all([one.addFiles(filesOf(LOGS)), four.addFiles(filesOf(LOGS))]);
    expect(one.last()).toEqual(four.last());
  });

  it('refuses the game at which a worker breaks, and goes on with another one', async () => {
    const threads = localThreads(
      () => 0,
      (task) => task === 2,
    );
    const board = boardWith(threads);
    await board.addFiles(filesOf(LOGS));
    expect(board.said()[2]).toBe('student 3: refused Playing it again failed: out of memory');
    expect(board.last().boards[0]?.logs).toHaveLength(7);
  });

  it('uses as many workers as the machine has to spare, four at most, and ends them', async () => {
    for (const [processors, most] of [
      [1, 1],
      [3, 2],
      [64, 4],
    ] as const) {
      const threads = localThreads(() => 2);
      await boardWith(threads, { processors }).addFiles(filesOf(LOGS));
      expect(threads.counts).toEqual({ started: most, ended: most, most });
    }
  });

  it('goes without a best known log when it cannot be fetched', async () => {
    const board = boardWith(localThreads(), { bestLog: () => Promise.reject(new Error('offline')) });
    await board.addFiles(filesOf(LOGS));
    expect(board.last().boards[0]?.map.bestKnown).toBeNull();
  });

  it('holds so many games and no more', async () => {
    const board = boardWith();
    const files = Array.from({ length: 402 }, (_, index) => fileOf(`${index}.json`, '{}'));
    await board.addFiles(files);
    expect(board.last().done).toBe(402);
    expect(board.said().at(-1)).toBe('401: refused A class holds 400 games; this one was left out.');
    expect(board.said().at(399)).not.toContain('left out');
  });
});

describe('links', () => {
  const link = (log: DecisionLog): string => `https://school.example/play/#${logToFragment(log)}`;

  it('are found anywhere in a text, one a game, each with two words for a name', async () => {
    const text = `Anna: <${link(FIRST)}>, Ben:\n${link(SECOND)}\nand again ${link(FIRST)}.`;
    const [board, again] = [boardWith(), boardWith()];
    expect(await board.addLinks(text)).toBe(true);
    await again.addLinks(text);
    const names = board.last().entries.map(({ name }) => name);
    expect(board.last().entries.map(({ state }) => state)).toEqual(['verified', 'verified']);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
    expect(again.last().entries.map(({ name }) => name)).toEqual(names);
    expect(board.last().boards[0]?.logs.map(({ log }) => log)).toEqual([FIRST, SECOND]);
  });

  it('say what is wrong with them', async () => {
    const board = boardWith();
    await board.addLinks(`#log=AAAA ${link(FIRST).slice(0, -40)}`);
    expect(board.last().entries.map(({ reason }) => reason)).toEqual([
      'The log in the link (#log=) cannot be unpacked; perhaps it was cut off on the way.',
      'The log in the link (#log=) cannot be unpacked; perhaps it was cut off on the way.',
    ]);
  });

  it('are none in a text without', async () => {
    const board = boardWith();
    expect(await board.addLinks('dialog=abc, catalog, log= and #tree=AAAA')).toBe(false);
    expect(board.states).toEqual([]);
  });
});

describe('a zip of logs', () => {
  it('comes back as it was exported, with its names', async () => {
    const rows = LOGS.map(
      (log, index) => classRow(QUIET_DOUBLING, { id: `s${index}`, name: 'x', log }) as ClassRow,
    );
    const names = ['Plucky Lynx', 'Wise Owl', 'Ann B.'];
    const named = rows.map((row, index) => ({ ...row, name: names[index] ?? `N ${index}` }));
    const exported = { level: QUIET_DOUBLING, rows: named, hideNames: false, room: 'KQ7ZDW', homePage: '' };
    const { blob, name } = exportClass('logs', exported);
    const board = boardWith();
    await board.addFiles([new File([blob], name)]);
    expect(
      board
        .last()
        .entries.slice(0, 3)
        .map((entry) => entry.name),
    ).toEqual(['Plucky Lynx', 'Wise Owl', 'ann-b']);
    expect(board.last().boards[0]?.logs.map(({ log }) => log)).toEqual(LOGS);
  });

  it('is known by its first bytes, whatever it is called', async () => {
    const board = boardWith();
    const packed = zipSync({
      'a/b/Carla.JSON': strToU8(JSON.stringify(FIRST)),
      '__MACOSX/._a.json': strToU8('x'),
    });
    await board.addFiles([new File([packed as BlobPart], 'class.json'), fileOf('not.zip', 'hello')]);
    expect(board.said()).toEqual([
      'Carla: verified',
      'not: refused file: it is not JSON, or it was cut off.',
    ]);
  });
});
