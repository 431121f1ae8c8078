import { parseArgs } from 'node:util';
import { checkLevel } from '../engine/checkLevel.ts';
import { levelHash } from '../engine/levelHash.ts';
import { replayLog } from '../engine/replay.ts';
import type { DecisionLog, Level, OutcomeKind } from '../engine/types.ts';
import { loadLevels, readLogFile, readText } from '../levels/nodeLevels.ts';
import { LIMITS } from '../schema/limits.ts';
import { readJson } from '../schema/readJson.ts';
import { t } from '../text/catalogue.ts';
import { replayText } from '../text/refusalText.ts';
import { type CommandRun, wrongUse } from './command.ts';
import { openLevel, problemText } from './files.ts';
import { firstSentence } from './simOptions.ts';

/** What is printed of one log. Of a refused log nothing is believed, so it has no outcome and no score. */
interface Verdict {
  readonly file: string;
  readonly ok: boolean;
  readonly outcome: OutcomeKind | null;
  readonly score: number | null;
  readonly reason: string | null;
  readonly tick: number | null;
}

/** `verify <log…>`: plays every log again and says whether it holds. Exit code 1 when one does not. */
export const runVerify: CommandRun = async (args, streams) => {
  const { files, json, levels } = readOptions(args);
  const verdicts = files.map((file) => {
    const { verdict, sentence } = judgeLog(file, levels);
    if (sentence !== null) streams.err(`${file}: ${sentence}\n`);
    return verdict;
  });
  streams.out(json ? `${JSON.stringify({ logs: verdicts })}\n` : `${verdicts.map(line).join('\n')}\n`);
  return verdicts.every(({ ok }) => ok) ? 0 : 1;
};

function readOptions(args: readonly string[]): {
  files: readonly string[];
  json: boolean;
  levels: readonly Level[];
} {
  const parsed = parse(args);
  const { positionals, values } = parsed;
  if (positionals.length === 0) throw wrongUse(t('cli.verifyNeedsLog'));
  // A level of one's own may be another edition of one that comes with the game.
  const own = (values.level ?? []).map(openLevel);
  return { files: positionals, json: values.json === true, levels: [...own, ...loadLevels()] };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { json: { type: 'boolean' }, level: { type: 'string', multiple: true } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}

function line({ ok, outcome, score, reason, tick }: Verdict): string {
  return ok ? `ok ${outcome} ${score}` : `refused ${reason} tick ${tick}`;
}

/** A log, the edition of its level, and what playing it again says. */
interface Judged {
  readonly verdict: Verdict;
  /** Why it is refused. */
  readonly sentence: string | null;
  /** null when it is refused. */
  readonly game: { readonly level: Level; readonly log: DecisionLog } | null;
}

/** Plays a log from a file again, on whichever of the levels it belongs to. */
export function judgeLog(file: string, levels: readonly Level[]): Judged {
  const read = readLogFile(file);
  if (read === null) return refuse(file, 'unreadable', 0, t('cli.unreadable'));
  if (!read.ok) {
    const sentence = holdsTree(file) ? t('cli.isTree') : problemText(read.problem);
    return refuse(file, read.problem.code, 0, sentence);
  }
  const log = read.value;
  const editions = levels.filter(({ id }) => id === log.level.id);
  const level = editions.find((edition) => levelHash(edition) === log.level.hash) ?? editions[0];
  if (level === undefined || checkLevel(level) !== null) {
    return refuse(file, 'levelUnknown', 0, t('cli.levelOfLogUnknown', { level: log.level.id }));
  }
  const replayed = replayLog(level, log);
  if (!replayed.ok) {
    const { code, tick, values } = replayed;
    return refuse(file, code, tick, replayText(code, { ...values, tick }));
  }
  const { state, score } = replayed;
  const outcome = state.outcome?.kind ?? null;
  return {
    verdict: { file, ok: true, outcome, score: score.total, reason: null, tick: null },
    sentence: null,
    game: { level, log },
  };
}

/** A file of branches is easily taken for that of a game: both are saved in the same place. */
function holdsTree(file: string): boolean {
  const read = readJson(readText(file, LIMITS.treeCharacters) ?? '', LIMITS.treeCharacters);
  if (!read.ok || typeof read.value !== 'object' || read.value === null) return false;
  return 'kind' in read.value && read.value.kind === 'stormward-tree';
}

function refuse(file: string, reason: string, tick: number, sentence: string): Judged {
  return { verdict: { file, ok: false, outcome: null, score: null, reason, tick }, sentence, game: null };
}
