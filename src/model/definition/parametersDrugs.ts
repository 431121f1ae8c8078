import { from } from './parameterRows.ts';
import type { ParameterDefinition } from './types.ts';

const DRUG_EFFECTS = from('model', 'model', [
  ['Emx', 0.614, '1', 'Maximal steroid effect on cytokine synthesis'],
  ['EL', 0.772, '1', 'Steroid effect on lung phagocytes'],
  ['cgr', 0.08, '1', 'Steroid effect as anti-inflammatory tone'],
  ['halfGc', 0.5, '1', 'Share of the steroid effect on monocytes and IFN-γ'],
  ['halfGz', 0.5, '1', 'Share of the steroid effect on antibodies'],
  ['gB', 0.87, '1', 'Steroid effect on local defence, with its square'],
  ['oB', 0.0538, '1', 'Tocilizumab effect on local defence'],
  ['gZ', 0.45, '1', 'Steroid effect on T cells'],
  ['g10', 3, '1', 'Steroid effect on IL-10'],
  ['fR', 0.74, '1', 'Share of IL-6 clearance by its receptor'],
  ['fL', 0.267, '1', 'Share of lung cytokine that acts through the IL-6 receptor'],
  ['kgr', 0.15, '1/h', 'Onset and offset of the genomic steroid effect'],
  ['ECd', 10, 'ng/mL', 'Dexamethasone at half effect'],
  ['Kav', 0.5, '1', 'Remdesivir triphosphate at half effect, in that of a dose of 100 mg'],
  ['Knir', 0.05, '1', 'Nirmatrelvir at half effect, in doses of 300 mg'],
  ['kab', 1.6, '1/h', 'Maximal kill by meropenem'],
  ['ECm', 20, 'µg/mL', 'Meropenem at half effect'],
  ['KIB', 20, '1e6 CFU/mL', 'Bacteria that halve it: the inoculum effect'],
  ['gC', 0.6, '1', 'Steroid effect on the kill by effector T cells, with its square'],
  ['mapGr', 10, 'mmHg', 'Pressure regained by steroid from leaky vessels'],
  ['Kds', 1, 'µg/mL', 'Siltuximab that binds half of IL-6'],
  ['cB6', 0.05, '1', 'Clearance of bound IL-6, share of that of free'],
  ['Kdn', 1, 'µg/mL', 'Anti-TNF antibody that binds half of TNF-α'],
  ['Emj', 0.5, '1', 'Maximal block of JAK-dependent signals by baricitinib'],
  ['Kbar', 0.5, '1', 'Baricitinib at half of that, in doses of 4 mg'],
  ['Kdt', 1, 'µg/mL', 'Tocilizumab at half occupancy'],
]);

const TOCILIZUMAB = from('frey', 'published', [
  ['CLt', 0.3 / 24, 'L/h', 'Tocilizumab clearance'],
  ['V1t', 3.5, 'L', 'Tocilizumab central volume'],
  ['Qt', 0.2 / 24, 'L/h', 'Tocilizumab exchange'],
  ['V2t', 2.9, 'L', 'Tocilizumab peripheral volume'],
  ['Vmt', 7.5 / 24, 'mg/h', 'Tocilizumab saturable elimination'],
  ['Kmt2', 2.7, 'µg/mL', 'Tocilizumab at half of that'],
]);

const DEXAMETHASONE = from('krzyzanski', 'published', [
  ['CLd', 9.29, 'L/h', 'Dexamethasone clearance'],
  ['Vcd', 51.3, 'L', 'Dexamethasone central volume'],
  ['Qd', 0.538, 'L/h', 'Dexamethasone exchange'],
  ['Vpd', 5.06, 'L', 'Dexamethasone peripheral volume'],
  ['mgToUg', 1000, 'µg/mg', 'Micrograms in a milligram'],
]);

/** One compartment; potency against dexamethasone by dose, 20 mg to 0.75 mg. */
const HYDROCORTISONE = from('derendorf', 'recalled', [
  ['CLh', 18, 'L/h', 'Hydrocortisone clearance'],
  ['Vh', 34, 'L', 'Hydrocortisone volume'],
  ['potH', 20 / 0.75, '1', 'Hydrocortisone that acts like one part of dexamethasone'],
]);

/**
 * The published compartments, 4.89 and 46.5 L, even out within minutes, which is under a tick: one of their sum. Cleared
 * unchanged at 18.1 L/h and into its metabolite at 16.9 L/h, which gives a half-life of an hour.
 */
const REMDESIVIR = from('remdesivir', 'published', [
  ['CLr', 35, 'L/h', 'Remdesivir clearance, metabolism included'],
  ['Vr', 51.4, 'L', 'Remdesivir volume'],
]);

/** The triphosphate in cells acts; one dose of 100 mg makes one unit of it in all. */
const TRIPHOSPHATE = [
  ...from('model', 'model', [['doseR', 100, 'mg', 'Remdesivir that makes one unit of triphosphate']]),
  ...from('triphosphate', 'recalled', [['kav', 0.029, '1/h', 'Decay of the triphosphate, half-life 24 h']]),
];

/** What is given by mouth or under the skin, in doses. */
const IN_DOSES = [
  ...from('nirmatrelvir', 'published', [
    ['knir', 0.1155, '1/h', 'Decay of nirmatrelvir with ritonavir, half-life 6 h'],
  ]),
  ...from('anakinra', 'published', [['kak', 0.14, '1/h', 'Decay of anakinra, half-life 5 h']]),
  ...from('baricitinib', 'recalled', [['kbar', 0.0578, '1/h', 'Decay of baricitinib, half-life 12 h']]),
];

/** Cleared by the kidney: 16.3 L/h in health, 4.1 L/h in renal failure. The volume gives a half-life of 1.1 h. */
const MEROPENEM = [
  ...from('meropenem', 'published', [
    ['CLm0', 4.1, 'L/h', 'Meropenem clearance without kidneys'],
    ['CLmK', 12.2, 'L/h', 'Meropenem clearance by sound kidneys'],
  ]),
  ...from('model', 'model', [['CLmR', 4, 'L/h', 'Meropenem clearance by renal replacement']]),
  ...from('meropenem', 'published', [['Vm', 25.9, 'L', 'Meropenem volume']]),
];

const SILTUXIMAB = from('siltuximab', 'published', [
  ['CLs', 0.214 / 24, 'L/h', 'Siltuximab clearance'],
  ['V1s', 3.66, 'L', 'Siltuximab central volume'],
  ['Qs', 0.624 / 24, 'L/h', 'Siltuximab exchange'],
  ['V2s', 3.13, 'L', 'Siltuximab peripheral volume'],
]);

/** An antibody against TNF-α, for trials of the past: infliximab. */
const ANTI_TNF = from('fasanmade', 'published', [
  ['CLn', 0.407 / 24, 'L/h', 'Infliximab clearance'],
  ['V1n', 3.29, 'L', 'Infliximab central volume'],
  ['Qn', 7.14 / 24, 'L/h', 'Infliximab exchange'],
  ['V2n', 4.13, 'L', 'Infliximab peripheral volume'],
]);

export const DRUG_PARAMETERS: readonly ParameterDefinition[] = [
  ...DRUG_EFFECTS,
  ...TOCILIZUMAB,
  ...DEXAMETHASONE,
  ...HYDROCORTISONE,
  ...REMDESIVIR,
  ...TRIPHOSPHATE,
  ...IN_DOSES,
  ...MEROPENEM,
  ...SILTUXIMAB,
  ...ANTI_TNF,
];
