import { Resvg } from '@resvg/resvg-js';
import { MaxRectsPacker } from 'maxrects-packer/dist/maxrects-packer.mjs';
import type { ArtFile, FrameSource } from './sources.ts';

/** Straight (not premultiplied) RGBA. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

interface Sprite extends Pixels {
  readonly name: string;
  /** Where the trimmed pixels lie in the whole frame. */
  readonly left: number;
  readonly top: number;
  readonly fullWidth: number;
  readonly fullHeight: number;
}

const PADDING = 2;
const LARGEST = 4096;

/** Draws an SVG at its own size times `zoom`. */
export function rasterise(svg: string, zoom: number): Pixels {
  const image = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: zoom },
    font: { loadSystemFonts: false },
  }).render();
  const data = new Uint8ClampedArray(image.pixels);
  for (let i = 0; i < data.length; i += 4) {
    const alpha = data[i + 3] ?? 0;
    if (alpha === 0 || alpha === 255) continue;
    for (let channel = i; channel < i + 3; channel++)
      data[channel] = Math.round(((data[channel] ?? 0) * 255) / alpha);
  }
  return { width: image.width, height: image.height, data };
}

function frameSvg(frame: FrameSource, defs: string): string {
  const [x, y, width, height] = frame.box;
  const scale = frame.width / width;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${frame.width}" height="${height * scale}"><defs>${defs}</defs>${frame.markup}</svg>`;
}

/** Cuts the empty border. Throws on a drawing with nothing in it. */
function trim(name: string, { width, height, data }: Pixels): Sprite {
  let left = width;
  let top = height;
  let right = -1;
  let bottom = -1;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((data[(y * width + x) * 4 + 3] ?? 0) < 2) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  }
  if (right < 0) throw new Error(`${name} is empty`);
  const cut = { width: right - left + 1, height: bottom - top + 1 };
  const pixels = new Uint8ClampedArray(cut.width * cut.height * 4);
  for (let y = 0; y < cut.height; y++) {
    const from = ((y + top) * width + left) * 4;
    pixels.set(data.subarray(from, from + cut.width * 4), y * cut.width * 4);
  }
  return { name, ...cut, data: pixels, left, top, fullWidth: width, fullHeight: height };
}

/** Names of frames that appear twice would silently hide each other, so they are refused. */
function drawAll(art: readonly ArtFile[], zoom: number): Sprite[] {
  const seen = new Set<string>();
  return art.flatMap(({ file, defs, frames }) =>
    frames.map((frame) => {
      if (seen.has(frame.name)) throw new Error(`${file}: ${frame.name} is drawn twice`);
      seen.add(frame.name);
      return trim(frame.name, rasterise(frameSvg(frame, defs), zoom));
    }),
  );
}

function blit(target: Pixels, sprite: Sprite, x: number, y: number): void {
  for (let row = 0; row < sprite.height; row++) {
    target.data.set(
      sprite.data.subarray(row * sprite.width * 4, (row + 1) * sprite.width * 4),
      ((y + row) * target.width + x) * 4,
    );
  }
}

export interface Atlas {
  readonly pixels: Pixels;
  /** In the "JSON hash" form that Phaser reads. */
  readonly frames: Record<string, unknown>;
}

/** Draws every frame at `zoom` and packs them on one sheet. */
export function buildAtlas(art: readonly ArtFile[], zoom: number): Atlas {
  const sprites = drawAll(art, zoom).sort(
    (a, b) => b.height - a.height || b.width - a.width || (a.name < b.name ? -1 : 1),
  );
  const packer = new MaxRectsPacker(LARGEST, LARGEST, PADDING, {
    smart: true,
    pot: false,
    square: false,
    border: PADDING,
  });
  for (const sprite of sprites) packer.add(sprite.width, sprite.height, sprite);
  const bin = packer.bins[0];
  if (!bin || packer.bins.length > 1) throw new Error('the frames do not fit on one sheet');
  const pixels: Pixels = {
    width: bin.width,
    height: bin.height,
    data: new Uint8ClampedArray(bin.width * bin.height * 4),
  };
  const entries = bin.rects.map((rect): [string, unknown] => {
    const sprite = rect.data as Sprite;
    blit(pixels, sprite, rect.x, rect.y);
    return [
      sprite.name,
      {
        frame: { x: rect.x, y: rect.y, w: sprite.width, h: sprite.height },
        rotated: false,
        trimmed: true,
        spriteSourceSize: { x: sprite.left, y: sprite.top, w: sprite.width, h: sprite.height },
        sourceSize: { w: sprite.fullWidth, h: sprite.fullHeight },
      },
    ];
  });
  return { pixels, frames: Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) };
}
