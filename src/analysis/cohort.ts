/** Cohorts of untreated virtual patients: what was drawn of each and how the illness went, block by block. */
import { TICKS_PER_HOUR } from '../model/course.ts';
import { PARAMETER_DEFINITIONS } from '../model/definition/parameters.ts';
import type { Q } from '../model/generated/system.ts';
import { quantityInfo } from '../model/quantities.ts';
import type { CohortKernel } from './cohortKernel.ts';
import { MORTALITY } from './mortality.ts';
import { drawnValue, drawPatient, populationOf } from './population.ts';
import { plausible } from './populationPlausible.ts';
import type { Spread } from './populations.ts';
import { createReadings, hourOf, placeOf, type Readings, read } from './trialConditions.ts';
import type { Block } from './trialRun.ts';

/** Days for which a cohort is followed from its trigger. */
export const COHORT_DAYS = 28;

export interface Column {
  readonly id: string;
  readonly unit: string;
}

/**
 * Columns that are read from the course, in the order in which `watch` and `grade` fill them. berlin: ARDS at its worst,
 * none, mild, moderate, severe. crs: cytokine release, none, any, severe (grade 3 or more). ventilated: PaO2/FiO2 fell
 * below the cut for ventilation. recovered: no fever, low pressure or poor oxygenation on the last day.
 */
const COURSE_COLUMNS: readonly Column[] = [
  { id: 'peakIL6', unit: 'pg/mL' },
  { id: 'peakIL6Hour', unit: 'h' },
  { id: 'peakCRP', unit: 'mg/L' },
  { id: 'peakTemp', unit: '°C' },
  { id: 'lowestMAP', unit: 'mmHg' },
  { id: 'lowestPF', unit: 'mmHg' },
  { id: 'peakSOFA', unit: '1' },
  { id: 'berlin', unit: '0 to 3' },
  { id: 'crs', unit: '0 or 1 or 3' },
  { id: 'ventilated', unit: '0 or 1' },
  { id: 'recovered', unit: '0 or 1' },
];

/** Columns of a row: number of the draw, frailty, weight, what was drawn, what was read. */
export function columnsOf(trigger: string): Column[] {
  return [
    { id: 'id', unit: '1' },
    { id: 'frailty', unit: 'SD' },
    { id: 'weight', unit: 'kg' },
    ...populationOf(trigger).spreads.map((spread) => ({ id: spread.id, unit: unitOf(spread) })),
    ...COURSE_COLUMNS,
  ];
}

function unitOf({ of, id }: Spread): string {
  if (of === 'initial') return quantityInfo(id as keyof typeof Q).unit;
  return PARAMETER_DEFINITIONS.find((parameter) => parameter.id === id)?.unit ?? '1';
}

/** Plausible patients of a block of draws. Plain data: it may cross threads. */
export interface CohortBlock extends Block {
  /** A row for each, in rising order of the draw; numbers in the order of columnsOf. */
  readonly rows: readonly Float64Array[];
}

const PLACES = {
  IL6: placeOf('IL6'),
  CRP: placeOf('CRP'),
  Temp: placeOf('Temp'),
  MAP: placeOf('MAP'),
  PF: placeOf('PF'),
  SOFA: placeOf('SOFA'),
} as const;

/** Fever of cytokine release, °C, and the pressure and oxygenation, mmHg, of a severe one. */
const CRS = { fever: 38, MAP: 65, PF: 200 } as const;
const BERLIN = [300, 200, 100] as const;
const WELL = { Temp: 38, MAP: 70, PF: 300 } as const;

/**
 * Draws and follows a block untreated. The result depends on the trigger, the seed and the block, on nothing else.
 *
 * @throws InvariantError when a patient leaves the domain of the model
 */
export function runCohortBlock(
  trigger: string,
  seed: number,
  block: Block,
  kernel: CohortKernel,
): CohortBlock {
  const { from, to } = block;
  const { spreads } = populationOf(trigger);
  const drawn = Array.from({ length: to - from }, (_, at) => drawPatient(trigger, seed, from + at));
  const passed = plausible(trigger, drawn, kernel);
  const patients = drawn.filter((_, at) => passed[at]);
  const first = 3 + spreads.length;
  const rows = patients.map((patient) => {
    const row = new Float64Array(first + COURSE_COLUMNS.length);
    row.set([
      patient.index,
      patient.frailty,
      patient.weightKg,
      ...spreads.map((spread) => drawnValue(spread, patient)),
    ]);
    return row;
  });
  const readings = createReadings();
  kernel.run(patients, TICKS_PER_HOUR, (index, tick, y, p) => {
    const hour = hourOf(tick);
    const course = (rows[index] as Float64Array).subarray(first);
    read(readings, y, p, hour / 24);
    watch(course, readings, hour);
    if (hour < COHORT_DAYS * 24) return true;
    grade(course, readings);
    return false;
  });
  return { from, to, rows };
}

/** Keeps highest and lowest values, in the order of COURSE_COLUMNS. */
function watch(course: Float64Array, readings: Readings, hour: number): void {
  const now = (quantity: keyof typeof PLACES): number => readings[PLACES[quantity]] as number;
  const highest = (at: number, value: number): void => {
    course[at] = hour === 0 ? value : Math.max(course[at] as number, value);
  };
  const lowest = (at: number, value: number): void => {
    course[at] = hour === 0 ? value : Math.min(course[at] as number, value);
  };
  if (hour === 0 || now('IL6') > (course[0] as number)) course[1] = hour;
  highest(0, now('IL6'));
  highest(2, now('CRP'));
  highest(3, now('Temp'));
  lowest(4, now('MAP'));
  lowest(5, now('PF'));
  highest(6, now('SOFA'));
}

/** Fills the grades from what was watched and from the last hour. */
function grade(course: Float64Array, readings: Readings): void {
  const [, , , fever = 0, pressure = 0, oxygenation = 0] = course;
  const severe = pressure < CRS.MAP || oxygenation < CRS.PF;
  const well =
    (readings[PLACES.Temp] as number) < WELL.Temp &&
    (readings[PLACES.MAP] as number) >= WELL.MAP &&
    (readings[PLACES.PF] as number) >= WELL.PF;
  course[7] = BERLIN.filter((limit) => oxygenation < limit).length;
  course[8] = fever < CRS.fever ? 0 : severe ? 3 : 1;
  course[9] = oxygenation < MORTALITY.ventilatedBelowPF ? 1 : 0;
  course[10] = well ? 1 : 0;
}
