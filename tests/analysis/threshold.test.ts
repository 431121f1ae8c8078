import { describe, expect, it } from 'vitest';
import { javascriptKernel } from '../../src/analysis/cohortKernel.ts';
import {
  branches,
  comesBack,
  DIALS,
  type Dial,
  findThreshold,
  SEVERITY,
  type Threshold,
} from '../../src/analysis/threshold.ts';

const TOLERANCE = 0.002;

describe.each(DIALS)('the threshold of $trigger by $id', (dial) => {
  const threshold = findThreshold(javascriptKernel, dial, TOLERANCE) as Threshold;

  it('lies on the dial, between two neighbours that part', () => {
    expect(threshold).not.toBeNull();
    const { back, lost } = threshold;
    expect(back).toBeGreaterThan(dial.back);
    expect(lost).toBeLessThan(dial.lost);
    expect(lost - back).toBeGreaterThan(0);
    expect(lost - back).toBeLessThanOrEqual(TOLERANCE * lost);
    expect(comesBack(javascriptKernel, dial, [back, lost])).toEqual([true, false]);
  });

  it('5 % below it the body comes back by day 28, 5 % above it does not', () => {
    const { back, lost } = threshold;
    expect(comesBack(javascriptKernel, dial, [0.95 * back, 1.05 * lost])).toEqual([true, false]);
  });
});

describe('the branches of COVID-19', () => {
  const dial = SEVERITY;
  const { back, lost } = findThreshold(javascriptKernel, dial, TOLERANCE) as Threshold;

  it('lie apart below the threshold: who is in a storm stays inflamed where who falls ill comes back', () => {
    for (const { fromHealth, fromStorm } of branches(javascriptKernel, dial, [0.8 * back, 0.9 * back])) {
      expect(fromHealth).toBeLessThan(50);
      expect(fromStorm).toBeGreaterThan(5 * fromHealth);
    }
  });

  it('come back from both far below it, and from neither above it', () => {
    const [mild, severe] = branches(javascriptKernel, dial, [0.1 * back, 1.1 * lost]);
    expect(mild!.fromStorm).toBeLessThan(100);
    expect(severe!.fromHealth).toBeGreaterThan(500);
    expect(severe!.fromStorm).toBeGreaterThan(500);
  });
});

it('who is in a storm falls ill with the illness of the dial, not with what the storm came from', () => {
  const dial: Dial = { ...SEVERITY, kind: 'initial', id: 'V', back: 0, lost: 1e6 };
  const [without, ill] = branches(javascriptKernel, dial, [0, 1e6]);
  expect(ill!.fromHealth).not.toBe(without!.fromHealth);
  expect(ill!.fromStorm).not.toBe(without!.fromStorm);
});

it('a dial without a threshold between its ends has none', () => {
  expect(findThreshold(javascriptKernel, { ...SEVERITY, lost: 3 }, TOLERANCE)).toBeNull();
});
