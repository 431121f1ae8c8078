import { describe, expect, it } from 'vitest';
import {
  LEAST_STAKE,
  limitDecimals,
  pointsText,
  sumDecimals,
} from '../../../../src/hud/pages/debrief/accuracySum.ts';

/** What a reader's calculator gives for the sum as it is written. */
function computed(lost: number, counted: number, decimals: number): number {
  return 100 * (1 - Number(pointsText(lost, decimals)) / Number(pointsText(counted, decimals)));
}

describe('the explanation of the accuracy', () => {
  it('gives the decimals without which a calculator would say another number', () => {
    const [lost, atStake] = [0.1355, 1.6304];
    expect(Math.round(computed(lost, atStake, 0))).toBe(91);
    expect(pointsText(1 - lost / atStake)).toBe('92');
    expect(sumDecimals({ lost, atStake })).toBe(1);
    expect(Math.round(computed(lost, atStake, 1))).toBe(92);
  });

  it('writes whole points where they compute', () => {
    expect(sumDecimals({ lost: 0.5, atStake: 1 })).toBe(0);
    expect(sumDecimals({ lost: 0, atStake: 0 })).toBe(0);
  });

  it('computes for any game, also for one with less at stake than is counted', () => {
    for (let stake = 0.003; stake < 4; stake += 0.0417) {
      for (let share = 0; share < 1; share += 0.0131) {
        const [lost, counted] = [share * stake, Math.max(stake, LEAST_STAKE)];
        const decimals = sumDecimals({ lost, atStake: stake });
        const apart = computed(lost, counted, decimals) - Number(pointsText(1 - lost / counted));
        // What lies within a hundredth of an exact half may be rounded either way.
        expect(Math.abs(apart)).toBeLessThan(0.51);
      }
    }
  });

  it('and the limit is 100 less the loss that is written', () => {
    for (let worstLoss = 0; worstLoss <= 1; worstLoss += 0.005) {
      const decimals = limitDecimals({ worstLoss });
      const less = 100 - Number(pointsText(worstLoss, decimals));
      expect(pointsText(1 - worstLoss, decimals)).toBe(less.toFixed(decimals));
    }
  });
});
