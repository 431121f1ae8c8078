/** Packs the text files of a built folder once, so that the server need not do it for every visitor. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const TEXT_FILE = /\.(js|css|html|json|svg|txt|webmanifest)$/;
const SMALLEST_WORTH_PACKING = 1024;

async function compressFile(path) {
  const content = await readFile(path);
  if (content.length < SMALLEST_WORTH_PACKING) return;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  await Promise.all([
    promisify(gzip)(content, { level: 9 }).then((packed) => writeFile(`${path}.gz`, packed)),
    promisify(brotliCompress)(content, quality).then((packed) => writeFile(`${path}.br`, packed)),
  ]);
}

/** Writes a .gz and a .br beside every text file under `folder`. */
export async function compressFolder(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && TEXT_FILE.test(entry.name));
  await Promise.all(files.map((entry) => compressFile(`${entry.parentPath ?? entry.path}/${entry.name}`)));
}
