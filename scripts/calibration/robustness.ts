/**
 * Which conclusions change between parameter sets that fit as well: runs every trial of evidence/trials that compares arms
 * with the committed set and with each alternative of evidence/calibration/fit.json. `npm run robustness [-- patients]`
 * writes evidence/calibration/robustness.json.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { MORTALITY, type MortalityMap } from '../../src/analysis/mortality.ts';
import type { Measure, Trial } from '../../src/analysis/trialTypes.ts';
import { runTrialParallel } from '../../src/cli/runTrialParallel.ts';
import { loadTrials } from '../../src/levels/nodeTrials.ts';
import { MODEL_HASH, MODEL_VERSION } from '../../src/model/version.ts';

const FIT = new URL('../../evidence/calibration/fit.json', import.meta.url);
const RESULT = new URL('../../evidence/calibration/robustness.json', import.meta.url);
const SEED = 1;
const PATIENTS = 200;

interface Alternative {
  readonly parameters: Readonly<Record<string, number>>;
  readonly map?: { readonly intercept: number; readonly organ: number; readonly ventilated: number };
}

interface Fit {
  readonly covid19: { readonly alternatives: readonly Alternative[] };
  readonly carT: { readonly alternatives: readonly Alternative[] };
}

/** Parameters of the cells belong to the trigger of CAR-T alone; the other triggers set their own. */
const CAR_T = 'carT';

function mapOf({ parameters, map }: Alternative): MortalityMap {
  if (map === undefined) return MORTALITY;
  return {
    ...MORTALITY,
    intercept: map.intercept,
    organ: { most: map.organ, half: parameters['organHalf'] ?? MORTALITY.organ.half },
    ventilated: map.ventilated,
  };
}

/** The trial with the medians of an alternative; what the trial itself sets stays. */
function withAlternative(trial: Trial, covid19: Alternative, carT: Alternative): Trial {
  const { organHalf: _, ...shared } = covid19.parameters;
  const own = trial.trigger === CAR_T ? carT.parameters : {};
  const parameters = { ...shared, ...own, ...trial.population?.parameters };
  return { ...trial, population: { ...trial.population, parameters } };
}

interface Estimate {
  readonly measure: Measure;
  readonly value: number;
}
type Estimates = ReadonlyMap<string, Estimate>;

/** Each comparison of the trial with its estimate; NaN where there is none. */
async function estimatesOf(trial: Trial, patients: number, map: MortalityMap): Promise<Estimates> {
  const { effects } = await runTrialParallel(trial, { patients, seed: SEED }, undefined, map);
  return new Map(
    effects.map(({ endpoint, arm, stratum, measure, estimate }) => [
      `${trial.id}.${endpoint}.${arm}.${stratum}`,
      { measure, value: estimate ?? Number.NaN },
    ]),
  );
}

/** The value at which neither arm is better; none for what one arm gives alone. */
function neutralOf(measure: Measure): number | null {
  if (measure === 'fraction' || measure === 'level') return null;
  return measure === 'difference' || measure === 'riskDifference' ? 0 : 1;
}

/** Distance from the neutral value, as a ratio or a difference of the quantity's own unit, that counts as none. */
const NO_DIFFERENCE = 0.01;

/** Which arm is better: 1, -1, or 0 for neither. */
function sideOf(value: number, neutral: number): number {
  return Math.abs(value - neutral) < NO_DIFFERENCE ? 0 : Math.sign(value - neutral);
}

/** True when the same arm is better with every set, or neither with any; null where one arm stands alone. */
function isRobust(measure: Measure, values: readonly number[]): boolean | null {
  const neutral = neutralOf(measure);
  if (neutral === null) return null;
  return new Set(values.map((value) => sideOf(value, neutral))).size === 1;
}

/** A comparison in words for the table of docs/model.md. */
function wordsOf(trial: Trial, id: string): string {
  const [, endpoint, arm, stratum] = id.split('.');
  const of = stratum === 'all' ? '' : `, ${stratum}`;
  return `${trial.title}: ${endpoint}, ${arm}${of}`;
}

async function main(patients: number): Promise<void> {
  const fit = JSON.parse(readFileSync(FIT, 'utf8')) as Fit;
  const sets = fit.covid19.alternatives.map((covid19, index) => ({
    covid19,
    carT: fit.carT.alternatives[index % fit.carT.alternatives.length] as Alternative,
  }));
  const conclusions = [];
  for (const trial of loadTrials().filter(({ arms }) => arms.length > 1)) {
    const committed = await estimatesOf(trial, patients, MORTALITY);
    const others: Estimates[] = [];
    for (const { covid19, carT } of sets)
      others.push(await estimatesOf(withAlternative(trial, covid19, carT), patients, mapOf(covid19)));
    for (const [id, { measure, value }] of committed) {
      const values = others.map((each) => each.get(id)?.value ?? Number.NaN);
      const robust = isRobust(measure, [value, ...values]);
      if (robust === null) continue;
      const three = (number: number): string => number.toPrecision(3);
      const note = `${measure} ${three(value)}; in the ${values.length} other sets ${three(Math.min(...values))} to ${three(Math.max(...values))}`;
      conclusions.push({ id, what: wordsOf(trial, id), robust, note, committed: value, values });
      console.log(id, robust, note);
    }
  }
  const result = { version: MODEL_VERSION, hash: MODEL_HASH, patients, seed: SEED, conclusions };
  writeFileSync(RESULT, `${JSON.stringify(result, null, 2)}\n`);
}

await main(Number(process.argv[2] ?? PATIENTS));
