import process from 'node:process';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { debrief } from '../analysis/debrief/debrief.ts';
import type { Debrief, DebriefOptions } from '../analysis/debrief/types.ts';
import type { DecisionLog, Level } from '../engine/types.ts';
import { loadLevels } from '../levels/nodeLevels.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, cannot, type Streams, wrongUse } from './command.ts';
import { debriefJson, debriefText } from './debriefOutput.ts';
import { createDebriefPool } from './debriefPool.ts';
import { openLevel } from './files.ts';
import { firstSentence, readNumber } from './simOptions.ts';
import { judgeLog } from './verify.ts';

/** As in the browser, which always debriefs with this seed and so many patients for each comparison. */
const SEED = 1;
const PATIENTS = 200;
/** Fewer tell nothing of a chance, and no interval of theirs would hold. */
const FEWEST_PATIENTS = 20;
const MOST_PATIENTS = 100_000;
const MOST_SEED = 4_294_967_295;
const MOST_WORKERS = 64;

interface DebriefLine extends DebriefOptions {
  readonly file: string;
  readonly levels: readonly Level[];
  readonly workers: number | undefined;
  readonly json: boolean;
}

/** `debrief <log> [--patients N] [--seed n] [--json]`: verifies a log and marks its decisions, as the game does. */
export const runDebrief: CommandRun = async (args, streams) => {
  const { file, levels, workers, json, seed, patients } = readOptions(args);
  const { sentence, game } = judgeLog(file, levels);
  if (game === null) throw cannot(`${file}: ${sentence ?? ''}`);
  const { level, log } = game;
  const result = await marksOf(level, log, { seed, patients }, workers, streams);
  streams.out(json ? debriefJson(level, log, result) : debriefText(level, log, result));
  return 0;
};

async function marksOf(
  level: Level,
  log: DecisionLog,
  options: DebriefOptions,
  workers: number | undefined,
  streams: Streams,
): Promise<Debrief> {
  const pool = createDebriefPool(workers);
  // A line that is written over belongs on a screen, not into a file.
  const tell = (text: string): void => {
    if (process.stderr.isTTY === true) streams.err(text);
  };
  try {
    return await debrief(level, log, options, pool, ({ done }) =>
      tell(`\r${t('cli.debrief.progress', { percent: Math.floor(100 * done) })}`),
    );
  } finally {
    tell('\r\u001b[K');
    await pool.end();
  }
}

const OPTIONS = {
  patients: { type: 'string' },
  seed: { type: 'string' },
  workers: { type: 'string' },
  level: { type: 'string', multiple: true },
  json: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

function readOptions(args: readonly string[]): DebriefLine {
  const { values, positionals } = parse(args);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw wrongUse(t('cli.debrief.needsLog'));
  // A level of one's own may be another edition of one that comes with the game.
  const own = (values.level ?? []).map(openLevel);
  return {
    file,
    levels: [...own, ...loadLevels()],
    seed: readNumber('--seed', values.seed, 0, MOST_SEED, true) ?? SEED,
    patients: readNumber('--patients', values.patients, FEWEST_PATIENTS, MOST_PATIENTS, true) ?? PATIENTS,
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
