import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ART_FOLDER = 'assets/art';

/** One drawing inside a source file: a `<g id data-box>` element. */
export interface FrameSource {
  readonly name: string;
  /** x, y, width and height in the drawing's own units; the origin of the figure is the middle of the box. */
  readonly box: readonly [number, number, number, number];
  /** Width at 1x in pixels. */
  readonly width: number;
  readonly markup: string;
}

export interface ArtFile {
  readonly file: string;
  readonly defs: string;
  readonly frames: readonly FrameSource[];
}

/** Names of all drawings, sorted, so that every machine reads them in one order. */
function svgNames(root: string): string[] {
  return readdirSync(join(root, ART_FOLDER))
    .filter((name) => name.endsWith('.svg'))
    .sort();
}

/** SHA-256 over names and bytes of every source: the stamp that tells a stale texture from a fresh one. */
export function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const name of svgNames(root)) {
    hash
      .update(name)
      .update('\0')
      .update(readFileSync(join(root, ART_FOLDER, name)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The `<g>` element that opens at `start`, whole. Throws when it is not closed. */
function elementAt(svg: string, start: number): string {
  const tag = /<g[\s>]|<\/g>/g;
  tag.lastIndex = start;
  let depth = 0;
  for (let match = tag.exec(svg); match; match = tag.exec(svg)) {
    depth += match[0] === '</g>' ? -1 : 1;
    if (depth === 0) return svg.slice(start, match.index + 4);
  }
  throw new Error(`an element at character ${start} is not closed`);
}

function parseFrames(file: string, svg: string): FrameSource[] {
  const frames: FrameSource[] = [];
  for (const match of svg.matchAll(/<g id="([^"]+)" data-box="([^"]+)"(?: data-width="([^"]+)")?>/g)) {
    const [, name = '', boxText = '', widthText] = match;
    const box = boxText.split(' ').map(Number);
    const [x, y, width, height] = box;
    if (x === undefined || y === undefined || !width || !height || box.some((n) => !Number.isFinite(n))) {
      throw new Error(`${file}: ${name} has no usable data-box`);
    }
    frames.push({
      name,
      box: [x, y, width, height],
      width: widthText ? Number(widthText) : width,
      markup: elementAt(svg, match.index),
    });
  }
  return frames;
}

/** Reads every source file. Stills (`still*.svg`) have no frames and are read by readStills. */
export function readArt(root: string): ArtFile[] {
  return svgNames(root)
    .filter((name) => !name.startsWith('still'))
    .map((file) => {
      const svg = readFileSync(join(root, ART_FOLDER, file), 'utf8');
      const defs = svg.slice(svg.indexOf('<defs>') + 6, svg.indexOf('</defs>'));
      return { file, defs, frames: parseFrames(file, svg) };
    });
}

/** Whole pictures that place frames with `<use href="#frame">`; the frames are put into their `<defs>`. */
export function readStills(root: string, art: readonly ArtFile[]): { name: string; svg: string }[] {
  return svgNames(root)
    .filter((name) => name.startsWith('still'))
    .map((file) => {
      const svg = readFileSync(join(root, ART_FOLDER, file), 'utf8');
      const used = new Set([...svg.matchAll(/href="#([^"]+)"/g)].map((match) => match[1]));
      const files = art.filter(({ frames }) => frames.some(({ name }) => used.has(name)));
      const library = files
        .map(
          ({ defs, frames }) =>
            defs +
            frames
              .filter(({ name }) => used.has(name))
              .map(({ markup }) => markup)
              .join(''),
        )
        .join('\n');
      return { name: file.replace(/\.svg$/, ''), svg: svg.replace('<defs>', `<defs>\n${library}`) };
    });
}
