/** How the calibrated parameters were found, how loosely each is determined, and what else would fit: as Markdown. */
import { existsSync, readFileSync } from 'node:fs';
import { MORTALITY } from '../../src/analysis/mortality.ts';
import { PARAMETER_DEFINITIONS } from '../../src/model/definition/parameters.ts';
import free from '../calibration/parameters.json' with { type: 'json' };
import { numberText, table } from './markdown.ts';

const FIT = new URL('../../evidence/calibration/fit.json', import.meta.url);
/** Rise of the objective up to which a value is not excluded: 95 % of chi squared with one degree of freedom. */
const NOT_EXCLUDED = 3.84;

interface Part {
  readonly parameters: Readonly<Record<string, number>>;
  readonly objective: number;
  readonly targets: readonly { readonly id: string; readonly standardErrors: number }[];
  readonly profiles: readonly { readonly id: string; readonly factor: number; readonly objective: number }[];
  readonly alternatives: readonly { readonly parameters: Readonly<Record<string, number>> }[];
}

interface Fit {
  readonly seed: number;
  readonly covid19: Part;
  readonly carT?: Part;
}

const three = (value: number): string => numberText(Number(value.toPrecision(3)));

function nameOf(id: string): { readonly name: string; readonly value: number } {
  if (id === 'organHalf')
    return { name: 'Map to mortality: days of failing organs at half effect', value: MORTALITY.organ.half };
  const found = PARAMETER_DEFINITIONS.find((parameter) => parameter.id === id);
  return { name: found?.name ?? id, value: found?.value ?? Number.NaN };
}

/** The factors of the fitted value, among those that were tried, between which the objective rises by less than 3.84. */
function looseness({ profiles, objective }: Part, id: string): string {
  const allowed = profiles
    .filter((point) => point.id === id && point.objective - objective < NOT_EXCLUDED)
    .map(({ factor }) => factor);
  const low = Math.min(1, ...allowed);
  const high = Math.max(1, ...allowed);
  return `${three(low)} to ${three(high)} times`;
}

function rowsOf(part: Part, starts: readonly { readonly id: string; readonly start: number }[]): string[][] {
  return starts.map(({ id, start }) => {
    const { name, value } = nameOf(id);
    const others = part.alternatives.map(({ parameters }) => parameters[id] as number);
    return [
      `\`${id}\``,
      name,
      three(start),
      three(part.parameters[id] as number),
      three(value),
      looseness(part, id),
      others.length === 0 ? '' : `${three(Math.min(...others))} to ${three(Math.max(...others))}`,
    ];
  });
}

/** Table of the calibrated parameters. */
export function calibration(): string {
  if (!existsSync(FIT)) return 'The calibration has not been run for this version.';
  const fit = JSON.parse(readFileSync(FIT, 'utf8')) as Fit;
  const parts = [rowsOf(fit.covid19, free.covid19), fit.carT ? rowsOf(fit.carT, free.carT) : []];
  return table(
    ['parameter', 'what it is', 'start', 'found', 'committed', 'not excluded', 'in ten other sets'],
    parts.flat(),
  );
}
