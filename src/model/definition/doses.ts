import type { DoseDefinition } from './types.ts';

/** How a dose enters the state. The antiviral and antibiotic effects are counted in usual doses. */
export const DOSE_DEFINITIONS: readonly DoseDefinition[] = [
  { treatment: 'antiviral', unit: 'mg', species: 'av', factor: 0.01 },
  { treatment: 'antibiotic', unit: 'g', species: 'ab', factor: 1 },
  { treatment: 'dexamethasone', unit: 'mg', species: 'dexC', factor: 1 },
  { treatment: 'tocilizumab', unit: 'mg', species: 'tocC', factor: 1 },
  { treatment: 'fluids', unit: 'mL', species: 'Fl', factor: 1 },
];
