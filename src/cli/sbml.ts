import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { replayLog } from '../engine/replay.ts';
import type { Level } from '../engine/types.ts';
import { TRIGGER_DEFINITIONS } from '../model/definition/triggers.ts';
import { combineArchive } from '../sbml/combineArchive.ts';
import { courseOfLevel, courseOfLog, courseOfTrigger, type ExportedCourse } from '../sbml/exportedCourse.ts';
import { sbmlText } from '../sbml/modelSbml.ts';
import { t } from '../text/catalogue.ts';
import { replayText } from '../text/refusalText.ts';
import { type CommandRun, cannot, wrongUse } from './command.ts';
import { openLevel, openLog } from './files.ts';
import { firstSentence } from './simOptions.ts';

/** The trigger that is exported when nothing is named. */
const DEFAULT_TRIGGER = 'covid19';

interface SbmlOptions {
  readonly trigger: string | null;
  /** Id or file. */
  readonly level: string | null;
  readonly log: string | null;
  /** File of the COMBINE archive; null: SBML to standard output. */
  readonly omex: string | null;
}

/** `sbml`: the model of a trigger, of a level's patient or of a played game, as SBML or as a COMBINE archive. */
export const runSbml: CommandRun = async (args, streams) => {
  const options = readOptions(args);
  const course = courseOf(options);
  if (options.omex === null) {
    streams.out(sbmlText(course));
    return 0;
  }
  save(options.omex, combineArchive(course));
  streams.err(`${t('cli.sbml.saved', { file: options.omex })}\n`);
  return 0;
};

function readOptions(args: readonly string[]): SbmlOptions {
  const { trigger = null, level = null, log = null, omex = null } = parse(args);
  if (trigger !== null && (level ?? log) !== null) throw wrongUse(t('cli.sbml.triggerOrLevel'));
  return { trigger, level, log, omex };
}

function parse(args: readonly string[]) {
  const options = {
    trigger: { type: 'string' },
    level: { type: 'string' },
    log: { type: 'string' },
    omex: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
}

function courseOf({ trigger, level, log }: SbmlOptions): ExportedCourse {
  if (log !== null) return playedCourse(log, level);
  if (level !== null) {
    const opened = openLevel(level);
    return courseOfLevel(opened, titleOf(opened));
  }
  const id = trigger ?? DEFAULT_TRIGGER;
  const known = TRIGGER_DEFINITIONS.find((definition) => definition.id === id);
  if (known !== undefined) return courseOfTrigger(id, known.name);
  const triggers = TRIGGER_DEFINITIONS.map((definition) => definition.id).join(', ');
  throw wrongUse(t('cli.sbml.unknownTrigger', { name: id, triggers }));
}

/** A game as it was played, once its log has been found to hold. */
function playedCourse(file: string, idOrFile: string | null): ExportedCourse {
  const log = openLog(file);
  const level = openLevel(idOrFile ?? log.level.id);
  const replayed = replayLog(level, log);
  if (replayed.ok) return courseOfLog(level, log, titleOf(level));
  const { code, tick, values } = replayed;
  throw cannot(`${file}: ${replayText(code, { ...values, tick })}`);
}

function titleOf(level: Level): string {
  return level.text.en?.title ?? level.id;
}

function save(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes);
  } catch (error) {
    throw cannot(t('cli.sbml.notSaved', { file, message: firstSentence(error) }));
  }
}
