/** Names of people as they may stand in the name of a file, on every system. */

const LONGEST = 40;

/** Letters and digits of any script, joined by dashes: `Plucky Lynx` is `plucky-lynx`. '' when nothing is left. */
export function fileNameOf(name: string): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return [...plain]
    .slice(0, LONGEST)
    .join('')
    .replace(/^-+|-+$/g, '');
}

/** A number with leading zeros, as long as the largest of `count`. */
export function paddedTo(count: number, number: number): string {
  return String(number).padStart(String(count).length, '0');
}
