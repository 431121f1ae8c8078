import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLevel } from '../../src/engine/checkLevel.ts';
import { replayLog } from '../../src/engine/replay.ts';
import { parseDecisionLog } from '../../src/schema/decisionLog.ts';
import { parseLevel } from '../../src/schema/level.ts';
import { createText } from '../../src/text/catalogue.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const text = createText('en');
const BEST = readFileSync(
  new URL(`../../levels/logs/${QUIET_DOUBLING.id}.best.json`, import.meta.url),
  'utf8',
);

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

/** Every place of a JSON value that can be set to something else. */
function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])]);
}

/** A value of some JSON kind, or one that numbers and words go wrong with. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(-1, 0, 0.5, 1e9, 1e308, -0, '', '__proto__', '<script>', 'NaN', null, [], {}),
);

function mutate(source: string, at: number, value: unknown, remove: boolean): string {
  const copy = JSON.parse(source) as unknown;
  const places = placesOf(copy);
  const place = places[at % places.length];
  if (place !== undefined && remove) delete place.holder[place.key];
  else if (place !== undefined) place.holder[place.key] = value;
  return JSON.stringify(copy);
}

describe('one place of a file changed to anything', () => {
  it('leaves a log that is refused in words or plays to what it says; nothing throws', () => {
    fc.assert(
      fc.property(fc.nat(), anything, fc.boolean(), (at, value, remove) => {
        const parsed = parseDecisionLog(mutate(BEST, at, value, remove));
        if (!parsed.ok) {
          const { code, path, values } = parsed.problem;
          expect(text.tAny(`error.input.${code}`, { ...values, path })).not.toMatch(/\{\{|undefined/);
          return;
        }
        const replayed = replayLog(QUIET_DOUBLING, parsed.value);
        if (!replayed.ok) {
          expect(text.tAny(`error.replay.${replayed.code}`, replayed.values)).not.toMatch(/\{\{|undefined/);
          return;
        }
        // Only what the host declares may differ and still hold.
        const { pauses: _pauses, speeds: _speeds, ...proven } = parsed.value;
        const { pauses: _before, speeds: _then, ...original } = JSON.parse(BEST) as typeof parsed.value;
        expect(proven).toEqual(original);
      }),
      { numRuns: 400, seed: 23 },
    );
  });

  it('leaves a level that is refused in words or names only what the model has; nothing throws', () => {
    const source = JSON.stringify(QUIET_DOUBLING);
    fc.assert(
      fc.property(fc.nat(), anything, fc.boolean(), (at, value, remove) => {
        const parsed = parseLevel(mutate(source, at, value, remove));
        const problem = parsed.ok ? checkLevel(parsed.value) : parsed.problem;
        if (problem === null) return;
        const area = parsed.ok ? 'level' : 'input';
        expect(
          text.tAny(`error.${area}.${problem.code}`, { ...problem.values, path: problem.path }),
        ).not.toMatch(/\{\{|undefined/);
      }),
      { numRuns: 1000, seed: 24 },
    );
  });

  it('any text at all is refused, not thrown at anyone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (source) => {
        expect(parseDecisionLog(source).ok).toBe(false);
        expect(parseLevel(source).ok).toBe(false);
      }),
      { numRuns: 500, seed: 25 },
    );
  });
});
