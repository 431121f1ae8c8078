import { describe, expect, it } from 'vitest';
import { advanceSweep, createSweep, fillSweep, type Sweep } from '../../src/hud/sweep.ts';
import {
  arterial,
  breath,
  ecg,
  ecgShapeOf,
  pleth,
  plethAmplitude,
  pulseAmplitude,
  R_PEAK,
  type WaveState,
} from '../../src/hud/waveforms.ts';
import { SWEEPS, waveSource } from '../../src/hud/waveSources.ts';

const HEALTHY: WaveState = {
  heartRate: 75,
  systolic: 120,
  diastolic: 75,
  map: 90,
  spO2: 97,
  respiratoryRate: 15,
  heartFunction: 1,
};
const SHOCK: WaveState = {
  ...HEALTHY,
  heartRate: 140,
  systolic: 72,
  diastolic: 44,
  map: 53,
  spO2: 84,
  respiratoryRate: 34,
  heartFunction: 0.4,
};
const PHASES = Array.from({ length: 1000 }, (_, index) => index / 1000);

describe('electrocardiogram', () => {
  const shape = ecgShapeOf(HEALTHY);
  it('peaks at R and returns to the baseline at both ends of a beat', () => {
    const peak = PHASES.reduce((best, phase) => (ecg(phase, shape) > ecg(best, shape) ? phase : best), 0);
    expect(peak).toBeCloseTo(R_PEAK, 2);
    expect(Math.abs(ecg(0, shape))).toBeLessThan(0.02);
    expect(Math.abs(ecg(0.999, shape))).toBeLessThan(0.02);
  });
  it('has P before and T after the QRS', () => {
    expect(ecg(R_PEAK - 0.17, shape)).toBeGreaterThan(0.08);
    expect(ecg(R_PEAK + 0.25, shape)).toBeGreaterThan(0.15);
    expect(ecg(R_PEAK + 0.027, shape)).toBeLessThan(0);
  });
  it('shows ST depression with heart injury and low voltage in shock', () => {
    const hurt = ecgShapeOf({ ...HEALTHY, heartFunction: 0.4 });
    expect(ecg(R_PEAK + 0.1, hurt)).toBeLessThan(ecg(R_PEAK + 0.1, shape) - 0.1);
    expect(ecg(R_PEAK, ecgShapeOf(SHOCK))).toBeLessThan(0.8 * ecg(R_PEAK, shape));
  });
});

describe('pulse and breath', () => {
  it('have a dicrotic notch: a rise after the first fall', () => {
    const wave = PHASES.map((phase) => arterial(phase, 1));
    const top = wave.indexOf(Math.max(...wave));
    const after = Array.from({ length: 600 }, (_, index) => wave[(top + index) % 1000] ?? 0);
    const rises = after.slice(1).filter((value, index) => value > (after[index] ?? 0) + 1e-6);
    expect(rises.length).toBeGreaterThan(20);
  });
  it('are continuous where one beat meets the next', () => {
    for (const wave of [(x: number) => arterial(x, 1), (x: number) => arterial(x, 0), pleth, breath]) {
      const steps = PHASES.map((phase) => Math.abs(wave(phase) - wave((phase + 0.001) % 1)));
      expect(Math.max(...steps)).toBeLessThan(0.03);
    }
  });
  it('shrink with the pulse pressure and in shock', () => {
    expect(pulseAmplitude(HEALTHY)).toBeCloseTo(0.9, 5);
    expect(pulseAmplitude(SHOCK)).toBeLessThan(0.6);
    expect(plethAmplitude(SHOCK)).toBeLessThan(0.7 * plethAmplitude(HEALTHY));
  });
});

function sweepOf(columns: number): Sweep {
  const sweep = createSweep({} as HTMLCanvasElement, SWEEPS.HR);
  sweep.column = new Float32Array(columns);
  return sweep;
}

describe('the sweep', () => {
  it('shows as many R peaks a minute as the heart rate', () => {
    for (const state of [HEALTHY, SHOCK]) {
      const sweep = sweepOf(3000);
      fillSweep(
        sweep,
        waveSource('HR', () => state),
      );
      const peaks = sweep.column.filter(
        (value, index) =>
          value > 0.4 && value >= (sweep.column[index - 1] ?? 1) && value > (sweep.column[index + 1] ?? 0),
      );
      expect(Math.abs(peaks.length - (state.heartRate * SWEEPS.HR.seconds) / 60)).toBeLessThanOrEqual(1);
    }
  });
  it('keeps the height of the R wave on a narrow canvas', () => {
    const sweep = sweepOf(120);
    fillSweep(
      sweep,
      waveSource('HR', () => HEALTHY),
    );
    expect(Math.max(...sweep.column)).toBeGreaterThan(0.8);
  });
  it('writes only what the time that passed adds, and wraps', () => {
    const sweep = sweepOf(400);
    sweep.head = 390;
    advanceSweep(sweep, 0.2, () => 1);
    expect(sweep.head).toBeCloseTo(10, 5);
    expect([...sweep.column].filter((value) => value === 1)).toHaveLength(20);
    expect(sweep.column[389]).toBe(0);
    expect(sweep.column[10]).toBe(0);
    advanceSweep(sweep, 0, () => 2);
    expect(sweep.column[10]).toBe(0);
  });
});
