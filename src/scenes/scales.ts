/** Between 0 and 1. */
export function share(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** Logarithm of a concentration; what is below a thousandth counts as a thousandth. */
export function log10(concentration: number): number {
  return Math.log10(Math.max(1e-3, concentration));
}

/** Decades above `unit`, starting softly at 0. */
export function logStep(value: number, unit: number): number {
  return Math.log10(1 + Math.max(0, value) / unit);
}

/** 0 for nothing, one half at `half`, towards 1. */
export function saturating(value: number, half: number): number {
  const amount = Math.max(0, value);
  return amount / (amount + half);
}

/** Share of drawn cells by the share of real ones: its root, so that one in a hundred is still five of fifty. */
export function tileShare(cells: number): number {
  return Math.sqrt(share(cells));
}
