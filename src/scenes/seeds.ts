/**
 * A number that belongs to a figure for ever: the same index and purpose give
 * the same number in every game and every replay, so nothing in the picture
 * jumps when the time is moved.
 *
 * @param index which figure
 * @param purpose which of its numbers
 * @returns 0 to below 1, evenly spread
 */
export function seeded(index: number, purpose: number): number {
  let bits = Math.imul(index + 1, 0x9e3779b1) ^ Math.imul(purpose + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 4294967296;
}

/** Rises smoothly from 0 at `low` to 1 at `high`. */
export function smoothStep(low: number, high: number, value: number): number {
  const part = Math.max(0, Math.min(1, (value - low) / (high - low)));
  return part * part * (3 - 2 * part);
}

/** Presence of figure `index` when `count` (a real number) are to be seen: 1, 0, or for a short while between. */
export function presence(count: number, index: number): number {
  return smoothStep(index + 0.3, index + 0.7, count);
}

/** The colour between two, 0xRRGGBB. */
export function mixColours(from: number, to: number, part: number): number {
  const red = (from >> 16) + ((to >> 16) - (from >> 16)) * part;
  const green = ((from >> 8) & 255) + (((to >> 8) & 255) - ((from >> 8) & 255)) * part;
  const blue = (from & 255) + ((to & 255) - (from & 255)) * part;
  return (red << 16) | (green << 8) | blue;
}
