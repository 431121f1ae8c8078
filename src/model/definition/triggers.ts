import type { TriggerDefinition } from './types.ts';

/** CAR-T: effector cells relative to 24 000 copies/µg of genomic DNA, antigen relative to the tumour at infusion. */
const CAR_T = { C: 2.56e-4, A: 1 };

/** What starts the inflammation: initial state and parameters only, never a branch in the equations. */
export const TRIGGER_DEFINITIONS: readonly TriggerDefinition[] = [
  { id: 'health', name: 'Health', parameters: {}, initial: {} },
  { id: 'covid19', name: 'COVID-19', parameters: {}, initial: { V: 400 } },
  {
    id: 'influenza',
    name: 'Influenza',
    parameters: { delta: 0.04, beta: 3e-11, kZp: 0.06, wF: 0.9, wI: 5, seed: 0.008 },
    initial: { V: 1200, Z: 0.03 },
  },
  { id: 'sepsis', name: 'Bacterial sepsis', parameters: { kpg: 0.55, wBl: 0.5 }, initial: { B: 0.8 } },
  {
    id: 'endotoxinSepsis',
    name: 'Gram-negative sepsis, endotoxin freed by the antibiotic',
    parameters: { kpg: 0.55, wBl: 0.5, lyse: 0.4 },
    initial: { B: 0.8 },
  },
  {
    id: 'pneumonia',
    name: 'Bacterial pneumonia',
    parameters: { kpg: 0.5, wBl: 3 },
    initial: { B: 0.5 },
  },
  { id: 'carT', name: 'CAR-T cell therapy', parameters: {}, initial: CAR_T },
  {
    id: 'tgn1412',
    name: 'TGN1412, a superagonist of CD28',
    parameters: { rho: 0, dC: 0.05, kA: 0.02, dA: 0.04, gA: 0, kCT: 325, kGC: 418 },
    initial: { C: 2, A: 1 },
  },
  { id: 'endotoxin', name: 'Endotoxin 2 ng/kg in a volunteer', parameters: {}, initial: { L: 2 } },
  {
    id: 'hlh',
    name: 'Haemophagocytic lymphohistiocytosis, macrophage activation syndrome',
    parameters: { rho: 0.03, dC: 0.004, Cmax: 0.6, kA: 0, gA: 0, kGC: 465, kJG: 12 },
    initial: { C: 0.01, A: 1 },
  },
  // Activated phagocytes, and the anti-inflammatory tone that the stress of an operation raises at once.
  {
    id: 'injury',
    name: 'Sterile injury, as of an operation',
    parameters: {},
    initial: { N: 0.23, CA: 0.4 },
  },
];
