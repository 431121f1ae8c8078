/** What the search found beside what the model has. */
import { MORTALITY } from '../../src/analysis/mortality.ts';
import { PARAMETER_DEFINITIONS } from '../../src/model/definition/parameters.ts';

/** A committed value this near to what was found is the same, as a share of it: values are committed with two or three figures. */
export const CALIBRATION_TOLERANCE = 0.05;

export interface Fit {
  readonly covid19: FitPart & {
    /** Of the map to mortality: its constant, the most that organs add, and what being ventilated at entry adds. */
    readonly others: { readonly map: readonly [number, number, number] };
  };
  readonly carT: FitPart;
}

interface FitPart {
  readonly parameters: Readonly<Record<string, number>>;
}

interface Comparison {
  readonly id: string;
  readonly found: number;
  readonly committed: number;
  /** Of the two, as a share of what was found. */
  readonly distance: number;
}

/** The committed value of a calibrated parameter of the model or of the map to mortality. */
function committedValue(id: string): number {
  if (id === 'organHalf') return MORTALITY.organ.half;
  return PARAMETER_DEFINITIONS.find((parameter) => parameter.id === id)?.value ?? Number.NaN;
}

function comparison(id: string, found: number, committed: number): Comparison {
  return { id, found, committed, distance: Math.abs(committed / found - 1) };
}

/** Every calibrated parameter, found and committed. */
export function compareFit({ covid19, carT }: Fit): Comparison[] {
  return [covid19, carT].flatMap(({ parameters }) =>
    Object.entries(parameters).map(([id, found]) => comparison(id, found, committedValue(id))),
  );
}

/** What the search solved for in the map to mortality, so that the control arms come out, found and committed. */
export function compareMap({ covid19 }: Fit): Comparison[] {
  const [intercept, organ, ventilated] = covid19.others.map;
  return [
    comparison('intercept', intercept, MORTALITY.intercept),
    comparison('organ', organ, MORTALITY.organ.most),
    comparison('ventilated', ventilated, MORTALITY.ventilated),
  ];
}
