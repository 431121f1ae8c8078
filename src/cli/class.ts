import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { classCsv } from '../classroom/csv.ts';
import { nameOfLogFile } from '../classroom/fileName.ts';
import { type GameGroup, groupGames } from '../classroom/groups.ts';
import { mapOfClass } from '../classroom/map.ts';
import type { ClassMap, ClassRow } from '../classroom/types.ts';
import { classStatements } from '../classroom/xapi.ts';
import { loadLevels, readBestLog } from '../levels/nodeLevels.ts';
import { t } from '../text/catalogue.ts';
import type { ClassInput, ClassOutput } from './classJob.ts';
import { type Board, classJson, classText, type Twice } from './classOutput.ts';
import { type CommandRun, cannot, type Streams, wrongUse } from './command.ts';
import { openLevel } from './files.ts';
import { runParallel } from './parallel.ts';
import { firstSentence, readNumber } from './simOptions.ts';

const JOB = new URL('./classJob.ts', import.meta.url);
const MOST_WORKERS = 64;

const OPTIONS = {
  level: { type: 'string', multiple: true },
  csv: { type: 'string' },
  xapi: { type: 'string' },
  'hide-names': { type: 'boolean' },
  workers: { type: 'string' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

type Options = ReturnType<typeof readOptions>;

/** `class <folder|log…>`: verifies the games of a class and says what its map says. Exit code 1 when one does not hold. */
export const runClass: CommandRun = async (args, streams) => {
  const options = readOptions(args);
  const outputs = await verify(options);
  const { rows, twice } = sortOut(outputs, streams);
  const boards = groupGames(options.levels, rows).map((group): Board => ({ ...group, map: mapOf(group) }));
  const refused = outputs.flatMap((output) => (output.row === null ? [output] : []));
  saveFiles(options, boards);
  const files = new Map(outputs.flatMap(({ file, row }) => (row === null ? [] : [[row.id, file] as const])));
  streams.out(
    options.json ? classJson({ boards, refused, twice, files }) : classText(boards, options.hideNames),
  );
  return refused.length === 0 ? 0 : 1;
};

function readOptions(args: readonly string[]) {
  const { positionals, values } = parse(args);
  if (positionals.length === 0) throw wrongUse(t('cli.class.needsLogs'));
  const files = positionals.flatMap(logFiles);
  if (files.length === 0) throw cannot(t('cli.class.noLogs', { folder: positionals.join(', ') }));
  // A level of one's own may be another edition of one that comes with the game, in whose place it then stands.
  const own = (values.level ?? []).map(openLevel);
  const others = loadLevels().filter(({ id }) => own.every((level) => level.id !== id));
  return {
    files,
    levels: [...own, ...others],
    csv: values.csv ?? null,
    xapi: values.xapi ?? null,
    hideNames: values['hide-names'] === true,
    workers: readNumber('--workers', values.workers, 1, MOST_WORKERS, true) ?? undefined,
    json: values.json === true,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}

/** The file itself, or every JSON file in the folder and the folders in it, in the order of their names. */
function logFiles(path: string): readonly string[] {
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) return [path];
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.json$/i.test(name) && !/(^|[\\/])(\.|__MACOSX[\\/])/.test(name))
    .sort()
    .map((name) => join(path, name));
}

function verify({ files, levels, workers }: Options): Promise<readonly ClassOutput[]> {
  const inputs = files.map(
    (file, index): ClassInput => ({ file, id: `file${index + 1}`, name: nameOfLogFile(file), levels }),
  );
  return runParallel<ClassInput, ClassOutput>(JOB, inputs, workers);
}

/** Every game once; what is refused, or there already, is said. */
function sortOut(
  outputs: readonly ClassOutput[],
  streams: Streams,
): { readonly rows: readonly ClassRow[]; readonly twice: readonly Twice[] } {
  const known = new Map<string, string>();
  const twice: Twice[] = [];
  const rows = outputs.flatMap((output) => {
    const { file, row } = output;
    if (row === null) {
      streams.err(`${file}: ${output.sentence}\n`);
      return [];
    }
    const log = JSON.stringify(row.log);
    const same = known.get(log);
    if (same === undefined) known.set(log, file);
    else {
      twice.push({ file, same });
      streams.err(`${file}: ${t('cli.class.twice', { same })}\n`);
    }
    return same === undefined ? [row] : [];
  });
  return { rows, twice };
}

function mapOf({ level, rows }: GameGroup): ClassMap {
  const best = readBestLog(level.id);
  const names = { bestKnown: t('cli.class.bestKnown'), guideline: t('cli.class.guideline') };
  return mapOfClass(level, rows, { bestLog: best?.ok === true ? best.value : null, names });
}

function saveFiles({ csv, xapi, hideNames }: Options, boards: readonly Board[]): void {
  if (csv !== null) save(csv, tableOf(boards, hideNames));
  if (xapi !== null) save(xapi, `${JSON.stringify(boards.flatMap(statementsOf))}\n`);
}

function tableOf(boards: readonly Board[], hideNames: boolean): string {
  const [board, ...others] = boards;
  if (board === undefined) throw cannot(t('cli.class.nothing'));
  // The columns are the treatments of the level.
  if (others.some(({ level }) => level !== board.level)) throw cannot(t('cli.class.severalLevels'));
  const rows = boards.flatMap(({ map }) => map.rows);
  return classCsv(board.level, rows, hideNames);
}

function statementsOf({ level, map }: Board) {
  const games = map.rows.map(({ id, log }) => ({ seat: id, log, late: false }));
  return classStatements(level, games, { homePage: null, room: null });
}

function save(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw cannot(t('cli.class.notSaved', { file, message: firstSentence(error) }));
  }
}
