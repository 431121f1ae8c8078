import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import encode, { init } from '@jsquash/webp/encode.js';
import type { Pixels } from './atlas.ts';

let ready: Promise<unknown> | undefined;

/** The encoder is WebAssembly: no native library, and the same bytes on every machine. */
function load(): Promise<unknown> {
  ready ??= (async () => {
    const binary = fileURLToPath(import.meta.resolve('@jsquash/webp/codec/enc/webp_enc_simd.wasm'));
    await init(await WebAssembly.compile(readFileSync(binary)));
  })();
  return ready;
}

/** Encodes with alpha. `quality` 0 to 100 is that of the colour; alpha keeps 64 levels: fewer show as steps in a glow. */
export async function encodeWebp(pixels: Pixels, quality: number): Promise<Uint8Array> {
  await load();
  const image = {
    width: pixels.width,
    height: pixels.height,
    data: pixels.data,
    colorSpace: 'srgb',
  } as ImageData;
  return new Uint8Array(await encode(image, { quality, method: 6, alpha_quality: 76, use_sharp_yuv: 1 }));
}
