/** The code of a room, or of a seat that moves, as somebody types or pastes it. */
import { CODE_ALPHABET } from '../../schema/classroom/limits.ts';

export interface TypedCode {
  /** Capitals without spaces or hyphens; whole when `problem` is null. */
  readonly code: string;
  readonly problem: 'empty' | 'sign' | 'short' | 'long' | null;
  /** The signs that no code has, each once: for 'sign'. */
  readonly wrong: readonly string[];
}

/** Spaces of any kind, and what stands for a hyphen. */
const BETWEEN = /[\s\u200b\u2010-\u2015\u2212_.-]+/g;

/**
 * Reads a code of `length` signs in any case; spaces and hyphens do not matter. Of an address that was pasted whole,
 * the last part counts.
 */
export function readTypedCode(text: string, length: number): TypedCode {
  const last = text.trim().split('/').filter(Boolean).at(-1) ?? '';
  const code = last.replace(BETWEEN, '').toUpperCase();
  const wrong = [...new Set(code)].filter((sign) => !CODE_ALPHABET.includes(sign));
  return { code, wrong, problem: problemOf(code, wrong, length) };
}

function problemOf(code: string, wrong: readonly string[], length: number): TypedCode['problem'] {
  const signs = [...code].length;
  if (signs === 0) return 'empty';
  if (wrong.length > 0) return 'sign';
  if (signs < length) return 'short';
  return signs > length ? 'long' : null;
}
