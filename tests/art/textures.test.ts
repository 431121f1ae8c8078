import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import decode, { init } from '@jsquash/webp/decode.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Atlas, buildAtlas } from '../../scripts/textures/atlas.ts';
import { hashSources, readArt } from '../../scripts/textures/sources.ts';
import { picturesOf } from '../../src/hud/pages/levelPicture.tsx';
import { loadLevels } from '../../src/levels/nodeLevels.ts';

const LEVELS = loadLevels();
const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
interface Sheet {
  readonly frames: Record<string, { frame: Rectangle; sourceSize: { w: number; h: number } }>;
  readonly meta: { size: { w: number; h: number }; scale: string; sources: string };
}

const sheet = (name: string): Sheet =>
  JSON.parse(readFileSync(`${ROOT}/assets/textures/${name}.json`, 'utf8'));
const bytes = (path: string): number => statSync(`${ROOT}/assets/${path}`).size;

class Picture {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}

beforeAll(async () => {
  // The decoder hands its pixels to the browser's ImageData, which Node lacks.
  Object.assign(globalThis, { ImageData: Picture });
  const binary = fileURLToPath(import.meta.resolve('@jsquash/webp/codec/dec/webp_dec.wasm'));
  await init(await WebAssembly.compile(readFileSync(binary)));
});

function opaquePixels(picture: Picture, { x, y, w, h }: Rectangle): number {
  let count = 0;
  for (let row = y; row < y + h; row++) {
    for (let column = x; column < x + w; column++) {
      if ((picture.data[(row * picture.width + column) * 4 + 3] ?? 0) > 16) count++;
    }
  }
  return count;
}

describe.each([
  ['atlas', 1],
  ['atlas@2x', 2],
])('%s', (name, scale) => {
  test('was drawn from the sources as they are', () => {
    expect(sheet(name).meta.sources, 'run `node scripts/textures.ts`').toBe(hashSources(ROOT));
  });

  test('holds every drawing at its size, and no other', () => {
    const { frames } = sheet(name);
    const drawn = readArt(ROOT).flatMap(({ frames: list }) => list);
    expect(Object.keys(frames).sort()).toEqual(drawn.map((frame) => frame.name).sort());
    for (const drawing of drawn) {
      const size = frames[drawing.name]?.sourceSize;
      const [, , width, height] = drawing.box;
      expect(size?.w, drawing.name).toBeCloseTo(drawing.width * scale, -1);
      expect(size?.h, drawing.name).toBeCloseTo(((height * drawing.width) / width) * scale, -1);
    }
  });

  test('has something to see in every frame, inside the picture', async () => {
    const file = readFileSync(`${ROOT}/assets/textures/${name}.webp`);
    const picture = (await decode(new Uint8Array(file).buffer)) as Picture;
    const { frames, meta } = sheet(name);
    expect([picture.width, picture.height]).toEqual([meta.size.w, meta.size.h]);
    for (const [id, { frame }] of Object.entries(frames)) {
      expect(frame.x + frame.w, id).toBeLessThanOrEqual(meta.size.w);
      expect(frame.y + frame.h, id).toBeLessThanOrEqual(meta.size.h);
      expect(opaquePixels(picture, frame), id).toBeGreaterThan(4 * scale * scale);
    }
  });
});

test('the build gives the same pixels and places twice', () => {
  const art = readArt(ROOT).filter(({ file }) => file === 'drugs.svg' || file === 'heart.svg');
  const first: Atlas = buildAtlas(art, 1);
  const second = buildAtlas(art, 1);
  expect(second.frames).toEqual(first.frames);
  expect(Buffer.from(second.pixels.data).equals(Buffer.from(first.pixels.data))).toBe(true);
});

test('a player loads little', () => {
  expect(bytes('textures/atlas.webp')).toBeLessThan(170_000);
  expect(bytes('textures/atlas@2x.webp')).toBeLessThan(390_000);
  expect(bytes('pictures/briefing.webp')).toBeLessThan(60_000);
  expect(bytes('pictures/quietDoubling.webp')).toBeLessThan(12_000);
});

test.each(LEVELS)(
  'the level $id has a window and a wide picture of its own, and both are small',
  ({ id }) => {
    const { window, wide } = picturesOf(id);
    expect(bytes(`pictures/${window}.webp`)).toBeLessThan(12_000);
    expect(bytes(`pictures/${wide}.webp`)).toBeLessThan(80_000);
    for (const other of LEVELS) {
      if (other.id === id) continue;
      expect(picturesOf(other.id).window).not.toBe(window);
      expect(picturesOf(other.id).wide).not.toBe(wide);
    }
  },
);
