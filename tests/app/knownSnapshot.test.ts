import { describe, expect, it } from 'vitest';
import { knownSnapshot } from '../../src/app/knownSnapshot.ts';
import { createGame } from '../../src/engine/createGame.ts';
import { snapshotOf } from '../../src/engine/snapshot.ts';
import { step } from '../../src/engine/step.ts';
import type { Command, Snapshot } from '../../src/engine/types.ts';
import { Q } from '../../src/model/generated/system.ts';
import { triggerSetup } from '../../src/model/triggers.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

/** The untreated clinician's game after `hours`, with tests ordered at `orderedHour`. */
function moment(hours: number, tests: readonly Command[] = [], orderedHour = 0): Snapshot {
  const level = QUIET_DOUBLING;
  const state = createGame(level, { seed: 3, mode: 'clinician' });
  for (let tick = 0; tick < hours * 20; tick += 1) step(state, level, tick === orderedHour * 20 ? tests : []);
  return snapshotOf(state, level);
}

describe('what a clinician may see', () => {
  it('is the moment itself for a student', () => {
    const now = moment(48);
    expect(knownSnapshot(now, 'student', 'covid19')).toBe(now);
  });

  it('shows no storm before IL-6 was measured, though the monitor is true', () => {
    const now = moment(48);
    const seen = knownSnapshot(now, 'clinician', 'covid19');
    expect(now.values[Q.IL6]).toBeGreaterThan(100);
    expect(seen.values[Q.IL6]).toBe(1.53);
    expect(seen.values[Q.stormIndex]).toBe(0);
    expect(seen.values[Q.SpO2]).toBe(now.values[Q.SpO2]);
    expect(seen.values[Q.MAP]).toBe(now.values[Q.MAP]);
  });

  it('shows the measured value, not the true one, an hour after a result', () => {
    const now = moment(48, [{ type: 'lab', test: 'IL6' }], 30);
    const result = now.labs.find(({ test }) => test === 'IL6')?.results.at(-1);
    const seen = knownSnapshot(now, 'clinician', 'covid19');
    expect(result).toBeDefined();
    expect(seen.values[Q.IL6]).toBe(result?.value);
    expect(seen.values[Q.IL6]).toBeLessThan((now.values[Q.IL6] ?? 0) / 2);
  });

  it('hides every quantity that no monitor shows: a changed hidden state changes nothing', () => {
    const now = moment(40);
    const changed = { ...now, values: now.values.slice() };
    for (const id of [
      'IL6',
      'TNF',
      'IL10',
      'K',
      'N',
      'Nl',
      'E',
      'Lu',
      'V',
      'B',
      'I',
      'T',
      'Z',
      'He',
      'Ki',
      'C',
      'A',
      'G',
      'J',
      'L',
    ] as const) {
      changed.values[Q[id]] = (changed.values[Q[id]] ?? 0) * 2 + 1;
    }
    const drawn = [
      'IL6',
      'TNF',
      'IL10',
      'stormIndex',
      'K',
      'N',
      'Nl',
      'E',
      'Lu',
      'I',
      'T',
      'Z',
      'viralLoad',
      'bacterialLoad',
      'C',
      'A',
      'G',
      'L',
      'heartFunction',
      'kidneyFunction',
    ] as const;
    const [one, other] = [
      knownSnapshot(now, 'clinician', 'covid19'),
      knownSnapshot(changed, 'clinician', 'covid19'),
    ];
    for (const id of drawn) expect(other.values[Q[id]]).toBe(one.values[Q[id]]);
  });

  it('gives the same object for the same moment, so that a frame computes nothing twice', () => {
    const now = moment(2);
    expect(knownSnapshot(now, 'clinician', 'covid19')).toBe(knownSnapshot(now, 'clinician', 'covid19'));
  });

  it('assumes what the diagnosis says: the germ that was found, the cells that were infused, the tumour of that day', () => {
    const seen = (trigger: string, id: keyof typeof Q): number =>
      knownSnapshot(moment(2), 'clinician', trigger).values[Q[id]] ?? Number.NaN;
    expect(seen('covid19', 'viralLoad')).toBe(6);
    expect(seen('covid19', 'bacterialLoad')).toBe(3);
    expect(seen('sepsis', 'bacterialLoad')).toBe(6);
    expect([seen('sepsis', 'viralLoad'), seen('sepsis', 'I'), seen('sepsis', 'T')]).toEqual([0, 0, 1]);
    expect(seen('carT', 'A')).toBe(1);
    expect(seen('carT', 'C')).toBe(triggerSetup('carT').initial[Q.C]);
    expect([seen('carT', 'viralLoad'), seen('carT', 'bacterialLoad'), seen('carT', 'G')]).toEqual([0, 3, 0]);
  });
});
