/** Names of people as they may stand in the name of a file, on every system, and back again. */
import { shown } from '../schema/problem.ts';
import { isKnownName, nameOf } from './names.ts';

const LONGEST = 40;

/** Where the logs lie in the zip of a class; names of files there begin with a number, so that no two are the same. */
export const LOGS_FOLDER = 'logs/';

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

/**
 * Whose game a file is: its name without folder and ending. Two words of the safe lists, as an export has them, are said
 * in the page's language again.
 */
export function nameOfLogFile(path: string): string {
  const bare = (path.split(/[\\/]/).at(-1) ?? '').replace(/\.(json|zip)$/i, '');
  const isExported = path.replaceAll('\\', '/').includes(LOGS_FOLDER);
  const name = isExported ? bare.replace(/^\d+-(?=.)/, '') : bare;
  return isKnownName(name) ? nameOf(name) : shown(name);
}
