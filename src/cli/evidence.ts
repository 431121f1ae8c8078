import { parseArgs } from 'node:util';
import { EVIDENCE_GROUPS, evidenceTable } from '../analysis/evidence.ts';
import type { Measured } from '../analysis/evidenceTypes.ts';
import { loadEvidence, saveEvidenceResults } from '../levels/nodeEvidence.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, wrongUse } from './command.ts';
import type { EvidenceInput } from './evidenceJob.ts';
import { evidenceText, resultsOf } from './evidenceOutput.ts';
import { runParallel } from './parallel.ts';
import { firstSentence } from './simOptions.ts';

/** Patients of a cohort when nobody says otherwise: with them the whole run takes minutes. */
const PATIENTS = 300;
const MOST_PATIENTS = 100_000;
const SEED = 1;

interface Options {
  readonly json: boolean;
  readonly write: boolean;
  readonly patients: number;
  readonly seed: number;
  readonly workers: number | undefined;
}

/** `evidence [--json] [--patients n] [--seed n] [--workers n] [--write]`: red rows are public, so the exit code is 0. */
export const runEvidence: CommandRun = async (args, streams) => {
  const { json, write, patients, seed, workers } = readOptions(args);
  const inputs = EVIDENCE_GROUPS.map(({ id }): EvidenceInput => ({ group: id, patients, seed }));
  const job = new URL('./evidenceJob.ts', import.meta.url);
  const measured = await runParallel<EvidenceInput, Measured[]>(job, inputs, workers);
  const results = resultsOf(evidenceTable(loadEvidence().items, measured.flat()), { patients, seed });
  if (write) saveEvidenceResults(results);
  streams.out(json ? `${JSON.stringify(results)}\n` : evidenceText(results));
  return 0;
};

function readOptions(args: readonly string[]): Options {
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        json: { type: 'boolean' },
        write: { type: 'boolean' },
        patients: { type: 'string' },
        seed: { type: 'string' },
        workers: { type: 'string' },
      },
      strict: true,
    }));
  } catch (error) {
    throw wrongUse(t('cli.options', { message: firstSentence(error) }));
  }
  const whole = (option: string, least: number, most: number): number | undefined => {
    const text = values[option];
    if (text === undefined) return undefined;
    const number = Number(text);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw wrongUse(t('cli.wholeNumber', { option: `--${option}`, least, most, text: String(text) }));
  };
  return {
    json: values.json === true,
    write: values.write === true,
    patients: whole('patients', 10, MOST_PATIENTS) ?? PATIENTS,
    seed: whole('seed', 0, 4_294_967_295) ?? SEED,
    workers: whole('workers', 1, 64),
  };
}
