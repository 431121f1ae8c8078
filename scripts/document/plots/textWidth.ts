/** Widths of words without a canvas, from the shapes of a plain sans-serif: the same on every machine. */

const NARROW = /[ijlI.,:;'|!() ]/;
const WIDE = /[mwMW%—]/;
const CAPITAL = /[A-Z≥≤–−]/;

/** Width of text in pixels at a font size in pixels; the widest common fonts need an eighth more than the game's. */
export function textWidth(text: string, fontSize: number): number {
  let ems = 0;
  for (const letter of text) {
    if (NARROW.test(letter)) ems += 0.29;
    else if (WIDE.test(letter)) ems += 0.84;
    else if (CAPITAL.test(letter)) ems += 0.66;
    else ems += 0.54;
  }
  return 1.13 * ems * fontSize;
}
