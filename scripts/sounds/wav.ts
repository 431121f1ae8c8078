import { SAMPLE_RATE, type Samples } from './waves.ts';

const HEADER_BYTES = 44;

/**
 * Samples as a mono 16-bit WAV file.
 *
 * @throws RangeError when a sample is not a number or lies beyond full scale
 */
export function encodeWav(samples: Samples): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + samples.length * 2);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode('RIFF\0\0\0\0WAVEfmt '));
  view.setUint32(4, bytes.length - 8, true);
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  bytes.set(new TextEncoder().encode('data'), 36);
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((value, index) => {
    if (!(Math.abs(value) <= 1)) throw new RangeError(`Sample ${index} is ${value}, beyond full scale.`);
    view.setInt16(HEADER_BYTES + index * 2, Math.round(value * 32767), true);
  });
  return bytes;
}
