import { writeFileSync } from 'node:fs';
import { planOf } from '../analysis/plan.ts';
import { replayLog } from '../engine/replay.ts';
import type { DecisionLog, Level } from '../engine/types.ts';
import { readBestLog } from '../levels/nodeLevels.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, cannot } from './command.ts';
import { openLevel, openLog } from './files.ts';
import { bestOf, playCommands, playPlan, runSearch } from './runSearch.ts';
import { readSearchOptions } from './searchOptions.ts';
import { type SearchReport, searchJson, searchText } from './searchOutput.ts';
import { firstSentence } from './simOptions.ts';

/** Points of cost within which two plans are the same: the areas of anchors are written with two decimals. */
const SAME = 0.005;

/**
 * `search <level> [--seed n] [--rounds n] [--output file]`: searches the best known policy anew, writes its log, and says
 * whether it beats the committed one. Exit code 0 either way.
 */
export const runSearchCommand: CommandRun = async (args, streams) => {
  const { seed, searches, effort, from, workers, json, ...line } = readSearchOptions(args);
  const level = openLevel(line.level);
  const origin = from === null ? null : planOf(level, openLog(from).commands);
  const results = await runSearch(level, { effort, searches, seed, from: origin, workers });
  const { plan } = bestOf(results);
  const found = playPlan(level, plan);
  const committed = committedGame(level);
  const report: SearchReport = {
    level,
    seed,
    effort,
    results,
    plan,
    found,
    committed,
    beats: committed === null || found.cost < committed.cost - SAME,
  };
  const output = line.output ?? `${level.id}.search-${seed}.json`;
  save(output, found.log);
  streams.out(json ? searchJson(report) : searchText(report));
  streams.err(`${t('cli.saved', { file: output })}\n`);
  return 0;
};

/** The committed log, played again; null where there is none, or where it is that of another edition of the level. */
function committedGame(level: Level): SearchReport['committed'] {
  const read = readBestLog(level.id);
  if (read?.ok !== true || !replayLog(level, read.value).ok) return null;
  return playCommands(level, read.value.commands);
}

function save(file: string, log: DecisionLog): void {
  try {
    writeFileSync(file, `${JSON.stringify(log)}\n`);
  } catch (error) {
    throw cannot(t('cli.notSaved', { file, message: firstSentence(error) }));
  }
}
