import { seeded } from './seeds.ts';

/** Edge of the noise texture; a power of two, so that it repeats. */
export const NOISE_SIZE = 256;

/** Smooth noise that repeats after `cells` lattice points, 0 to 1. */
function latticeNoise(x: number, y: number, cells: number, purpose: number): number {
  const column = Math.floor(x);
  const row = Math.floor(y);
  const value = (i: number, j: number): number =>
    seeded((((i % cells) + cells) % cells) + cells * (((j % cells) + cells) % cells), purpose);
  const fx = x - column;
  const fy = y - row;
  const sx = fx * fx * (3 - 2 * fx);
  const sy = fy * fy * (3 - 2 * fy);
  const top = value(column, row) + (value(column + 1, row) - value(column, row)) * sx;
  const bottom = value(column, row + 1) + (value(column + 1, row + 1) - value(column, row + 1)) * sx;
  return top + (bottom - top) * sy;
}

/** Sum of five octaves of noise at a place of the texture, 0 to 1. */
function cloudAt(x: number, y: number, firstCells: number, purpose: number): number {
  let sum = 0;
  let weight = 0.5;
  for (let octave = 0; octave < 4; octave += 1) {
    const cells = firstCells << octave;
    sum += weight * latticeNoise((x / NOISE_SIZE) * cells, (y / NOISE_SIZE) * cells, cells, purpose + octave);
    weight /= 2;
  }
  return sum / 0.9375;
}

/** Paints the noise of weather (red: broad, green: fine) on a canvas of {@link NOISE_SIZE}. */
export function paintNoise(context: CanvasRenderingContext2D): void {
  const picture = context.createImageData(NOISE_SIZE, NOISE_SIZE);
  for (let y = 0; y < NOISE_SIZE; y += 1) {
    for (let x = 0; x < NOISE_SIZE; x += 1) {
      const at = 4 * (y * NOISE_SIZE + x);
      picture.data[at] = 255 * cloudAt(x, y, 4, 31);
      picture.data[at + 1] = 255 * cloudAt(x, y, 12, 47);
      picture.data[at + 3] = 255;
    }
  }
  context.putImageData(picture, 0, 0);
}
