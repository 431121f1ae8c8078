import type { TriggerDefinition } from './types.ts';

/** What starts the inflammation: initial state and parameters only, never a branch in the equations. */
export const TRIGGER_DEFINITIONS: readonly TriggerDefinition[] = [
  { id: 'health', name: 'Health', parameters: {}, initial: {} },
  { id: 'covid19', name: 'COVID-19', parameters: {}, initial: { V: 400 } },
  { id: 'endotoxin', name: 'Endotoxin 2 ng/kg in a volunteer', parameters: {}, initial: { L: 2 } },
];
