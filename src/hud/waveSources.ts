/** The four curves of the monitor as running sources. */
import { Q } from '../model/generated/system.ts';
import type { Source, SweepOptions } from './sweep.ts';
import {
  arterial,
  breath,
  breathDepth,
  ecg,
  ecgShapeOf,
  pleth,
  plethAmplitude,
  pulseAmplitude,
  toneOf,
  type WaveState,
} from './waveforms.ts';

export const WAVES = ['HR', 'MAP', 'SpO2', 'RR'] as const;
export type WaveId = (typeof WAVES)[number];

/** 25 mm/s paper is not a screen: 4 s a sweep shows single beats up to 180 a minute, 12 s shows several breaths. */
export const SWEEPS: Readonly<Record<WaveId, SweepOptions>> = {
  HR: { seconds: 4, low: -0.5, high: 1.25 },
  MAP: { seconds: 4, low: -0.05, high: 1.25 },
  SpO2: { seconds: 4, low: -0.05, high: 1.1 },
  RR: { seconds: 12, low: -0.05, high: 1.1 },
};

/** What the curves need of a snapshot's values. */
export function waveState(values: Float64Array): WaveState {
  const at = (index: number): number => values[index] ?? 0;
  return {
    heartRate: at(Q.HR),
    systolic: at(Q.SBP),
    diastolic: at(Q.DBP),
    map: at(Q.MAP),
    spO2: at(Q.SpO2),
    respiratoryRate: at(Q.RR),
    heartFunction: at(Q.heartFunction),
  };
}

/** A source whose rate follows the state that `read` gives: the phase runs on, so a change of rate makes no jump. */
export function waveSource(id: WaveId, read: () => WaveState): Source {
  let phase = 0;
  return (seconds) => {
    const state = read();
    const rate = id === 'RR' ? state.respiratoryRate : state.heartRate;
    phase = (phase + (seconds * rate) / 60) % 1;
    return heightOf(id, phase, state);
  };
}

function heightOf(id: WaveId, phase: number, state: WaveState): number {
  switch (id) {
    case 'HR':
      return ecg(phase, ecgShapeOf(state));
    case 'MAP':
      return pulseAmplitude(state) * arterial(phase, toneOf(state));
    case 'SpO2':
      return plethAmplitude(state) * pleth(phase);
    case 'RR':
      return breathDepth(state) * breath(phase);
  }
}
