/** TeX symbols of species, rules and parameters: derived from their ids, with a table for those that read badly so. */
import { SPECIES_DEFINITIONS } from '../../src/model/definition/species.ts';

const GREEK = new Set(['beta', 'delta', 'rho', 'sigma', 'tau', 'kappa', 'gamma']);

/** Ids whose first letter alone is no good symbol; the tail after the stem becomes the subscript. */
const STEMS: readonly (readonly [prefix: string, stem: string])[] = [
  ['MAP', '\\mathrm{MAP}'],
  ['PaO2', 'P_{\\mathrm{aO_2}}'],
  ['SpO2', 'S_{\\mathrm{pO_2}}'],
  ['Temp', '\\Theta'],
  ['seed', '\\mathrm{seed}'],
  ['lyse', '\\ell'],
  ['pool', 'M'],
  ['map', 'm'],
  ['gcs', '\\gamma'],
  ['crp', '\\mathrm{CRP}'],
  ['tau', '\\tau'],
  ['half', 'h'],
  ['loss', '\\lambda'],
  ['pot', '\\pi'],
  ['dose', '\\mathrm{dose}'],
  ['sev', '\\varsigma'],
  ['casc', '\\kappa'],
  ['HR', '\\mathrm{HR}'],
  ['RR', '\\mathrm{RR}'],
  ['PP', '\\mathrm{PP}'],
  ['CL', '\\mathrm{CL}'],
  ['SpO', 'S'],
  ['hr', '\\eta'],
  ['rr', '\\varrho'],
  ['pp', '\\pi'],
  ['pf', '\\phi'],
  ['uo', 'u'],
  ['sp', '\\psi'],
  ['mu', '\\mu'],
  ['fe', '\\varphi'],
  ['tn', '\\theta'],
  ['pl', '\\vartheta'],
  ['bi', '\\beta'],
  ['la', '\\lambda'],
  ['EC', '\\mathrm{EC}'],
  ['Cr', '\\mathrm{Cr}'],
  ['Fe', '\\mathrm{Fer}'],
  ['Tn', '\\mathrm{Tn}'],
  ['Pl', '\\mathrm{Plt}'],
  ['Bi', '\\mathrm{Bil}'],
  ['La', '\\mathrm{Lac}'],
];

/** Symbols that no rule gives. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  cs: '\\chi',
  anti: '\\alpha',
  occ: 'o',
  Fe: 'F_e',
  eab: 'k_b',
  neMAP: '\\Delta_n',
  flMAP: '\\Delta_f',
  grMAP: '\\Delta_g',
  PF0: '\\mathrm{PF}_0',
  crRrt: 'c_r',
  inf: '\\iota',
  act: '\\alpha_m',
  synth: '\\bar g_c',
  wall: '\\omega',
  kill: '\\bar z',
  killC: '\\bar z_C',
  jak: '\\bar\\jmath',
  shock: '\\chi_s',
  hypoxia: '\\chi_h',
  stroke: '\\bar s',
  M: 'M',
  pool: 'M_{\\max}',
  PF: '\\mathrm{PF}',
  MAP: '\\mathrm{MAP}',
  PaO2: 'P_{\\mathrm{aO_2}}',
  PaO2s: 'P_{50}',
  wPaO2: 'w_{\\mathrm{aO_2}}',
  SpO2: 'S_{\\mathrm{pO_2}}',
  SpO2n: 'S_{94}',
  HR: '\\mathrm{HR}',
  RR: '\\mathrm{RR}',
  SBP: '\\mathrm{SBP}',
  DBP: '\\mathrm{DBP}',
  GCS: '\\mathrm{GCS}',
  SOFA: '\\mathrm{SOFA}',
  seed: 's_B',
  lyse: '\\ell',
  casc: '\\kappa',
  virusLeft: '\\bar v',
  mgToUg: '\\nu',
  S6: 'S_6',
  ST: 'S_T',
  Cmax: 'C_{\\max}',
  Bmax: 'B_{\\max}',
  Emx: 'E_{\\max}',
  cinf: 'c_\\infty',
  urine: 'U',
  guard: '\\Gamma',
  steroidEffect: '\\varepsilon_g',
  antiviralEffect: '\\varepsilon_v',
  antibioticEffect: '\\varepsilon_b',
  heartFunction: '\\bar H_e',
  kidneyFunction: '\\bar K_i',
  viralLoad: 'v_{10}',
  bacterialLoad: 'b_{10}',
  stormIndex: '\\Sigma',
  sofaLungs: '\\mathrm{SOFA}_{\\mathrm{lungs}}',
  sofaBlood: '\\mathrm{SOFA}_{\\mathrm{blood}}',
  sofaLiver: '\\mathrm{SOFA}_{\\mathrm{liver}}',
  sofaHeart: '\\mathrm{SOFA}_{\\mathrm{heart}}',
  sofaBrain: '\\mathrm{SOFA}_{\\mathrm{brain}}',
  sofaKidneys: '\\mathrm{SOFA}_{\\mathrm{kidneys}}',
};

const SPECIES_TEX = new Map(SPECIES_DEFINITIONS.map(({ id, tex }) => [id, tex]));

/** A symbol with a subscript; words and numbers stand upright, one letter stands slanted. */
function withSubscript(stem: string, tail: string): string {
  if (tail === '') return stem;
  const subscript = tail.length === 1 ? tail : `\\mathrm{${tail}}`;
  // A stem that has a subscript already takes the tail into a second one beside it.
  return stem.includes('_') ? `${stem.slice(0, -1)},${tail}}` : `${stem}_{${subscript}}`;
}

/** TeX symbol of a species, rule or parameter. */
export function symbolOf(id: string): string {
  const known = SPECIES_TEX.get(id) ?? EXCEPTIONS[id];
  if (known !== undefined) return known;
  if (GREEK.has(id)) return `\\${id}`;
  const stem = STEMS.find(([prefix]) => id.startsWith(prefix));
  return stem ? withSubscript(stem[1], id.slice(stem[0].length)) : withSubscript(id.slice(0, 1), id.slice(1));
}
