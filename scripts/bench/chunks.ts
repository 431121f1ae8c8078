/** Sizes of what a browser loads, from the built game. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** One file of the built game. Sizes in kB (1000 bytes), `gzip` as sent by a server that packs. */
export interface Chunk {
  readonly file: string;
  readonly raw: number;
  readonly gzip: number;
}

const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;

/** Every file that the built game in `folder` can send, largest first; already packed copies left out. */
export function chunksOf(folder: string): Chunk[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile() && !/\.(gz|br|map)$/.test(file))
    .map((file) => {
      const content = readFileSync(join(folder, file));
      return {
        file,
        raw: kilobytes(content.length),
        gzip: kilobytes(gzipSync(content, { level: 9 }).length),
      };
    })
    .sort((a, b) => b.gzip - a.gzip);
}

/** Sum of the packed sizes of the named files, kB; throws on a name that the built game lacks. */
export function sumOf(chunks: readonly Chunk[], files: readonly string[]): number {
  const sizes = files.map((file) => {
    const chunk = chunks.find((candidate) => candidate.file === file);
    if (!chunk) throw new Error(`the built game has no ${file}`);
    return chunk.gzip;
  });
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) * 10) / 10;
}
