/**
 * How patients of one syndrome differ: medians are those of the trigger, each spread is that of a multiplier with median 1.
 * COVID-19's spreads are those with which the graded model was built; all others are chosen here, and so are all correlations.
 */

/** One thing that differs between patients. */
export interface Spread {
  /** A parameter, or a species whose initial value differs. */
  readonly of: 'parameter' | 'initial';
  readonly id: string;
  /** About the standard deviation of the logarithm. */
  readonly sd: number;
  /** Correlation with the immune vigour that the patient's responses share, -1 to 1. */
  readonly vigour?: number;
  /** Correlation with the patient's frailty, -1 to 1. */
  readonly frailty?: number;
  /** Largest value that makes sense. */
  readonly most?: number;
}

export interface Population {
  readonly trigger: string;
  /** Hours from the trigger to the first symptom, from which illness days are counted. */
  readonly symptomHours: number;
  /** Median body weight, kg; its spread is WEIGHT_SD. */
  readonly weightKg: number;
  /** Hours after infection between which the virus of a plausible patient peaks; none: there is no virus. */
  readonly virusPeaks?: readonly [number, number];
  readonly spreads: readonly Spread[];
}

/** About the coefficient of variation of body weight in adults of a hospital (chosen here). */
export const WEIGHT_SD = 0.18;

type Shared = Pick<Spread, 'vigour' | 'frailty' | 'most'>;
const parameter = (id: string, sd: number, shared: Shared = {}): Spread => ({
  of: 'parameter',
  id,
  sd,
  ...shared,
});
const initial = (id: string, sd: number, shared: Shared = {}): Spread => ({
  of: 'initial',
  id,
  sd,
  ...shared,
});

/**
 * The same organs are hurt more in the frail, who have less in reserve; 0.3 keeps nine tenths of each organ's
 * variance its own.
 */
const ORGANS: readonly Spread[] = [
  parameter('kLu', 0.2, { frailty: 0.3 }),
  parameter('kHe', 0.25, { frailty: 0.3 }),
  parameter('kKi', 0.25, { frailty: 0.3 }),
];

/** Arms of one immune system answer together: interferon, the adaptive response, and phagocytes to IL-6. */
const IMMUNITY: readonly Spread[] = [
  parameter('wF', 0.4, { vigour: 0.3, frailty: -0.2 }),
  parameter('kZp', 0.2, { vigour: 0.3, frailty: -0.2 }),
  parameter('kn6', 0.2, { vigour: 0.3 }),
  parameter('knd', 0.15, { vigour: 0.3 }),
  parameter('kX', 0.2),
];

/** How steroids act and how long the drugs stay: dexamethasone 16 % and tocilizumab 37 to 39 % are published. */
const DRUGS: readonly Spread[] = [
  parameter('Emx', 0.2, { most: 0.9 }),
  parameter('cgr', 0.3),
  parameter('CLd', 0.16),
  parameter('CLt', 0.37),
];

const VIRAL: readonly Spread[] = [
  parameter('wI', 0.75, { vigour: 0.1 }),
  parameter('pV', 0.25),
  initial('V', 0.5),
  parameter('seed', 0.7, { frailty: 0.2 }),
  parameter('kpg', 0.08),
  parameter('ksp', 0.2),
];

const BACTERIAL: readonly Spread[] = [
  initial('B', 0.5),
  parameter('seed', 0.7, { frailty: 0.2 }),
  parameter('kpg', 0.12),
  parameter('wBl', 0.3),
  parameter('ksp', 0.2),
  parameter('CLh', 0.25),
];

const T_CELLS: readonly Spread[] = [
  parameter('rho', 0.08),
  parameter('kGC', 0.8, { vigour: 0.1 }),
  parameter('kN6', 0.25, { vigour: 0.3 }),
];

/**
 * Who carries much tumour has the worst release (Hay et al. 2017, Blood 130:2295: marrow burden), keeps some of it, and is
 * frail by it: so the vigour of release and the return of antigen go with frailty. Sizes are chosen here.
 */
const CAR_T: readonly Spread[] = [
  parameter('rho', 0.08),
  parameter('kGC', 0.8, { frailty: 0.5 }),
  parameter('kN6', 0.25, { vigour: 0.3 }),
  initial('C', 0.3),
  parameter('kA', 0.4),
  parameter('gA', 0.8, { frailty: 0.5 }),
];

/** Volunteers are young and sound: monocytes answer differently, organs hardly. */
const VOLUNTEERS: readonly Spread[] = [
  parameter('smr', 0.15, { vigour: 0.3 }),
  parameter('ktnfm', 0.25, { vigour: 0.3 }),
  parameter('k6m', 0.3, { vigour: 0.3 }),
  parameter('k6tnf', 0.3, { vigour: 0.3 }),
  parameter('k10m', 0.3),
  parameter('tGain', 0.15),
  ...DRUGS,
];

const population = (
  trigger: string,
  symptomHours: number,
  weightKg: number,
  spreads: readonly Spread[],
  virusPeaks?: readonly [number, number],
): Population => ({ trigger, symptomHours, weightKg, spreads, ...(virusPeaks ? { virusPeaks } : {}) });

/** Day 3 to 9; day 5 in the SARS-CoV-2 challenge study (Killingley et al. 2022). */
const COVID_19_PEAKS = [72, 216] as const;
/** Day 1 to 5; day 2 in challenge studies of influenza (Carrat et al. 2008, Am J Epidemiol 167:775). */
const INFLUENZA_PEAKS = [24, 120] as const;

/**
 * The population of each trigger. Symptoms of COVID-19 begin 48 h after infection (42 h in the challenge study), those
 * of influenza at about the same; what is given into a vein counts from its hour.
 */
export const POPULATIONS: readonly Population[] = [
  population('health', 0, 75, VOLUNTEERS),
  population('endotoxin', 0, 75, [...VOLUNTEERS, initial('L', 0.1)]),
  population('covid19', 48, 85, [...VIRAL, ...IMMUNITY, ...ORGANS, ...DRUGS], COVID_19_PEAKS),
  population(
    'influenza',
    48,
    80,
    [...VIRAL, initial('Z', 0.5, { vigour: 0.3 }), ...IMMUNITY, ...ORGANS, ...DRUGS],
    INFLUENZA_PEAKS,
  ),
  population('sepsis', 0, 78, [...BACTERIAL, ...IMMUNITY, ...ORGANS, ...DRUGS]),
  population('endotoxinSepsis', 0, 78, [
    ...BACTERIAL,
    parameter('lyse', 0.5),
    ...IMMUNITY,
    ...ORGANS,
    ...DRUGS,
  ]),
  population('pneumonia', 0, 78, [...BACTERIAL, ...IMMUNITY, ...ORGANS, ...DRUGS]),
  population('carT', 0, 80, [...CAR_T, ...IMMUNITY, ...ORGANS, ...DRUGS]),
  population('tgn1412', 0, 75, [...T_CELLS, parameter('kCT', 0.3), ...VOLUNTEERS]),
  population('hlh', 0, 70, [
    ...T_CELLS,
    initial('C', 0.3),
    parameter('kJG', 0.3),
    ...IMMUNITY,
    ...ORGANS,
    ...DRUGS,
  ]),
  population('injury', 0, 78, [initial('N', 0.3), ...BACTERIAL.slice(1), ...IMMUNITY, ...ORGANS, ...DRUGS]),
];
