import { TRIGGER_DEFINITIONS } from './definition/triggers.ts';
import {
  defaultInitialState,
  defaultParameters,
  P,
  type ParameterId,
  Q,
  SPECIES,
} from './generated/system.ts';

/** One patient of the model: parameters in the order of PARAMETERS, state in the order of SPECIES. */
export interface Patient {
  readonly parameters: Float64Array;
  readonly initial: Float64Array;
}

/** Ids of the triggers that the model knows. */
export const TRIGGERS: readonly string[] = TRIGGER_DEFINITIONS.map(({ id }) => id);

/** True if `id` is a parameter that a level or a command line may set. */
export function isParameter(id: string): id is ParameterId {
  return Object.hasOwn(P, id);
}

/** True if `id` is a species of the model. */
export function isSpecies(id: string): boolean {
  return (SPECIES as readonly string[]).includes(id);
}

/** A patient at the start of the illness. Throws on an unknown trigger, which a host must have checked. */
export function triggerSetup(trigger: string): Patient {
  const definition = TRIGGER_DEFINITIONS.find(({ id }) => id === trigger);
  if (!definition) throw new Error(`unknown trigger ${trigger}`);
  return withChanges({ parameters: defaultParameters(), initial: defaultInitialState() }, definition);
}

/** A copy of the patient with some parameters and initial values changed; ids must exist. */
export function withChanges(
  patient: Patient,
  changes: {
    readonly parameters?: Readonly<Record<string, number>>;
    readonly initial?: Readonly<Record<string, number>>;
  },
): Patient {
  const parameters = patient.parameters.slice();
  const initial = patient.initial.slice();
  for (const [id, value] of Object.entries(changes.parameters ?? {})) {
    if (!isParameter(id)) throw new Error(`unknown parameter ${id}`);
    parameters[P[id]] = value;
  }
  for (const [id, value] of Object.entries(changes.initial ?? {})) {
    if (!isSpecies(id)) throw new Error(`unknown species ${id}`);
    initial[Q[id as keyof typeof Q]] = value;
  }
  return { parameters, initial };
}
