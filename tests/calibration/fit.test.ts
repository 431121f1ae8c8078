/** The committed model is the one that the calibration found, and what it was fitted to is met. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CALIBRATION_TOLERANCE,
  compareFit,
  compareMap,
  type Fit,
} from '../../scripts/calibration/compareFit.ts';
import free from '../../scripts/calibration/parameters.json' with { type: 'json' };
import { MODEL_HASH } from '../../src/model/version.ts';

interface Alternative {
  readonly parameters: Readonly<Record<string, number>>;
  readonly misfit: number;
  readonly leastMisfit: number;
}
interface Part {
  readonly parameters: Readonly<Record<string, number>>;
  readonly objective: number;
  readonly targets: readonly { readonly id: string; readonly standardErrors: number }[];
  readonly profiles: readonly { readonly id: string; readonly objective: number }[];
  readonly alternatives: readonly Alternative[];
}
const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../evidence/calibration/${name}`, import.meta.url), 'utf8'));
const fit = read('fit.json') as Fit & { readonly covid19: Part; readonly carT: Part };

it('every free parameter was found, and is committed to within the tolerance', () => {
  const compared = compareFit(fit);
  expect(compared.map(({ id }) => id).sort()).toEqual(
    [...free.covid19, ...free.carT].map(({ id }) => id).sort(),
  );
  for (const { id, distance } of compared) expect(distance, id).toBeLessThan(CALIBRATION_TOLERANCE);
});

it('the map to mortality is committed as it was found', () => {
  for (const { id, distance } of compareMap(fit)) expect(distance, id).toBeLessThan(CALIBRATION_TOLERANCE);
});

describe.each(['covid19', 'carT'] as const)('%s', (name) => {
  const part = fit[name];

  it('every target is met to within two standard errors', () => {
    for (const { id, standardErrors } of part.targets) expect(Math.abs(standardErrors), id).toBeLessThan(2);
  });

  it('no profile falls below the least that was found by more than the search stops at', () => {
    expect(new Set(part.profiles.map(({ id }) => id))).toEqual(new Set(Object.keys(part.parameters)));
    for (const { id, objective } of part.profiles)
      expect(objective, id).toBeGreaterThan(part.objective - 0.3);
  });

  it('ten other sets fit as well, and are other sets', () => {
    expect(part.alternatives).toHaveLength(10);
    for (const { parameters, misfit, leastMisfit } of part.alternatives) {
      expect(misfit - leastMisfit).toBeLessThanOrEqual(3);
      const apart = Object.entries(parameters).map(([id, value]) =>
        Math.abs(Math.log(value / (part.parameters[id] as number))),
      );
      expect(Math.max(...apart)).toBeGreaterThan(0.05);
    }
  });
});

it('the conclusions were tried on the model as it is', () => {
  expect(existsSync(new URL('../../evidence/calibration/robustness.json', import.meta.url))).toBe(true);
  expect(read('robustness.json')).toMatchObject({ hash: MODEL_HASH });
});
