/** Treatment by the guidelines of each syndrome, from what a bedside and a laboratory show. */
import { carTGuideline } from './guidelineCarT.ts';
import { covid19Guideline } from './guidelineCovid19.ts';
import { sepsisGuideline } from './guidelineSepsis.ts';
import type { Policy } from './policy.ts';
import { supportOf } from './support.ts';

/** By trigger; where nobody wrote a guideline, support alone. */
const GUIDELINES: Readonly<Record<string, Policy>> = {
  covid19: covid19Guideline,
  sepsis: sepsisGuideline,
  endotoxinSepsis: sepsisGuideline,
  pneumonia: sepsisGuideline,
  carT: carTGuideline,
};

/** The guideline of the level's trigger. */
export const guideline: Policy = (observation) =>
  (GUIDELINES[observation.level.trigger] ?? supportOf)(observation);
