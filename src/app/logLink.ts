/** A decision log as part of an address: JSON, deflated, base64url, after `#log=`. */
import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import type { DecisionLog } from '../engine/types.ts';

/** No log may be larger than this, packed or not: a game of 28 days takes a tenth of it. */
export const LOG_BYTES_LIMIT = 256 * 1024;

/** Characters of a link that are looked at all; the longest honest log needs far fewer. */
export const LINK_CHARACTERS_LIMIT = 128 * 1024;

/** Deflate grows its input 1032 times at most, so a slice can never hold more than about 0.5 MB. */
const SLICE_BYTES = 512;

const PREFIX = 'log=';

/** Why a link is not a log; each is the end of a key `app.link.…` in the catalogue. */
export type LinkProblem = 'empty' | 'tooLong' | 'letters' | 'packing' | 'tooLarge' | 'characters';

export type LinkReading =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: LinkProblem };

/** The fragment, without '#', that carries a log. */
export function logToFragment(log: DecisionLog): string {
  return textToFragment(PREFIX, JSON.stringify(log));
}

/** A text packed into letters that may stand in an address, after a prefix. */
export function textToFragment(prefix: string, text: string): string {
  return prefix + toBase64Url(deflateSync(strToU8(text), { level: 9 }));
}

/** True when an address's fragment (with or without '#') means to carry a log. */
export function carriesLog(fragment: string): boolean {
  return fragment.replace(/^#/, '').startsWith(PREFIX);
}

/**
 * The JSON text inside a fragment made by {@link logToFragment}. The text is
 * not looked at any further here; a hostile one costs at most 256 kB.
 */
export function fragmentToLogText(fragment: string): LinkReading {
  return fragmentToText(PREFIX, fragment, LOG_BYTES_LIMIT);
}

/** The text inside a fragment made by {@link textToFragment}, of at most `most` bytes. */
export function fragmentToText(prefix: string, fragment: string, most: number): LinkReading {
  const packed = fragment.replace(/^#/, '').slice(prefix.length);
  if (packed.length === 0) return { ok: false, problem: 'empty' };
  if (packed.length > LINK_CHARACTERS_LIMIT) return { ok: false, problem: 'tooLong' };
  const bytes = fromBase64Url(packed);
  if (bytes === null) return { ok: false, problem: 'letters' };
  return inflate(bytes, most);
}

function inflate(packed: Uint8Array, most: number): LinkReading {
  const parts: Uint8Array[] = [];
  let size = 0;
  let finished = false;
  const stream = new Inflate((part, final) => {
    size += part.length;
    if (size <= most) parts.push(part);
    finished ||= final;
  });
  try {
    for (let from = 0; from < packed.length; from += SLICE_BYTES) {
      const to = Math.min(from + SLICE_BYTES, packed.length);
      stream.push(packed.subarray(from, to), to === packed.length);
      if (size > most) return { ok: false, problem: 'tooLarge' };
    }
  } catch {
    return { ok: false, problem: 'packing' };
  }
  if (!finished || size === 0) return { ok: false, problem: 'packing' };
  return decode(parts, size);
}

function decode(parts: readonly Uint8Array[], size: number): LinkReading {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(whole) };
  } catch {
    return { ok: false, problem: 'characters' };
  }
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true)).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(letters: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]+$/.test(letters)) return null;
  try {
    return strToU8(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), true);
  } catch {
    return null;
  }
}
