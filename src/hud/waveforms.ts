/**
 * Shapes of the monitor's curves over one beat or breath. Each takes a phase
 * from 0 to 1 and gives a height; where 1 is a healthy full deflection.
 * The shapes are drawn, not measured: sums of bells placed where a textbook
 * trace has its waves. Rate and size come from the patient's state.
 */

/** A bell of height 1 at `centre`, with its own width on either side. */
function bell(phase: number, centre: number, before: number, after: number): number {
  const distance = (phase - centre) / (phase < centre ? before : after);
  return Math.exp(-0.5 * distance * distance);
}

/** What the state does to the electrocardiogram. */
export interface EcgShape {
  /** Size of all deflections, 1 in health; low in shock and tamponade-like states. */
  readonly amplitude: number;
  /** Shift of the ST segment as a share of the R wave; below 0 is depression. */
  readonly stShift: number;
  /** Beats a minute: the T wave does not shrink as much as the pause between beats does. */
  readonly rate: number;
}

/**
 * Electrocardiogram, lead II. At phase 0 the P wave begins; the R peak stands
 * at {@link R_PEAK} at 75 beats a minute.
 */
export function ecg(phase: number, shape: EcgShape): number {
  // QT shortens with the root of the interval (Bazett), so its share of a beat grows with the rate.
  const stretch = Math.min(1.35, Math.sqrt(Math.max(shape.rate, 30) / 75));
  const r = R_PEAK;
  const p = 0.11 * bell(phase, r - 0.17 * stretch, 0.026, 0.026);
  const qrs =
    -0.09 * bell(phase, r - 0.026, 0.009, 0.009) +
    bell(phase, r, 0.0105, 0.0105) -
    0.2 * bell(phase, r + 0.027, 0.01, 0.012);
  const tCentre = r + 0.25 * stretch;
  const t = 0.24 * (1 + Math.min(0, shape.stShift) * 2.4) * bell(phase, tCentre, 0.052, 0.034);
  const plateau = smooth(r + 0.035, r + 0.07, phase) * (1 - smooth(tCentre - 0.05, tCentre + 0.03, phase));
  return shape.amplitude * (p + qrs + t + shape.stShift * plateau);
}

/** Phase of the R peak in {@link ecg}. */
export const R_PEAK = 0.26;

function smooth(from: number, to: number, x: number): number {
  const share = Math.min(1, Math.max(0, (x - from) / (to - from)));
  return share * share * (3 - 2 * share);
}

/**
 * Arterial pressure over one beat: 0 at diastole, 1 at systole, with the
 * dicrotic notch. In vasodilated shock the notch sinks and the run-off steepens.
 *
 * @param tone vascular tone, 0 (shock) to 1 (health)
 */
export function arterial(phase: number, tone: number): number {
  const x = (phase - ARTERIAL_DELAY + 1) % 1;
  const upstroke = smooth(0, 0.13, x);
  const runOff = Math.exp(-Math.max(0, x - 0.13) * (2.1 + 1.5 * (1 - tone)));
  const notchAt = 0.4 + 0.04 * (1 - tone);
  const notch = -0.15 * (0.45 + 0.55 * tone) * bell(x, notchAt, 0.022, 0.028);
  const wave = 0.13 * (0.3 + 0.7 * tone) * bell(x, notchAt + 0.085, 0.036, 0.07);
  // The run-off meets the next beat at diastole, without a step.
  const floor = Math.exp(-0.87 * (2.1 + 1.5 * (1 - tone)));
  const body = upstroke * ((runOff - floor) / (1 - floor));
  return Math.max(0, body + notch * upstroke + wave);
}

/** The pulse reaches the radial artery this share of a beat after the P wave began. */
const ARTERIAL_DELAY = 0.36;

/** Finger plethysmogram: rounder than the pressure and a little later. 0 to 1. */
export function pleth(phase: number): number {
  const x = (phase - 0.46 + 1) % 1;
  const main = bell(x, 0.2, 0.085, 0.17) * smooth(0, 0.16, x);
  const second = 0.3 * bell(x, 0.52, 0.09, 0.14);
  return Math.min(1, main + second);
}

/** Chest movement over one breath: a quicker way in, a slower way out. 0 to 1. */
export function breath(phase: number): number {
  const inspiration = 0.4;
  const turn = phase < inspiration ? phase / inspiration : 1 + (phase - inspiration) / (1 - inspiration);
  return 0.5 - 0.5 * Math.cos(Math.PI * turn);
}

/** Everything the four curves need, taken from the state. */
export interface WaveState {
  readonly heartRate: number;
  readonly systolic: number;
  readonly diastolic: number;
  readonly map: number;
  readonly spO2: number;
  readonly respiratoryRate: number;
  /** Heart function, 0 to 1. */
  readonly heartFunction: number;
}

/** Share of vascular tone left, judged from MAP: 1 from 80 mmHg, 0 at 45 mmHg. */
export function toneOf(state: WaveState): number {
  return Math.min(1, Math.max(0, (state.map - 45) / 35));
}

/** Electrocardiogram of a state: ST depression with heart injury, low voltage in shock. */
export function ecgShapeOf(state: WaveState): EcgShape {
  const injury = 1 - Math.min(1, Math.max(0, state.heartFunction));
  return { amplitude: 0.55 + 0.45 * toneOf(state), stShift: -0.34 * injury, rate: state.heartRate };
}

/** Height of the pulse wave, 1 for a pulse pressure of 50 mmHg; at least a trace stays. */
export function pulseAmplitude(state: WaveState): number {
  return Math.min(1.3, Math.max(0.12, (state.systolic - state.diastolic) / 50));
}

/** Height of the plethysmogram: cold fingers in shock give little. */
export function plethAmplitude(state: WaveState): number {
  return Math.max(0.14, (0.35 + 0.65 * toneOf(state)) * Math.min(1, pulseAmplitude(state) + 0.15));
}

/** Depth of a breath: deeper as the rate climbs to 24, shallow beyond (tiring, stiff lungs). */
export function breathDepth(state: WaveState): number {
  const rate = state.respiratoryRate;
  if (rate <= 24) return 0.55 + 0.45 * Math.max(0, (rate - 12) / 12);
  return Math.max(0.4, 1 - (rate - 24) * 0.035);
}
