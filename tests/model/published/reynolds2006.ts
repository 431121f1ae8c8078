/** Reynolds 2006 as printed: pathogen, phagocytes, damage, anti-inflammatory tone. Arbitrary units, hours. */
export interface ReynoldsState {
  P: number;
  N: number;
  D: number;
  CA: number;
}

const square = (x: number): number => x * x;

/** Derivatives per hour; kpg is the growth rate of the pathogen. */
export function reynolds2006({ P, N, D, CA }: ReynoldsState, kpg: number): ReynoldsState {
  const g = (x: number): number => x / (1 + square(CA / 0.28));
  const R = g(0.01 * N + 0.1 * P + 0.02 * D);
  const x6 = g(N) ** 6;
  const feedback = g(N + 48 * D);
  return {
    P: kpg * P * (1 - P / 20) - (0.6 * 0.005 * P) / (0.002 + 0.01 * P) - 1.8 * g(N) * P,
    N: (0.08 * R) / (0.12 + R) - 0.05 * N,
    D: (0.35 * x6) / (0.06 ** 6 + x6) - 0.02 * D,
    CA: 0.0125 + (0.04 * feedback) / (1 + feedback) - 0.1 * CA,
  };
}
