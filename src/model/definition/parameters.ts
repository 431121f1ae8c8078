import { BODY_PARAMETERS } from './parametersBody.ts';
import { DRUG_PARAMETERS } from './parametersDrugs.ts';
import { ORGAN_PARAMETERS } from './parametersOrgans.ts';
import type { ParameterDefinition } from './types.ts';

/** Every parameter, in the order of the parameter vector. */
export const PARAMETER_DEFINITIONS: readonly ParameterDefinition[] = [
  ...BODY_PARAMETERS,
  ...DRUG_PARAMETERS,
  ...ORGAN_PARAMETERS,
];
