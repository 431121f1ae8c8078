import { from } from './parameterRows.ts';
import type { ParameterDefinition } from './types.ts';

const ORGANS = from('model', 'model', [
  ['kE', 0.16, '1/h', 'Opening of the endothelium'],
  ['dE', 0.05, '1/h', 'Closing of the endothelium'],
  ['wET', 0.25, '1', 'Leak by TNF-α'],
  ['KET', 150, 'pg/mL', 'TNF-α at half of that'],
  ['wE6', 0.6, '1', 'Leak by IL-6'],
  ['K6E', 4000, 'pg/mL', 'IL-6 at half of that'],
  ['wEN', 0.8, '1', 'Leak by phagocytes'],
  ['KEN', 0.18, '1', 'Phagocytes at half of that'],
  ['wEG', 0.2, '1', 'Leak by IFN-γ'],
  ['wEB', 1.2, '1', 'Leak by bacteria, past what cytokines do'],
  ['KEB', 6, '1e6 CFU/mL', 'Bacteria at half of that'],
  ['mapE', 36, 'mmHg', 'Pressure lost to leak'],
  ['mapH', 22, 'mmHg', 'Pressure lost to heart dysfunction'],
  ['kHe', 0.008, '1/h', 'Heart injury by cytokines'],
  ['K6H', 1500, 'pg/mL', 'IL-6 at half of that'],
  ['kKi', 0.012, '1/h', 'Kidney injury by leak'],
  ['casc', 0.02, '1/h', 'Injury by failing organs'],
  ['cKi', 1.3, '1', 'That injury at the kidney'],
  ['dOrgan', 0.01, '1/h', 'Repair of heart and kidney'],
  ['MAP0', 90, 'mmHg', 'Mean arterial pressure in health'],
  ['MAPs', 61, 'mmHg', 'Pressure at quarter-maximal shock'],
  ['wMAP', 4, 'mmHg', 'Width of that threshold'],
  ['PF0', 450, 'mmHg', 'PaO2/FiO2 in health'],
  ['pfLu', 0.88, '1', 'Share of it lost with the whole lung'],
  ['PaO2s', 50, 'mmHg', 'Oxygen pressure at quarter-maximal hypoxia (PaO2/FiO2 of 90 at usual care)'],
  ['wPaO2', 20 / 3, 'mmHg', 'Width of that threshold (PaO2/FiO2 of 12 at usual care)'],
]);

/** Support buys time and costs something; sizes chosen here. */
const SUPPORT = from('model', 'model', [
  ['mapNe', 36, 'mmHg', 'Maximal pressure gained by norepinephrine'],
  ['KNe', 0.15, 'µg/kg/min', 'Norepinephrine at half of that'],
  ['lossNe', 0.5, '1', 'Share of it lost to leak'],
  ['kHeNe', 0.006, '1/h/(µg/kg/min)', 'Heart injury by norepinephrine'],
  ['mapFl', 24, 'mmHg', 'Maximal pressure gained by fluid'],
  ['KFl', 1500, 'mL', 'Fluid at half of that'],
  ['lossFl', 0.6, '1', 'Share of it lost to leak'],
  ['kFlOut', 0.08, '1/h', 'Fluid leaving sound vessels'],
  ['kFlE', 0.5, '1/h', 'Fluid leaving leaky vessels'],
  ['kFlLu', 1.2e-5, '1/h/mL', 'Lung water from fluid and leak'],
  ['kVili', 0.0004, '1/h', 'Lung injury by the ventilator'],
]);

const OXYGEN = from('severinghaus', 'published', [
  ['sevA', 23400, 'mmHg^3', 'Oxygen dissociation curve, numerator'],
  ['sevB', 150, 'mmHg^2', 'Oxygen dissociation curve, linear term'],
]);

const READOUTS = from('model', 'model', [
  ['HR0', 61, '1/min', 'Heart rate in health'],
  ['hrT', 14, '1/min/°C', 'Heart rate with fever'],
  ['hrMAP', 0.4, '1/min/mmHg', 'Heart rate with lost pressure'],
  ['hrO2', 45, '1/min', 'Heart rate with lost saturation'],
  ['KO2', 20, '%', 'Lost saturation at half of that'],
  ['SpO2n', 94, '%', 'Saturation below which the body answers'],
  ['RR0', 14, '1/min', 'Respiratory rate in health'],
  ['rrT', 1.6, '1/min/°C', 'Respiratory rate with fever'],
  ['rrPF', 16, '1/min', 'Respiratory rate with lost gas exchange'],
  ['rrO2', 16, '1/min', 'Respiratory rate with lost saturation'],
  ['PP0', 48, 'mmHg', 'Pulse pressure in health'],
  ['ppHe', 0.5, '1', 'Pulse pressure lost with heart dysfunction'],
  ['ppE', 0.35, '1', 'Pulse pressure lost with leak'],
  ['uo0', 1800, 'mL/d', 'Urine output in health'],
  ['gcsO2', 8, '1', 'Coma scale points lost to hypoxia'],
  ['gcsMAP', 5, '1', 'Coma scale points lost to shock'],
  ['gcsE', 3, '1', 'Coma scale points lost to leak'],
  ['kFe', 0.023, '1/h', 'Turnover of ferritin'],
  ['Fe0', 120, 'µg/L', 'Ferritin in health'],
  ['fe6', 2200, 'µg/L', 'Ferritin with IL-6'],
  ['KFe', 250, 'pg/mL', 'IL-6 at half of that'],
  ['feN', 4500, 'µg/L', 'Ferritin with phagocytes'],
  ['KFeN', 0.5, '1', 'Phagocytes at half of that'],
  ['feG', 12000, 'µg/L', 'Ferritin with IFN-γ'],
  ['kTn', 0.06, '1/h', 'Turnover of troponin'],
  ['Tn0', 6, 'ng/L', 'Troponin in health'],
  ['tnHe', 900, 'ng/L', 'Troponin with heart dysfunction'],
  ['kPl', 0.03, '1/h', 'Turnover of platelets'],
  ['Pl0', 250, '1e9/L', 'Platelets in health'],
  ['plE', 0.95, '1', 'Platelets lost with leak'],
  ['KPl', 0.55, '1', 'Leak at half of that'],
  ['kBi', 0.03, '1/h', 'Turnover of bilirubin'],
  ['Bi0', 10, 'µmol/L', 'Bilirubin in health'],
  ['biE', 90, 'µmol/L', 'Bilirubin with leak'],
  ['KBi', 0.65, '1', 'Leak at half of that'],
  ['biS', 80, 'µmol/L', 'Bilirubin with shock'],
  ['kLa', 0.3, '1/h', 'Turnover of lactate'],
  ['La0', 0.9, 'mmol/L', 'Lactate in health'],
  ['laS', 7, 'mmol/L', 'Lactate with shock'],
  ['laO', 4, 'mmol/L', 'Lactate with hypoxia'],
  ['laE', 2.5, 'mmol/L', 'Lactate with leak'],
  ['crRrt', 0.5, '1', 'Creatinine clearance by renal replacement, share of healthy kidneys'],
]);

const CREATININE = from('physiology', 'published', [
  ['kCr', 6 / 42, '1/h', 'Glomerular filtration over body water'],
  ['Cr0', 78, 'µmol/L', 'Creatinine in health'],
]);

export const ORGAN_PARAMETERS: readonly ParameterDefinition[] = [
  ...ORGANS,
  ...SUPPORT,
  ...OXYGEN,
  ...READOUTS,
  ...CREATININE,
];
