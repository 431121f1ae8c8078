/**
 * Reads a QR code of versions 1 to 3 at level M, whose data stand in one block, as ISO/IEC 18004 says: written from the
 * standard and not from the generator, so that both would have to be wrong in the same way. Errors are not corrected.
 */

/** True where a module is dark; without the light modules around the code. */
export type Modules = readonly (readonly boolean[])[];

const MASKS: readonly ((row: number, column: number) => boolean)[] = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
];
const FORMAT_MASK = 0b101010000010010;
const LEVEL_M = 0b00;
const BYTES = 0b0100;

/** The text of a code in bytes. */
export function readQr(modules: Modules): string {
  const { level, mask } = formatOf(modules);
  if (level !== LEVEL_M) throw new Error(`level ${level}`);
  const bits = dataBits(modules, mask);
  const numberAt = (from: number, length: number): number =>
    bits.slice(from, from + length).reduce((value, bit) => value * 2 + Number(bit), 0);
  if (numberAt(0, 4) !== BYTES) throw new Error('not in bytes');
  const length = numberAt(4, 8);
  const bytes = Array.from({ length }, (_, index) => numberAt(12 + 8 * index, 8));
  return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
}

function formatOf(modules: Modules): { readonly level: number; readonly mask: number } {
  const places = [
    ...[0, 1, 2, 3, 4, 5, 7, 8].map((column) => [8, column] as const),
    ...[7, 5, 4, 3, 2, 1, 0].map((row) => [row, 8] as const),
  ];
  const read = places.reduce((value, [row, column]) => value * 2 + Number(modules[row]?.[column]), 0);
  const format = (read ^ FORMAT_MASK) >> 10;
  return { level: format >> 3, mask: format & 7 };
}

/** Two columns at a time from the right, up and down in turn; column 6 belongs to the timing pattern. */
function dataBits(modules: Modules, mask: number): readonly boolean[] {
  const size = modules.length;
  const bits: boolean[] = [];
  const isMasked = MASKS[mask];
  let isUp = true;
  for (let right = size - 1; right > 0; right -= right === 8 ? 3 : 2) {
    for (let step = 0; step < size; step++) {
      const row = isUp ? size - 1 - step : step;
      for (const column of [right, right - 1]) {
        if (isFunction(row, column, size)) continue;
        bits.push(modules[row]?.[column] !== isMasked?.(row, column));
      }
    }
    isUp = !isUp;
  }
  return bits;
}

/** Finders with their borders and the format beside them, timing, and the one alignment pattern of versions 2 and 3. */
function isFunction(row: number, column: number, size: number): boolean {
  const isFinder =
    (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9);
  const isAlignment = size > 21 && Math.abs(row - (size - 7)) <= 2 && Math.abs(column - (size - 7)) <= 2;
  return isFinder || isAlignment || row === 6 || column === 6;
}
