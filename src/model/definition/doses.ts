import type { DoseDefinition } from './types.ts';

/** How a dose enters the state. What is given by mouth or under the skin counts as taken up at once, in usual doses. */
export const DOSE_DEFINITIONS: readonly DoseDefinition[] = [
  { treatment: 'antiviral', unit: 'mg', species: 'remC', factor: 1 },
  { treatment: 'nirmatrelvir', unit: 'mg', species: 'nir', factor: 1 / 300 },
  { treatment: 'antibiotic', unit: 'g', species: 'merC', factor: 1000 },
  { treatment: 'dexamethasone', unit: 'mg', species: 'dexC', factor: 1 },
  { treatment: 'tocilizumab', unit: 'mg', species: 'tocC', factor: 1 },
  { treatment: 'hydrocortisone', unit: 'mg', species: 'hcC', factor: 1 },
  { treatment: 'siltuximab', unit: 'mg', species: 'silC', factor: 1 },
  { treatment: 'anakinra', unit: 'mg', species: 'ak', factor: 0.01 },
  { treatment: 'baricitinib', unit: 'mg', species: 'bar', factor: 0.25 },
  { treatment: 'tnfBlocker', unit: 'mg', species: 'tnbC', factor: 1 },
  { treatment: 'endotoxin', unit: 'ng/kg', species: 'L', factor: 1 },
  { treatment: 'fluids', unit: 'mL', species: 'Fl', factor: 1 },
];
