import type { SpeciesDefinition } from './types.ts';

/** [id, name, unit, value in health, TeX]. The order is the order of the state vector. */
const ROWS: readonly (readonly [string, string, string, number, string])[] = [
  // Infection and immunity
  ['T', 'Target epithelium, healthy share', '1', 1, 'T'],
  ['I', 'Infected epithelium, share', '1', 0, 'I'],
  ['V', 'Virus', 'copies/mL', 0, 'V'],
  ['F', 'Type I interferon, relative', '1', 0, 'F'],
  ['Z', 'Cytotoxic T cell and antibody response', '1', 0, 'Z'],
  ['B', 'Bacteria', '1e6 CFU/mL', 0, 'B'],
  ['L', 'Endotoxin', 'ng/kg', 0, 'L'],
  ['C', 'Effector T or CAR-T cells, relative', '1', 0, 'C'],
  ['A', 'Antigen of effector T cells, relative', '1', 0, 'A'],
  ['G', 'Interferon-γ', 'pg/mL', 0, 'G'],
  ['J', 'Interleukin-1β', 'pg/mL', 0, 'J'],
  // Lung compartment, resolution
  ['Nl', 'Activated phagocytes of the lung', '1', 0, 'N_l'],
  ['K', 'Cytokine in the lung', 'pg/mL', 0, 'K'],
  ['X', 'Pro-resolving state', '1', 0, 'X'],
  // Systemic inflammation
  ['N', 'Activated phagocytes', '1', 0, 'N'],
  ['D', 'Tissue damage, danger signals', '1', 0, 'D'],
  ['CA', 'Slow anti-inflammatory tone', '1', 0.125, 'C_A'],
  ['mr', 'Resting monocytes, share of the pool', '1', 0.94, 'm_r'],
  ['ma', 'Activated monocytes, share of the pool', '1', 0, 'm_a'],
  ['TNF', 'Tumour necrosis factor α', 'pg/mL', 1, '\\mathrm{TNF}'],
  ['IL6', 'Interleukin-6', 'pg/mL', 1.53, '\\mathrm{IL6}'],
  ['IL10', 'Interleukin-10', 'pg/mL', 0.248, '\\mathrm{IL10}'],
  ['CS', 'Hepatic acute-phase signal', '1', 0.003, 'C_S'],
  ['CRP', 'C-reactive protein', 'mg/L', 2.3, '\\mathrm{CRP}'],
  ['Temp', 'Temperature', '°C', 36.7, '\\Theta'],
  // Organs
  ['E', 'Endothelial permeability', '1', 0, 'E'],
  ['Lu', 'Lung dysfunction', '1', 0, 'L_u'],
  ['He', 'Heart dysfunction', '1', 0, 'H_e'],
  ['Ki', 'Kidney dysfunction', '1', 0, 'K_i'],
  // Drugs
  ['tocC', 'Tocilizumab, central', 'mg', 0, 'A_t'],
  ['tocP', 'Tocilizumab, peripheral', 'mg', 0, 'A_{tp}'],
  ['dexC', 'Dexamethasone, central', 'mg', 0, 'A_d'],
  ['dexP', 'Dexamethasone, peripheral', 'mg', 0, 'A_{dp}'],
  ['gr', 'Glucocorticoid effect', '1', 0, 'g_r'],
  ['hcC', 'Hydrocortisone', 'mg', 0, 'A_h'],
  ['remC', 'Remdesivir', 'mg', 0, 'A_r'],
  ['av', 'Remdesivir triphosphate, in that of a dose', '1', 0, 'a_v'],
  ['nir', 'Nirmatrelvir, in doses', '1', 0, 'a_n'],
  ['merC', 'Meropenem', 'mg', 0, 'A_m'],
  ['ak', 'Anakinra, in doses', '1', 0, 'a_k'],
  ['bar', 'Baricitinib, in doses', '1', 0, 'a_b'],
  ['silC', 'Siltuximab, central', 'mg', 0, 'A_s'],
  ['silP', 'Siltuximab, peripheral', 'mg', 0, 'A_{sp}'],
  ['tnbC', 'Anti-TNF antibody, central', 'mg', 0, 'A_n'],
  ['tnbP', 'Anti-TNF antibody, peripheral', 'mg', 0, 'A_{np}'],
  // Laboratory values that lag behind the organs; nothing else depends on them
  ['ferritin', 'Ferritin', 'µg/L', 120, '\\mathrm{Fer}'],
  ['creatinine', 'Creatinine', 'µmol/L', 78, '\\mathrm{Cr}'],
  ['troponin', 'Troponin T, high sensitivity', 'ng/L', 6, '\\mathrm{Tn}'],
  ['platelets', 'Platelets', '1e9/L', 250, '\\mathrm{Plt}'],
  ['bilirubin', 'Bilirubin', 'µmol/L', 10, '\\mathrm{Bil}'],
  ['lactate', 'Lactate', 'mmol/L', 0.9, '\\mathrm{Lac}'],
  // Support: set from outside, constant between commands, except that fluid leaves the vessels
  ['Fl', 'Crystalloid still in the vessels', 'mL', 0, 'F_l'],
  ['ne', 'Norepinephrine rate', 'µg/kg/min', 0, 'n_e'],
  ['fio2', 'Inspired oxygen fraction', '1', 5 / 9, 'F_{iO_2}'],
  ['vent', 'Mechanical ventilation', '1', 0, 'v'],
  ['rrt', 'Renal replacement', '1', 0, 'r'],
];

/**
 * Species in the order of the state vector. The inspired oxygen fraction of 5/9 is the "usual care"
 * at which the cascade of the graded model (half effect at PaO2/FiO2 of 90 mmHg) is reproduced exactly.
 */
export const SPECIES_DEFINITIONS: readonly SpeciesDefinition[] = ROWS.map(
  ([id, name, unit, initial, tex]) => ({
    id,
    name,
    unit,
    initial,
    tex,
  }),
);
