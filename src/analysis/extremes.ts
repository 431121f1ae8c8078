/** Too much and too little treatment for each syndrome: a level must keep both far below its guideline. */
import { antiviralAtStorm, overDampening } from './baselines.ts';
import { guideline } from './guideline.ts';
import type { Observation, Policy } from './policy.ts';
import { dosesOf, order, oxygenOf, supportOf } from './support.ts';

/** Hour at which the half-hearted think of an antibiotic. */
const LATE_HOUR = 12;
/** mmHg below which they hang a bag of fluid. */
const LOW_MAP = 65;
/** log10 CFU/mL, significant growth. */
const GROWTH = 5;

/** The guideline's antibiotic and support, with twice its steroid and tocilizumab from the first hour to the last. */
const overSepsis: Policy = (observation) => [
  ...guideline(observation).filter(
    (command) => !('treatment' in command) || command.treatment !== 'hydrocortisone',
  ),
  order('hydrocortisone', 'high'),
  ...onceTocilizumab(observation),
];

/** An antibiotic half a day late; oxygen and fluid, and no norepinephrine. */
const underSepsis: Policy = (observation) => [
  ...(observation.hour === LATE_HOUR ? [order('antibiotic', 'course')] : []),
  ...oxygenAndFluid(observation),
];

/** Eighty milligrams of dexamethasone a day and tocilizumab from the first hour on; an antibiotic for what that lets in. */
const overCarT: Policy = (observation) => [
  ...supportOf(observation),
  order('dexamethasone', 'high'),
  ...onceTocilizumab(observation),
  ...(observation.value('bacterialLoad') >= GROWTH ? [order('antibiotic', 'course')] : []),
];

function onceTocilizumab(observation: Observation) {
  return dosesOf(observation, 'tocilizumab') === 0 ? [order('tocilizumab', 'single')] : [];
}

function oxygenAndFluid(observation: Observation) {
  return [...oxygenOf(observation), ...(observation.value('MAP') < LOW_MAP ? [order('fluids', 'bag')] : [])];
}

/** By trigger: too much. */
const OVER: Readonly<Record<string, Policy>> = {
  covid19: overDampening,
  sepsis: overSepsis,
  carT: overCarT,
};

/** By trigger: too little. */
const UNDER: Readonly<Record<string, Policy>> = {
  covid19: antiviralAtStorm,
  sepsis: underSepsis,
  carT: oxygenAndFluid,
};

/** Whoever drowns the storm, by the level's trigger; null where nobody has defined it. */
export function overTreatmentOf(trigger: string): Policy | null {
  return OVER[trigger] ?? null;
}

/** Whoever does too little or too late, by the level's trigger; null where nobody has defined it. */
export function underTreatmentOf(trigger: string): Policy | null {
  return UNDER[trigger] ?? null;
}
