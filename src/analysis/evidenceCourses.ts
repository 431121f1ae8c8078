/** Rows of the evidence table that single courses give: volunteers, virus, CRP, health, the storm, ARDS. */
import { simulate } from '../engine/simulate.ts';
import { log10 } from '../math/logarithm.ts';
import { Q, type QuantityId } from '../model/generated/system.ts';
import { quantitiesOf } from '../model/quantities.ts';
import { type Patient, triggerSetup, withChanges } from '../model/triggers.ts';
import type { EvidenceContext, Measured } from './evidenceTypes.ts';
import { firstAbove, peakOf, recordCourse, valueAt } from './recordCourse.ts';

const LOG10_2 = 0.3010299956639812;
const DAY = 24;

/** Half-life in hours of what falls from `before` to `after` within `hours`. */
export function halfLifeOf(before: number, after: number, hours: number): number {
  return (hours * LOG10_2) / log10(before / after);
}

/** Endotoxin 2 ng/kg in a volunteer: peaks, their times, and the second lot's sampling hours. */
export function measureEndotoxin(): Measured[] {
  const volunteer = triggerSetup('endotoxin');
  const course = recordCourse(volunteer, DAY, ['TNF', 'IL6', 'IL10', 'Temp', 'HR']);
  const peaks = (['TNF', 'IL6', 'IL10'] as const).flatMap((id): Measured[] => {
    const { value, hour } = peakOf(course, id);
    const item = `lps-${id.toLowerCase()}`;
    return [
      { row: `${item}.peak`, value },
      { row: `${item}.time`, value: hour },
    ];
  });
  const rises = (
    [
      ['Temp', 'lps-temp'],
      ['HR', 'lps-hr'],
    ] as const
  ).flatMap(([id, item]): Measured[] => {
    const { value, hour } = peakOf(course, id);
    return [
      { row: `${item}.rise`, value: value - valueAt(course, id, 0) },
      { row: `${item}.time`, value: hour },
    ];
  });
  return [
    ...peaks,
    ...rises,
    { row: 'lps-copeland.tnf', value: valueAt(course, 'TNF', 2) },
    { row: 'lps-copeland.il6', value: valueAt(course, 'IL6', 2) },
    { row: 'lps-copeland.temp', value: valueAt(course, 'Temp', 4) - valueAt(course, 'Temp', 0) },
    { row: 'lps-copeland.il8', value: null, note: { code: 'noIl8', values: {} } },
  ];
}

/** IL-6 of a healthy body that is left alone for 28 days. */
export function measureHealth(): Measured[] {
  const course = recordCourse(triggerSetup('health'), 28 * DAY, ['IL6']);
  return [{ row: 'il6-normal', value: peakOf(course, 'IL6').value }];
}

/** Peak IL-6 of the storm level when nobody treats. */
export function measureStorm({ stormLevel }: EvidenceContext): Measured[] {
  let peak = 0;
  simulate(stormLevel, {
    seed: 1,
    mode: stormLevel.modes[0] ?? 'student',
    onTick: ({ y }) => {
      peak = Math.max(peak, y[Q.IL6] as number);
    },
  });
  return [{ row: 'il6-storm', value: peak }];
}

/** Upper limit of hospital laboratories for CRP, mg/L. */
const CRP_NORMAL = 5;

/** CRP after an acute injury; its clearance without inflammation; beside it the peak after an endotoxin pulse. */
export function measureCrp(): Measured[] {
  const injury = recordCourse(triggerSetup('injury'), 14 * DAY, ['CRP', 'IL6']);
  const peak = peakOf(injury, 'CRP');
  const pulse = peakOf(recordCourse(triggerSetup('endotoxin'), 4 * DAY, ['CRP']), 'CRP');
  const il6 = peakOf(injury, 'IL6');
  const values = {
    crp: peak.value,
    il6: il6.value,
    il6Hour: il6.hour,
    pulseHour: pulse.hour,
    fall: fallAfter(injury, 'CRP', peak.hour + DAY),
  };
  return [
    { row: 'crp.rise', value: firstAbove(injury, 'CRP', CRP_NORMAL), note: { code: 'injury', values } },
    { row: 'crp.peak', value: peak.hour, note: { code: 'injuryAndPulse', values } },
    {
      row: 'crp.half-life',
      value: clearanceOfCrp(),
      note: { code: 'crpClearance', values },
    },
  ];
}

/** Half-life over two days from an hour on. */
function fallAfter(course: ReturnType<typeof recordCourse>, id: QuantityId, hour: number): number {
  return halfLifeOf(valueAt(course, id, hour), valueAt(course, id, hour + 2 * DAY), 2 * DAY);
}

/** Half-life of CRP that was put into a healthy body, of the part above that body's own. */
function clearanceOfCrp(): number {
  const healthy = triggerSetup('health');
  const own = recordCourse(healthy, DAY, ['CRP']);
  const given = withChanges(healthy, { initial: { CRP: valueAt(own, 'CRP', 0) + 100 } });
  const course = recordCourse(given, DAY, ['CRP']);
  const excess = (hour: number): number => valueAt(course, 'CRP', hour) - valueAt(own, 'CRP', hour);
  return halfLifeOf(excess(0), excess(DAY), DAY);
}

/** Virus in the typical patient, who has no treatment. */
export function measureVirus(): Measured[] {
  const { hour, value } = peakOf(recordCourse(triggerSetup('covid19'), 21 * DAY, ['viralLoad']), 'viralLoad');
  return [
    { row: 'viral-peak.day', value: hour / DAY },
    { row: 'viral-peak.load', value },
  ];
}

/** The ratio of oxygen at which the lung SOFA, which the game shows, reaches the severities of Berlin. */
export function measureBerlin(): Measured[] {
  const healthy = triggerSetup('health');
  return [
    { row: 'berlin.mild', value: ratioAtSofa(healthy, 2) },
    { row: 'berlin.moderate', value: ratioAtSofa(healthy, 3) },
    { row: 'berlin.severe', value: ratioAtSofa(healthy, 4) },
  ];
}

const BISECTIONS = 40;

/** PaO2/FiO2 at the least lung dysfunction whose lung SOFA has the points; null when none has. */
function ratioAtSofa(patient: Patient, points: number): number | null {
  const at = (dysfunction: number): Float64Array =>
    quantitiesOf(withChanges(patient, { initial: { Lu: dysfunction } }).initial, patient.parameters);
  const reached = (dysfunction: number): boolean => (at(dysfunction)[Q.sofaLungs] as number) >= points;
  if (!reached(1)) return null;
  let [low, high] = [0, 1];
  for (let step = 0; step < BISECTIONS; step += 1) {
    const middle = (low + high) / 2;
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return at(high)[Q.PF] as number;
}
