/**
 * When the bedside raises its voice. All limits in one table, each with its
 * source; they hold for adults.
 */
import type { LabId } from '../engine/types.ts';

/** How far a number is from where it should be. */
export type Level = 'normal' | 'caution' | 'alarm';
export type Direction = 'low' | 'high' | 'within';

/** Judgement of one number. */
export interface Judgement {
  readonly level: Level;
  readonly direction: Direction;
  /** The limit that was crossed, or NaN. */
  readonly limit: number;
}

interface Limits {
  /** At or below: alarm. */
  readonly alarmLow?: number;
  /** At or below: caution. */
  readonly cautionLow?: number;
  readonly cautionHigh?: number;
  /** At or above: alarm. */
  readonly alarmHigh?: number;
  readonly source: string;
}

export type VitalId = 'HR' | 'MAP' | 'SpO2' | 'RR' | 'Temp';

const NEWS2 = 'Royal College of Physicians. National Early Warning Score (NEWS) 2. London, 2017';

/**
 * Alarm where a single parameter scores 3 in NEWS2 (a red score), caution
 * where it scores 1 or 2. NEWS2 has no 3 for fever: 39.1 °C scores 2, so heat
 * alone never alarms. MAP is not part of NEWS2.
 */
export const VITAL_LIMITS: Readonly<Record<VitalId, Limits>> = {
  HR: { alarmLow: 40, cautionLow: 50, cautionHigh: 91, alarmHigh: 131, source: NEWS2 },
  MAP: {
    alarmLow: 64,
    cautionLow: 69,
    source:
      'Alarm below 65 mmHg: Evans et al., Surviving Sepsis Campaign 2021, Crit Care Med 49:e1063. Caution below 70 mmHg: Vincent et al. 1996 (SOFA), Intensive Care Med 22:707',
  },
  SpO2: { alarmLow: 91, cautionLow: 95, source: `${NEWS2}, scale 1` },
  RR: { alarmLow: 8, cautionLow: 11, cautionHigh: 21, alarmHigh: 25, source: NEWS2 },
  Temp: { alarmLow: 35, cautionLow: 36, cautionHigh: 38.1, source: NEWS2 },
};

/** Decimals at which a vital sign is shown, and so judged. */
export const VITAL_DECIMALS: Readonly<Record<VitalId, number>> = { HR: 0, MAP: 0, SpO2: 0, RR: 0, Temp: 1 };

function judge(value: number, limits: Limits): Judgement {
  const { alarmLow, cautionLow, cautionHigh, alarmHigh } = limits;
  if (alarmLow !== undefined && value <= alarmLow)
    return { level: 'alarm', direction: 'low', limit: alarmLow };
  if (alarmHigh !== undefined && value >= alarmHigh)
    return { level: 'alarm', direction: 'high', limit: alarmHigh };
  if (cautionLow !== undefined && value <= cautionLow)
    return { level: 'caution', direction: 'low', limit: cautionLow };
  if (cautionHigh !== undefined && value >= cautionHigh)
    return { level: 'caution', direction: 'high', limit: cautionHigh };
  return { level: 'normal', direction: 'within', limit: Number.NaN };
}

/** Judges a vital sign as it is shown, that is rounded: a row never alarms beside a number that looks harmless. */
export function judgeVital(id: VitalId, value: number): Judgement {
  return judge(Number(value.toFixed(VITAL_DECIMALS[id])), VITAL_LIMITS[id]);
}

/** Caution: outside the reference range of a healthy adult. Alarm: past a limit at which trials or guidelines act. */
export const LAB_LIMITS: Readonly<Record<LabId, Limits>> = {
  IL6: {
    cautionHigh: 7,
    alarmHigh: 70,
    source:
      'Above 70 pg/mL: Del Valle et al. 2020, Nat Med 26:1636. Reference below 7 pg/mL, which differs by assay',
  },
  TNF: {
    cautionHigh: 8.1,
    alarmHigh: 35,
    source:
      'From 35 pg/mL: Del Valle et al. 2020, Nat Med 26:1636. Reference to 8.1 pg/mL, which differs by assay',
  },
  G: { source: 'No agreed limit; judged by its course' },
  CRP: {
    cautionHigh: 10,
    alarmHigh: 75,
    source: 'From 75 mg/L: entry to tocilizumab in RECOVERY 2021, Lancet 397:1637',
  },
  ferritin: {
    cautionHigh: 300,
    alarmHigh: 2000,
    source:
      'Raised above 300 µg/L in men and 200 in women: EASL 2022, J Hepatol 77:479; the higher one serves both here. From 2000 µg/L: HScore, Fardet et al. 2014, Arthritis Rheumatol 66:2613',
  },
  lactate: {
    cautionHigh: 2.1,
    alarmHigh: 4,
    source:
      'Above 2 mmol/L: Sepsis-3, Singer et al. 2016, JAMA 315:801. From 4: hour-1 bundle, Levy et al. 2018, Intensive Care Med 44:925',
  },
  creatinine: {
    cautionHigh: 110,
    alarmHigh: 300,
    source:
      'SOFA 1 from 110 and SOFA 3 from 300 µmol/L, in both sexes: Vincent et al. 1996, Intensive Care Med 22:707',
  },
  troponin: {
    cautionHigh: 15,
    alarmHigh: 52,
    source:
      'hs-cTnT above 14 ng/L (99th centile of both sexes together), rule-in from 52 ng/L: ESC 2020 guideline, Eur Heart J 42:1289',
  },
  PF: {
    alarmLow: 200,
    cautionLow: 300,
    source: 'Mild ARDS to 300, moderate to 200 mmHg: Berlin definition 2012, JAMA 307:2526',
  },
  viralLoad: { source: 'No agreed limit; judged by its course' },
  C: { source: 'No agreed limit; judged by its course' },
  A: { source: 'No agreed limit; judged by its course' },
  bacterialLoad: {
    cautionHigh: 4,
    alarmHigh: 6,
    source: 'Lavage from 1e4 CFU/mL, aspirate from 1e6: ATS/IDSA 2005, Am J Respir Crit Care Med 171:388',
  },
};

/** Judges a laboratory value. */
export function judgeLab(id: LabId, value: number): Judgement {
  return judge(value, LAB_LIMITS[id]);
}
