import { evidenceTable, measureCourses } from '../analysis/evidence.ts';
import { EVIDENCE_TRIALS, trialRows } from '../analysis/evidenceTrials.ts';
import type { Measured } from '../analysis/evidenceTypes.ts';
import { type VentilationCase, ventilationRow } from '../analysis/evidenceVentilation.ts';
import { blocksOf } from '../analysis/trialRun.ts';
import { loadEvidence, saveEvidenceResults } from '../levels/nodeEvidence.ts';
import { loadTrial } from '../levels/nodeTrials.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, wrongUse } from './command.ts';
import { evidenceText, resultsOf, TABLE_PATIENTS } from './evidenceOutput.ts';
import { openLevel } from './files.ts';
import { streamParallel } from './parallel.ts';
import { runTrialParallel } from './runTrialParallel.ts';
import { readStudyOptions, type StudyOptions } from './studyOptions.ts';
import type { VentilationInput } from './ventilationJob.ts';

/** The level whose untreated course is the full storm. */
const STORM_LEVEL = 'the-quiet-doubling';

/** `evidence [--json] [--patients n] [--seed n] [--workers n] [--write]`: red rows are public, so the exit code is 0. */
export const runEvidence: CommandRun = async (args, streams) => {
  const write = args.includes('--write');
  const options = readStudyOptions(
    args.filter((word) => word !== '--write'),
    'json',
    TABLE_PATIENTS,
  );
  if (options.positionals.length > 0) throw wrongUse(t('evidence.noNames'));
  const { patients, seed, workers, json } = options;
  const { items } = loadEvidence();
  const measured: Measured[] = measureCourses({ items, stormLevel: openLevel(STORM_LEVEL) });
  for (const id of EVIDENCE_TRIALS) {
    measured.push(...trialRows(await runTrialParallel(loadTrial(id), { patients, seed }, workers)));
  }
  measured.push(ventilationRow(await runVentilation(options)));
  const results = resultsOf(evidenceTable(items, measured), { patients, seed });
  if (write) saveEvidenceResults(results);
  streams.out(json ? `${JSON.stringify(results)}\n` : evidenceText(results));
  return 0;
};

/** The first so many patients who come to need oxygen. */
async function runVentilation({ patients, seed, workers }: StudyOptions): Promise<VentilationCase[]> {
  const cases: VentilationCase[] = [];
  const inputs = blocksOf({ patients, seed }).map((block): VentilationInput => ({ seed, block }));
  const job = new URL('./ventilationJob.ts', import.meta.url);
  for await (const block of streamParallel<VentilationInput, VentilationCase[]>(job, inputs, workers)) {
    cases.push(...block);
    if (cases.length >= patients) break;
  }
  return cases.slice(0, patients);
}
