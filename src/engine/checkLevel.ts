import { isQuantity } from '../model/quantities.ts';
import { isParameter, isSpecies, TRIGGERS } from '../model/triggers.ts';
import type { Level } from './types.ts';

/** A name in a level that the model does not have. */
export interface LevelProblem {
  readonly code: 'unknownTrigger' | 'unknownParameter' | 'unknownSpecies' | 'unknownQuantity';
  /** The field, such as `patient.parameters.wI`. */
  readonly path: string;
  readonly values: Readonly<Record<string, string>>;
}

/** Says which name of a level the model does not know, or null. The shape of the level has been checked before. */
export function checkLevel(level: Level): LevelProblem | null {
  if (!TRIGGERS.includes(level.trigger)) return problem('unknownTrigger', 'trigger', level.trigger);
  for (const name of Object.keys(level.patient.parameters)) {
    if (!isParameter(name)) return problem('unknownParameter', `patient.parameters.${name}`, name);
  }
  for (const name of Object.keys(level.patient.initial)) {
    if (!isSpecies(name)) return problem('unknownSpecies', `patient.initial.${name}`, name);
  }
  const lost = level.objectives.findIndex(({ quantity }) => !isQuantity(quantity));
  if (lost < 0) return null;
  return problem('unknownQuantity', `objectives[${lost}].quantity`, level.objectives[lost]?.quantity ?? '');
}

function problem(code: LevelProblem['code'], path: string, name: string): LevelProblem {
  return { code, path, values: { name } };
}
