/**
 * The logs inside a zip that somebody dropped. It is read as a stream in small slices, so that one made to fill the
 * memory is found out before it has: what it says of its sizes is not believed.
 */
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';
import { LIMITS } from '../../schema/limits.ts';

/** What a zip of a class may be at most. */
export const ZIP_LIMITS = {
  bytes: 16 * 1024 * 1024,
  /** Files in it, logs or not. */
  entries: 600,
  /** Bytes of one log, and of all of them. */
  logBytes: LIMITS.logCharacters,
  allBytes: 64 * 1024 * 1024,
  /** Unpacked bytes for each packed one; a log has ten at most. */
  ratio: 200,
} as const;

/** Why a zip is not opened; each is the end of a key `class.files.zip.…`. */
export type ZipProblem = 'broken' | 'empty' | 'locked' | 'tooLarge' | 'tooMany' | 'bomb';

export type ZipReading =
  | { readonly ok: true; readonly logs: readonly { readonly path: string; readonly text: string }[] }
  | { readonly ok: false; readonly problem: ZipProblem };

/** Deflate grows its input 1032 times at most, so a slice can never hold more than about 0.5 MB. */
const SLICE_BYTES = 512;

/** The record at the end of a zip: its sign, its bytes without a comment, and with the longest. */
const END_SIGN = 0x06054b50;
const END_BYTES = 22;
const LONGEST_END = END_BYTES + 65_535;

/** True when a file begins as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/** The JSON files in a zip, in their order. Never throws. */
export function unzipLogs(bytes: Uint8Array): ZipReading {
  if (bytes.length > ZIP_LIMITS.bytes) return { ok: false, problem: 'tooLarge' };
  if (!isZip(bytes)) return { ok: false, problem: 'broken' };
  // The first bit of the flags of its first file.
  if (((bytes[6] ?? 0) & 1) === 1) return { ok: false, problem: 'locked' };
  const reading: Reading = { logs: [], entries: 0, bytes: 0, open: 0, problem: null };
  feed(bytes, reading);
  // Of one that was cut off, the first logs may be whole, and nobody would miss the others.
  if (reading.open > 0 || reading.entries !== statedEntries(bytes)) reading.problem ??= 'broken';
  if (reading.problem === null && reading.logs.length === 0) reading.problem = 'empty';
  return reading.problem === null
    ? { ok: true, logs: reading.logs }
    : { ok: false, problem: reading.problem };
}

/** How many files a zip says it holds, in the record at its end; -1 when it has none. */
function statedEntries(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = bytes.length - END_BYTES; at >= Math.max(0, bytes.length - LONGEST_END); at--)
    if (view.getUint32(at, true) === END_SIGN) return view.getUint16(at + 10, true);
  return -1;
}

interface Reading {
  readonly logs: { path: string; text: string }[];
  entries: number;
  bytes: number;
  /** Files whose end has not come. */
  open: number;
  problem: ZipProblem | null;
}

function feed(bytes: Uint8Array, reading: Reading): void {
  const stream = new Unzip((file) => takeFile(file, reading));
  stream.register(UnzipInflate);
  try {
    for (let from = 0; from < bytes.length && reading.problem === null; from += SLICE_BYTES) {
      const to = Math.min(from + SLICE_BYTES, bytes.length);
      stream.push(bytes.subarray(from, to), to === bytes.length);
      if (reading.bytes > ZIP_LIMITS.ratio * to + ZIP_LIMITS.logBytes) reading.problem ??= 'bomb';
    }
  } catch {
    reading.problem ??= 'broken';
  }
}

function takeFile(file: UnzipFile, reading: Reading): void {
  reading.entries += 1;
  if (reading.entries > ZIP_LIMITS.entries) reading.problem ??= 'tooMany';
  if (reading.problem !== null || !isLog(file.name)) return;
  const parts: Uint8Array[] = [];
  let size = 0;
  reading.open += 1;
  file.ondata = (error, part, isLast) => {
    if (error) reading.problem ??= 'broken';
    if (reading.problem !== null) return;
    size += part.length;
    reading.bytes += part.length;
    if (size > ZIP_LIMITS.logBytes || reading.bytes > ZIP_LIMITS.allBytes) reading.problem = 'bomb';
    else parts.push(part);
    if (!isLast) return;
    reading.open -= 1;
    reading.logs.push({ path: file.name, text: textOf(parts, size) });
  };
  file.start();
}

/** Folders of the system that packed it hold no logs. */
function isLog(path: string): boolean {
  return /\.json$/i.test(path) && !/(^|\/)(\.|__MACOSX\/)/.test(path);
}

/** Bytes that are no UTF-8 become signs that no JSON holds outside of a string, and the log is refused. */
function textOf(parts: readonly Uint8Array[], size: number): string {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return new TextDecoder().decode(whole);
}
