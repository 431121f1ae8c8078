/** Rows of the evidence table on drugs and CAR-T cells, from single courses. */
import { log10 } from '../math/logarithm.ts';
import { P } from '../model/generated/system.ts';
import { triggerSetup, withChanges } from '../model/triggers.ts';
import { halfLifeOf } from './evidenceCourses.ts';
import { type EvidenceContext, type Measured, numbersOf } from './evidenceTypes.ts';
import { peakOf, recordCourse, type TimedDose, valueAt } from './recordCourse.ts';

const DAY = 24;
/** Tocilizumab 8 mg/kg for 75 kg. */
const TOCILIZUMAB_MG = 600;
const DEXAMETHASONE_MG = 6;

/** Natural logarithm of 2. */
// biome-ignore lint/suspicious/noApproximativeNumericConstant: the core may not use Math.LN2
const LN_2 = 0.6931471805599453;

/** Concentrations of tocilizumab and dexamethasone in a healthy body against those published. */
export function measureKinetics(context: EvidenceContext): Measured[] {
  const { parameters } = triggerSetup('health');
  return [
    concentrations(context, {
      item: 'toci-pk',
      hours: numbersOf(context, 'toci-pk', 't_d').map((day) => day * DAY),
      treatment: 'tocilizumab',
      dose: TOCILIZUMAB_MG,
      species: 'tocC',
      perAmount: 1 / (parameters[P.V1t] as number),
    }),
    concentrations(context, {
      item: 'dex-pk',
      hours: numbersOf(context, 'dex-pk', 't_h'),
      treatment: 'dexamethasone',
      dose: DEXAMETHASONE_MG,
      species: 'dexC',
      perAmount: (parameters[P.mgToUg] as number) / (parameters[P.Vcd] as number),
    }),
  ];
}

interface Dosing {
  readonly item: string;
  readonly hours: readonly number[];
  readonly treatment: string;
  readonly dose: number;
  readonly species: 'tocC' | 'dexC';
  /** Concentration per amount in the central compartment. */
  readonly perAmount: number;
}

/** The concentration that is furthest off, rounded as published, against published. */
function concentrations(context: EvidenceContext, dosing: Dosing): Measured {
  const { hours, species, item } = dosing;
  const dose = { hour: 0, treatment: dosing.treatment, amount: dosing.dose };
  const course = recordCourse(triggerSetup('health'), Math.max(...hours), [species], [dose]);
  const published = numbersOf(context, item, 'conc');
  const given = hours.map((hour) => valueAt(course, species, hour) * dosing.perAmount);
  const ratios = given.map((value, index) => {
    const target = published[index] as number;
    return roundedAs(value, target) / target;
  });
  const off = (ratio: number): number => Math.max(ratio, 1 / ratio);
  const worst = ratios.reduce((best, ratio) => (off(ratio) > off(best) ? ratio : best), 1);
  const values = {
    published: published.join(', '),
    model: given.map((value, index) => roundedAs(value, published[index] as number)).join(', '),
  };
  return { row: item, value: worst, note: { code: 'concentrations', values } };
}

/** A value with as many decimals as the published one has: none or one. */
function roundedAs(value: number, published: number): number {
  const steps = Number.isInteger(published) ? 1 : 10;
  return Math.floor(value * steps + 0.5) / steps;
}

/** Severities, as multiples of the typical one, of the inflamed patients who get tocilizumab, the middle one first. */
const SEVERITIES = [4, 2, 6] as const;
/** Day of illness of the dose. */
const DAY_OF_DOSE = 11;

/** Serum IL-6 and CRP after one dose of tocilizumab on day 11 of COVID-19. */
export function measureParadox(): Measured[] {
  const typical = triggerSetup('covid19');
  const hour = DAY_OF_DOSE * DAY;
  const found = SEVERITIES.map((severity) => {
    const wI = severity * (typical.parameters[P.wI] as number);
    const patient = withChanges(typical, { parameters: { wI } });
    const dose = { hour, treatment: 'tocilizumab', amount: TOCILIZUMAB_MG };
    const course = recordCourse(patient, hour + 3 * DAY, ['IL6', 'CRP'], [dose]);
    const baseline = patient.parameters[P.crp0] as number;
    return {
      il6: valueAt(course, 'IL6', hour + DAY) / valueAt(course, 'IL6', hour),
      crp: halfLifeOf(
        valueAt(course, 'CRP', hour + DAY) - baseline,
        valueAt(course, 'CRP', hour + 3 * DAY) - baseline,
        2 * DAY,
      ),
    };
  });
  const row = (id: 'il6' | 'crp'): Measured => {
    const all = found.map((entry) => entry[id]);
    return {
      row: `toci-paradox.${id}`,
      value: all[0] as number,
      low: Math.min(...all),
      high: Math.max(...all),
      note: { code: 'paradox', values: { day: DAY_OF_DOSE } },
    };
  };
  return [row('il6'), row('crp')];
}

/** Days of the first tocilizumab and the first steroid in the published patients (medians). */
const FIRST_TOCILIZUMAB_DAY = 5.7;
const FIRST_STEROID_DAY = 7.5;
/** For so long after the first dose expansion is compared. */
const COMPARED_DAYS = 1;

/** Dexamethasone 10 mg every 6 hours, the steroid of severe cytokine release. */
const STEROID: readonly TimedDose[] = Array.from({ length: 4 }, (_, index) => ({
  hour: FIRST_STEROID_DAY * DAY + 6 * index,
  treatment: 'dexamethasone',
  amount: 10,
}));

/** Expansion, peak and contraction of CAR-T cells, and whether treatment of the storm blunts them. */
export function measureCarT(): Measured[] {
  const patient = triggerSetup('carT');
  const course = recordCourse(patient, 35 * DAY, ['C']);
  const peak = peakOf(course, 'C');
  const dose = { hour: FIRST_TOCILIZUMAB_DAY * DAY, treatment: 'tocilizumab', amount: TOCILIZUMAB_MG };
  const growth = (day: number, doses: readonly TimedDose[]): number => {
    const until = (day + COMPARED_DAYS) * DAY;
    const treated = recordCourse(patient, until, ['C'], doses);
    return log10(valueAt(treated, 'C', until) / valueAt(treated, 'C', day * DAY));
  };
  const early = peak.hour + 7 * DAY;
  return [
    { row: 'cart-kinetics.fold', value: peak.value / valueAt(course, 'C', 0) },
    { row: 'cart-kinetics.peak', value: peak.hour / DAY },
    {
      row: 'cart-kinetics.contraction',
      value:
        (DAY * LN_2) /
        halfLifeOf(valueAt(course, 'C', early), valueAt(course, 'C', early + 7 * DAY), 7 * DAY),
    },
    {
      row: 'cart-kinetics.toci',
      value: growth(FIRST_TOCILIZUMAB_DAY, [dose]) / growth(FIRST_TOCILIZUMAB_DAY, []),
    },
    {
      row: 'cart-kinetics.steroid',
      value: growth(FIRST_STEROID_DAY, STEROID) / growth(FIRST_STEROID_DAY, []),
    },
  ];
}
