import { evidenceTable, measureCourses } from '../analysis/evidence.ts';
import { EVIDENCE_TRIALS, trialRows } from '../analysis/evidenceTrials.ts';
import type { Measured } from '../analysis/evidenceTypes.ts';
import { type VentilationCase, ventilationRow } from '../analysis/evidenceVentilation.ts';
import type { TrialResult } from '../analysis/trialEffects.ts';
import { type BlockResult, blocksOf, countBlock, createCount, resultOf } from '../analysis/trialRun.ts';
import { loadEvidence, saveEvidenceResults } from '../levels/nodeEvidence.ts';
import { loadTrial } from '../levels/nodeTrials.ts';
import { t } from '../text/catalogue.ts';
import { type CommandRun, wrongUse } from './command.ts';
import { evidenceText, resultsOf } from './evidenceOutput.ts';
import { openLevel } from './files.ts';
import { streamParallel } from './parallel.ts';
import { readStudyOptions, type StudyOptions } from './studyOptions.ts';
import type { TrialInput } from './trialJob.ts';
import type { VentilationInput } from './ventilationJob.ts';

/** Patients of each trial and cohort when nobody says otherwise: with them the whole run takes minutes. */
const PATIENTS = 1000;
/** The level whose untreated course is the full storm. */
const STORM_LEVEL = 'the-quiet-doubling';

/** `evidence [--json] [--patients n] [--seed n] [--workers n] [--write]`: red rows are public, so the exit code is 0. */
export const runEvidence: CommandRun = async (args, streams) => {
  const write = args.includes('--write');
  const options = readStudyOptions(
    args.filter((word) => word !== '--write'),
    'json',
    PATIENTS,
  );
  if (options.positionals.length > 0) throw wrongUse(t('evidence.noNames'));
  const { patients, seed, json } = options;
  const { items } = loadEvidence();
  const measured: Measured[] = measureCourses({ items, stormLevel: openLevel(STORM_LEVEL) });
  for (const id of EVIDENCE_TRIALS) measured.push(...trialRows(await runTrial(id, options)));
  measured.push(ventilationRow(await runVentilation(options)));
  const results = resultsOf(evidenceTable(items, measured), { patients, seed });
  if (write) saveEvidenceResults(results);
  streams.out(json ? `${JSON.stringify(results)}\n` : evidenceText(results));
  return 0;
};

/** Runs a trial over worker threads. @throws CommandFailure when a patient leaves what the model can compute */
async function runTrial(id: string, { patients, seed, workers }: StudyOptions): Promise<TrialResult> {
  const trial = loadTrial(id);
  const count = createCount(trial, { patients, seed });
  const inputs = blocksOf({ patients, seed }).map((block): TrialInput => ({ trial, seed, block }));
  const job = new URL('./trialJob.ts', import.meta.url);
  for await (const block of streamParallel<TrialInput, BlockResult>(job, inputs, workers)) {
    if (countBlock(count, block)) break;
  }
  return resultOf(count);
}

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
