/** Every log of a class in one zip, with its table. The same class gives the same bytes. */
import { strToU8, zipSync } from 'fflate';
import type { Level } from '../engine/types.ts';
import { classCsv, exportedName } from './csv.ts';
import { fileNameOf, LOGS_FOLDER, paddedTo } from './fileName.ts';
import type { ClassRow } from './types.ts';
import { t } from './words.ts';

/** `README.txt`, `class.csv` and `logs/01-plucky-lynx.json`, ... in the order of the rows. */
export function classZip(
  level: Level,
  rows: readonly ClassRow[],
  hideNames: boolean,
): Uint8Array<ArrayBuffer> {
  const logs = rows.map((row, index) => {
    const name = fileNameOf(exportedName(row, index, hideNames));
    const number = paddedTo(rows.length, index + 1);
    return [`${LOGS_FOLDER}${[number, name].filter(Boolean).join('-')}.json`, JSON.stringify(row.log)];
  });
  const files = [
    ['README.txt', `${t('class.export.readme')}\n`],
    ['class.csv', classCsv(level, rows, hideNames)],
    ...logs,
  ];
  const entries = files.map(([name, text]) => [name, strToU8(text ?? '')]);
  // The first moment that a zip can name, in local time as it is written there.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}
