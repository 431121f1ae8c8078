/**
 * Names made into UUIDs (RFC 9562, version 5: SHA-1 of a name space and a name), so that what is said twice of one game
 * carries one id. Written here because a page that came over plain http has no crypto.subtle.
 */

/** The UUID of a name within a name space, which is a UUID itself. */
export function uuidOf(name: string, space: string): string {
  const text = new TextEncoder().encode(name);
  const bytes = new Uint8Array(16 + text.length);
  space
    .replaceAll('-', '')
    .match(/../g)
    ?.forEach((pair, index) => {
      bytes[index] = Number.parseInt(pair, 16);
    });
  bytes.set(text, 16);
  const digits = [...sha1(bytes).slice(0, 16)].map((byte, index) => {
    if (index === 6) return (byte & 0x0f) | 0x50;
    return index === 8 ? (byte & 0x3f) | 0x80 : byte;
  });
  const hex = digits.map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const BLOCK = 64;
const FIRST = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0];

/** SHA-1 (FIPS 180-4): twenty bytes. Good for names; no protection against whoever wants two alike. */
export function sha1(bytes: Uint8Array): Uint8Array {
  const padded = new DataView(new ArrayBuffer(BLOCK * Math.ceil((bytes.length + 9) / BLOCK)));
  new Uint8Array(padded.buffer).set(bytes);
  padded.setUint8(bytes.length, 0x80);
  padded.setUint32(padded.byteLength - 8, Math.floor(bytes.length / 0x20000000));
  padded.setUint32(padded.byteLength - 4, bytes.length << 3);
  const state = Uint32Array.from(FIRST);
  for (let from = 0; from < padded.byteLength; from += BLOCK) addBlock(state, padded, from);
  const out = new DataView(new ArrayBuffer(20));
  for (const [index, word] of state.entries()) out.setUint32(4 * index, word);
  return new Uint8Array(out.buffer);
}

function addBlock(state: Uint32Array, block: DataView, from: number): void {
  const words = new Uint32Array(80);
  for (let i = 0; i < 16; i++) words[i] = block.getUint32(from + 4 * i);
  const word = (i: number): number => words[i] as number;
  for (let i = 16; i < 80; i++)
    words[i] = rotateLeft(word(i - 3) ^ word(i - 8) ^ word(i - 14) ^ word(i - 16), 1);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let i = 0; i < 80; i++) {
    const next = (rotateLeft(a, 5) + mixed(i, b, c, d) + e + word(i)) >>> 0;
    [e, d, c, b, a] = [d, c, rotateLeft(b, 30), a, next];
  }
  [a, b, c, d, e].forEach((value, index) => {
    state[index] = (state[index] as number) + value;
  });
}

/** Function and constant of a round. */
function mixed(round: number, b: number, c: number, d: number): number {
  if (round < 20) return ((b & c) | (~b & d)) + 0x5a827999;
  if (round < 40) return (b ^ c ^ d) + 0x6ed9eba1;
  if (round < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc;
  return (b ^ c ^ d) + 0xca62c1d6;
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
