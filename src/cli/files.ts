/** Levels and logs that the arguments name. */
import { checkLevel } from '../engine/checkLevel.ts';
import type { DecisionLog, Level } from '../engine/types.ts';
import { loadLevels, readBestLog, readLevelFile, readLogFile } from '../levels/nodeLevels.ts';
import type { Parsed, Problem } from '../schema/problem.ts';
import { t, tAny } from '../text/catalogue.ts';
import { cannot } from './command.ts';

/** The sentence of a refused level or log. */
export function problemText({ code, path, values }: Problem): string {
  return tAny(`error.input.${code}`, { ...values, path });
}

/** A level by its id or from a file. @throws CommandFailure */
export function openLevel(idOrFile: string): Level {
  const known = loadLevels();
  const byId = known.find(({ id }) => id === idOrFile);
  if (byId !== undefined) return byId;
  const read = readLevelFile(idOrFile);
  if (read === null) {
    throw cannot(t('cli.noLevel', { name: idOrFile, levels: known.map(({ id }) => id).join(', ') }));
  }
  const level = accept(read, idOrFile);
  const problem = checkLevel(level);
  if (problem === null) return level;
  const { code, path, values } = problem;
  throw cannot(`${idOrFile}: ${tAny(`error.level.${code}`, { ...values, path })}`);
}

/** A decision log from a file. @throws CommandFailure */
export function openLog(file: string): DecisionLog {
  const read = readLogFile(file);
  if (read === null) throw cannot(t('cli.noFile', { file }));
  return accept(read, file);
}

/** The best known log of a level. @throws CommandFailure */
export function openBestLog(level: Level): DecisionLog {
  const read = readBestLog(level.id);
  if (read === null) throw cannot(t('cli.noBest', { level: level.id }));
  return accept(read, `${level.id}.best.json`);
}

function accept<T>(read: Parsed<T>, name: string): T {
  if (read.ok) return read.value;
  throw cannot(`${name}: ${problemText(read.problem)}`);
}
