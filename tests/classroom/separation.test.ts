import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Decided, separationOf } from '../../src/classroom/separation.ts';
import type { MapMark } from '../../src/classroom/types.ts';
import type { OutcomeKind, TreatmentId } from '../../src/engine/types.ts';
import { createRandom, nextUnit } from '../../src/math/random.ts';
import { makeNamedClass } from '../support/classLogs.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

type Given = readonly [treatment: TreatmentId, hour: number, regimen?: string];

const game = (outcome: OutcomeKind, given: readonly Given[], endHour = 300): Decided => ({
  outcome,
  endHour,
  marks: given
    .map(([treatment, hour, regimen = 'low']): MapMark => {
      return { hour, command: { type: 'order', treatment, regimen } };
    })
    .sort((a, b) => a.hour - b.hour),
});

const separated = (games: readonly Decided[]) => separationOf(QUIET_DOUBLING, games);
const hours = (from: number, count: number) => Array.from({ length: count }, (_, index) => from + index);

/** Everything else in this class is by chance. */
function madeClass(seed: number, count: number, decides: (hour: number) => boolean): Decided[] {
  const random = createRandom(seed, 'made class');
  const draw = (most: number): number => Math.floor(nextUnit(random) * most);
  return Array.from({ length: count }, () => {
    const hour = draw(96);
    const given: Given[] = [
      ['dexamethasone', hour, 'low'],
      ['tocilizumab', draw(96), 'single'],
    ];
    if (draw(2) === 0) given.push(['antiviral', draw(96), 'course']);
    return game(decides(hour) ? 'recovered' : 'organFailure', given);
  });
}

describe('the decision that separated a class', () => {
  it('is dexamethasone before hour 48 where that decides', () => {
    const games = madeClass(4, 30, (hour) => hour < 48);
    const won = games.filter(({ outcome }) => outcome === 'recovered').length;
    expect(separated(games)).toMatchObject({
      kind: 'before',
      treatment: 'dexamethasone',
      regimen: null,
      hour: 48,
      did: { won, of: won },
      didNot: { won: 0, of: games.length - won },
      isClear: true,
    });
  });

  it('is found although some recovered otherwise', () => {
    const random = createRandom(9, 'exceptions');
    const games = madeClass(5, 60, (hour) => hour < 48 !== nextUnit(random) < 0.1);
    const found = separated(games);
    expect(found).toMatchObject({ kind: 'before', treatment: 'dexamethasone', isClear: true });
    expect(found?.hour).toBeGreaterThan(36);
    expect(found?.hour).toBeLessThan(60);
  });

  it('is an antiviral that was given at all, and the simplest words are taken for it', () => {
    const games = [
      ...hours(3, 5).map((hour) => game('recovered', [['antiviral', hour]])),
      ...hours(3, 5).map(() => game('organFailure', [])),
    ];
    expect(separated(games)).toMatchObject({ kind: 'ever', treatment: 'antiviral', hour: null });
  });

  it('is what was never given, or given in its highest dose, where that did harm', () => {
    const harmed = [
      ...hours(3, 6).map((hour) => game('opportunisticInfection', [['tocilizumab', hour, 'single']])),
      ...hours(3, 6).map(() => game('recovered', [])),
    ];
    expect(separated(harmed)).toMatchObject({
      kind: 'never',
      treatment: 'tocilizumab',
      did: { won: 6, of: 6 },
      didNot: { won: 0, of: 6 },
    });
    const drowned = [
      ...hours(3, 6).map((hour) => game('opportunisticInfection', [['dexamethasone', hour, 'high']])),
      ...hours(3, 6).map((hour) => game('recovered', [['dexamethasone', hour, 'low']])),
    ];
    expect(separated(drowned)).toMatchObject({
      kind: 'highestDose',
      regimen: 'high',
      did: { won: 0, of: 6 },
      didNot: { won: 6, of: 6 },
    });
  });

  it('never blames what is given because a patient is bad', () => {
    const games = [
      ...hours(40, 6).map((hour) =>
        game('organFailure', [
          ['norepinephrine', hour],
          ['antibiotic', hour],
        ]),
      ),
      ...hours(3, 6).map(() => game('recovered', [])),
    ];
    expect(separated(games)).toBeNull();
  });

  it('never credits a drug with a life that had to last until it was given', () => {
    // Half of the class is dead on the second day; whoever lives gets the drug on the fifth.
    const games = [
      ...hours(100, 8).map((hour) => game('recovered', [['antiviral', hour]])),
      ...hours(30, 8).map((hour) => game('organFailure', [], hour)),
    ];
    expect(separated(games)).toBeNull();
  });

  it('is none in a small class, and where all ended alike', () => {
    const five = madeClass(4, 5, (hour) => hour < 48);
    expect(new Set(five.map(({ outcome }) => outcome)).size).toBe(2);
    expect(separated(five)).toBeNull();
    expect(separated(madeClass(4, 30, () => true))).toBeNull();
    expect(separated(madeClass(4, 30, () => false))).toBeNull();
    expect(separated([])).toBeNull();
  });

  it('is not clear in 95 of 100 classes in which nothing decides', () => {
    const classes = 200;
    const clear = hours(1, classes).filter((seed) => {
      const random = createRandom(seed, 'coin');
      return separated(madeClass(seed, 24, () => nextUnit(random) < 0.5))?.isClear === true;
    }).length;
    // 10 are expected, and 3 are the standard deviation. Taking the best of some hundred questions at its own p would give most of them.
    expect(clear).toBeLessThanOrEqual(19);
    expect(clear).toBeGreaterThanOrEqual(2);
  });

  it('is the same in whatever order the games come', () => {
    const order = fc.array(fc.nat(), { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 50 }), order, (seed, keys) => {
        const games = madeClass(seed, 20, (hour) => hour % 7 < 3 || hour < 30);
        const turned = games.map((one, index) => ({ one, key: keys[index] as number }));
        turned.sort((a, b) => a.key - b.key);
        expect(separated(turned.map(({ one }) => one))).toEqual(separated(games));
      }),
      { numRuns: 25 },
    );
  });

  it('counts every game once, on one of the two sides', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 6, max: 40 }), (seed, count) => {
        const games = madeClass(seed, count, (hour) => (hour + seed) % 3 > 0);
        const found = separated(games);
        if (found === null) return;
        const { did, didNot, p } = found;
        expect(did.of + didNot.of).toBe(count);
        expect(did.won + didNot.won).toBe(games.filter(({ outcome }) => outcome === 'recovered').length);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
      }),
      { numRuns: 40 },
    );
  });

  it('looks at real games as at made ones', () => {
    const games = makeNamedClass(QUIET_DOUBLING, 30, 7).map(({ log }) => ({
      outcome: log.outcome,
      endHour: log.endTick / 20,
      marks: log.commands.map(({ tick, command }) => ({ hour: tick / 20, command })),
    }));
    const found = separated(games);
    expect(found).toMatchObject({ kind: 'before', isClear: true });
    const { treatment, hour, did } = found as NonNullable<typeof found>;
    const doers = games.filter(({ marks }) =>
      marks.some(
        (mark) =>
          mark.command.type === 'order' && mark.command.treatment === treatment && mark.hour < (hour ?? 0),
      ),
    );
    expect(did).toEqual({
      won: doers.filter(({ outcome }) => outcome === 'recovered').length,
      of: doers.length,
    });
  });
});
