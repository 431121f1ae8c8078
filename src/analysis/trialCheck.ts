/** Says which name of a trial the model does not have. The shape of the trial has been checked before. */
import { DOSE_DEFINITIONS } from '../model/definition/doses.ts';
import { isParameter, isSpecies, TRIGGERS } from '../model/triggers.ts';
import { placeOf, rangesOf } from './trialConditions.ts';
import type { Condition, DosingRule, Trial } from './trialTypes.ts';

export interface TrialProblem {
  readonly code:
    | 'unknownTrigger'
    | 'unknownParameter'
    | 'unknownSpecies'
    | 'unknownQuantity'
    | 'unknownTreatment'
    | 'beforeEntry';
  /** The field, such as `arms[1].doses[0].treatment`. */
  readonly path: string;
  readonly values: { readonly name: string };
}

/** The first unknown name, or null. */
export function checkTrial(trial: Trial): TrialProblem | null {
  return (
    checkPopulation(trial) ??
    quantities('eligibility', trial.eligibility) ??
    first(trial.entry.strata, ({ when }, at) => quantities(`entry.strata[${at}].when`, when)) ??
    first(trial.usualCare ?? [], ({ when }, at) => quantities(`usualCare[${at}].when`, when)) ??
    (trial.pulse ? treatment('pulse', trial.pulse.treatment) : null) ??
    first(trial.background, ({ doses }, at) => checkDoses(`background[${at}]`, doses, trial)) ??
    first(trial.arms, ({ doses }, at) => checkDoses(`arms[${at}]`, doses, trial)) ??
    checkEndpoints(trial)
  );
}

function checkPopulation({ trigger, population = {} }: Trial): TrialProblem | null {
  if (!TRIGGERS.includes(trigger)) return problem('unknownTrigger', 'trigger', trigger);
  return (
    first(Object.keys(population.parameters ?? {}).sort(), (name) =>
      isParameter(name) ? null : problem('unknownParameter', `population.parameters.${name}`, name),
    ) ??
    first(Object.keys(population.initial ?? {}).sort(), (name) =>
      isSpecies(name) ? null : problem('unknownSpecies', `population.initial.${name}`, name),
    )
  );
}

function checkDoses(path: string, doses: readonly DosingRule[], trial: Trial): TrialProblem | null {
  return first(
    doses,
    (rule, at) =>
      treatment(`${path}.doses[${at}]`, rule.treatment) ??
      quantities(`${path}.doses[${at}].when`, rule.when) ??
      quantities(`${path}.doses[${at}].stop`, rule.stop) ??
      afterEntry(`${path}.doses[${at}].start.hours`, rule, trial),
  );
}

/** A dose before the pulse needs a pulse that is late enough after entry, or it would be given with it. */
function afterEntry(path: string, { start }: DosingRule, { pulse }: Trial): TrialProblem | null {
  if (start.from !== 'pulse') return null;
  const hours = typeof start.hours === 'number' ? start.hours : start.hours[0];
  return (pulse?.hours ?? 0) + hours < 0 ? problem('beforeEntry', path, String(hours)) : null;
}

function checkEndpoints({ endpoints }: Trial): TrialProblem | null {
  return first(endpoints, (endpoint, at) => {
    const path = `endpoints[${at}]`;
    if (endpoint.type === 'value' && placeOf(endpoint.quantity) < 0) {
      return problem('unknownQuantity', `${path}.quantity`, endpoint.quantity);
    }
    return (
      quantities(`${path}.when`, 'when' in endpoint ? endpoint.when : []) ??
      quantities(`${path}.after`, endpoint.type === 'event' ? endpoint.after : []) ??
      quantities(`${path}.failed.when`, endpoint.type === 'event' ? endpoint.failed?.when : [])
    );
  });
}

function quantities(path: string, conditions: readonly Condition[] = []): TrialProblem | null {
  return first(conditions, (condition, at) =>
    first(rangesOf(condition), ({ quantity }, choice) => {
      if (placeOf(quantity) >= 0) return null;
      const within = condition.anyOf === undefined ? '' : `.anyOf[${choice}]`;
      return problem('unknownQuantity', `${path}[${at}]${within}.quantity`, quantity);
    }),
  );
}

function treatment(path: string, name: string): TrialProblem | null {
  const known = DOSE_DEFINITIONS.some((dose) => dose.treatment === name);
  return known ? null : problem('unknownTreatment', `${path}.treatment`, name);
}

function first<T>(
  entries: readonly T[],
  check: (entry: T, at: number) => TrialProblem | null,
): TrialProblem | null {
  for (const [at, entry] of entries.entries()) {
    const found = check(entry, at);
    if (found) return found;
  }
  return null;
}

function problem(code: TrialProblem['code'], path: string, name: string): TrialProblem {
  return { code, path, values: { name } };
}
