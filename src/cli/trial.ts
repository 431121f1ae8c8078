import { checkTrial } from '../analysis/trialCheck.ts';
import type { Trial } from '../analysis/trialTypes.ts';
import { loadTrials, readTrialFile } from '../levels/nodeTrials.ts';
import { t, tAny } from '../text/catalogue.ts';
import { type CommandRun, cannot, wrongUse } from './command.ts';
import { problemText } from './files.ts';
import { runTrialParallel } from './runTrialParallel.ts';
import { readStudyOptions } from './studyOptions.ts';
import { trialJson, trialText } from './trialOutput.ts';

/** Patients when nobody says otherwise: a trial then takes well under a minute. */
const PATIENTS = 600;

/** `trial <id|file> [--patients N] [--seed n] [--workers n] [--json]`: runs a virtual trial and compares its arms. */
export const runTrialCommand: CommandRun = async (args, streams) => {
  const { positionals, patients, seed, workers, json } = readStudyOptions(args, 'json', PATIENTS);
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw wrongUse(t('study.trial.needsTrial'));
  const trial = openTrial(name);
  const result = await runTrialParallel(trial, { patients, seed }, workers);
  streams.out(json ? `${trialJson(trial, result)}\n` : trialText(trial, result));
  return 0;
};

/** A trial by its id or from a file. @throws CommandFailure */
function openTrial(idOrFile: string): Trial {
  const known = loadTrials();
  const byId = known.find(({ id }) => id === idOrFile);
  if (byId !== undefined) return byId;
  const read = readTrialFile(idOrFile);
  if (read === null) {
    throw cannot(t('study.trial.none', { name: idOrFile, trials: known.map(({ id }) => id).join(', ') }));
  }
  if (!read.ok) throw cannot(`${idOrFile}: ${problemText(read.problem)}`);
  const problem = checkTrial(read.value);
  if (problem === null) return read.value;
  const { code, path, values } = problem;
  throw cannot(`${idOrFile}: ${tAny(`study.problem.${code}`, { ...values, path })}`);
}
