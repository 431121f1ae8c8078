/** What a teacher drops or pastes, taken apart into games: files, logs inside zips, links anywhere in a text. */
import { nameOfLogFile } from '../../classroom/fileName.ts';
import { drawNames, nameOf } from '../../classroom/names.ts';
import { t } from '../../classroom/words.ts';
import { createHash, hashString } from '../../math/hash.ts';
import { createRandom, nextUnit } from '../../math/random.ts';
import { LIMITS } from '../../schema/limits.ts';
import { isZip, ZIP_LIMITS, type ZipReading } from './unzipLogs.ts';

/** A game that is to be verified, or why it is not. */
export type Source =
  | { readonly name: string; readonly kind: 'text' | 'link'; readonly text: string }
  | { readonly name: string; readonly kind: 'refused'; readonly reason: string };

/** Characters of a text that are looked through for links. */
const PASTED_CHARACTERS = 8 * 1024 * 1024;

/** Of so many names one is free: a class has taken a tenth of all at most. */
const DRAWN_NAMES = 16;

/** The games of a file. Never rejects. */
export async function sourcesOfFile(
  file: File,
  unzip: (bytes: Uint8Array) => Promise<ZipReading>,
): Promise<readonly Source[]> {
  const name = nameOfLogFile(file.name);
  const refused = (reason: string): readonly Source[] => [{ name, kind: 'refused', reason }];
  try {
    const start = new Uint8Array(await file.slice(0, 4).arrayBuffer());
    if (isZip(start)) {
      if (file.size > ZIP_LIMITS.bytes) return refused(t('class.files.zip.tooLarge'));
      const reading = await unzip(new Uint8Array(await file.arrayBuffer()));
      if (reading.ok)
        return reading.logs.map(({ path, text }) => ({ name: nameOfLogFile(path), kind: 'text', text }));
      return refused(t(`class.files.zip.${reading.problem}`, { most: ZIP_LIMITS.entries }));
    }
    if (file.size > LIMITS.treeCharacters)
      return refused(t('class.files.tooLarge', { most: LIMITS.logCharacters / 1024 }));
    return [{ name, kind: 'text', text: await file.text() }];
  } catch {
    // The file was moved or changed since it was chosen, or a worker failed at it.
    return refused(t('class.files.unreadable'));
  }
}

/** The games behind the links in a text; of the same link twice, one. */
export function sourcesOfText(text: string, taken: ReadonlySet<string>): readonly Source[] {
  const fragments = text.slice(0, PASTED_CHARACTERS).match(/\blog=[A-Za-z0-9_-]+/g) ?? [];
  const names = new Set(taken);
  return [...new Set(fragments)].map((fragment) => {
    const name = nameOfLink(fragment, names);
    names.add(name);
    return { name, kind: 'link', text: fragment };
  });
}

/** Two words for a link, the same ones whenever it is pasted, unless somebody else has them. */
function nameOfLink(fragment: string, taken: ReadonlySet<string>): string {
  const hash = createHash();
  hashString(hash, fragment);
  const random = createRandom(hash[0] ?? 0, 'name of a link');
  const next = (): number => nextUnit(random);
  const names = drawNames(next, new Set(), DRAWN_NAMES);
  return nameOf(names.find((slug) => !taken.has(nameOf(slug))) ?? '');
}
