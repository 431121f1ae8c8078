/** One call to the class server. Whatever happens to it is a value: an answer, or a refusal with its code. */
import { readRefused } from '../../schema/classroom/answers.ts';

/** Why a call was not answered as it was meant. */
export interface Refusal {
  /** HTTP status; 0 when no answer came, or one that no class server gives. */
  readonly status: number;
  /** Key `class.refused.<code>`, or a whole key such as `error.replay.checkpoint`. */
  readonly code: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** Seconds; null when nothing was said. */
  readonly retryAfter: number | null;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

/** The browser's own `fetch`, and the address that paths are relative to: that of the page, without its fragment. */
export interface CallHost {
  fetch(url: string, init: RequestInit): Promise<Response>;
  readonly base: string;
}

export interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Without a slash in front, so that the game may stand in a folder of its host. */
  readonly path: string;
  readonly token?: string;
  /** Text that is sent as it is, or a value that is sent as JSON. */
  readonly body?: string | object;
  /** The answer is wanted although the page may be gone by then. */
  readonly keepalive?: boolean;
  /** Milliseconds until the call is given up. */
  readonly patience?: number;
  readonly signal?: AbortSignal;
}

const PATIENCE_MILLISECONDS = 15_000;

/** A browser sends no more than this behind a page that is closed. */
const KEEPALIVE_CHARACTERS = 60_000;

const UNAVAILABLE: Refusal = { status: 0, code: 'unavailable', values: {}, retryAfter: null };

/**
 * Asks the class server.
 *
 * @param read makes the answer of its text, or null of what is none: a page that a proxy put in its place
 */
export async function call<T>(
  host: CallHost,
  asked: Call,
  read: (text: string) => T | null,
): Promise<Answer<T>> {
  try {
    const response = await host.fetch(new URL(asked.path, host.base).href, initOf(asked));
    const text = await response.text();
    if (!response.ok) return { ok: false, refusal: refusalOf(response, text) };
    const value = read(text);
    return value === null ? { ok: false, refusal: UNAVAILABLE } : { ok: true, value };
  } catch {
    // No network, no server, no patience left: to the one who waits it is all the same.
    return { ok: false, refusal: UNAVAILABLE };
  }
}

/** For calls that are answered by nothing but their status, 204. */
export const readNothing = (text: string): true | null => (text === '' ? true : null);

function initOf({ method = 'GET', token, body, keepalive, patience, signal }: Call): RequestInit {
  const timeout = AbortSignal.timeout(patience ?? PATIENCE_MILLISECONDS);
  const text = typeof body === 'object' ? JSON.stringify(body) : body;
  return {
    method,
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(text !== undefined && { 'content-type': 'application/json' }),
    },
    ...(text !== undefined && { body: text }),
    // Nothing of a class is for a cache, and the token is no cookie.
    cache: 'no-store',
    credentials: 'omit',
    keepalive: keepalive === true && (text?.length ?? 0) < KEEPALIVE_CHARACTERS,
    signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
  };
}

function refusalOf({ status }: Response, text: string): Refusal {
  const refused = readRefused(text);
  // A proxy refuses too, and in its own words.
  if (refused === null) return { ...UNAVAILABLE, status: status >= 500 ? status : 0 };
  const { code, values, retryAfter } = refused.error;
  return { status, code, values, retryAfter: retryAfter ?? null };
}

/** True when the same call may succeed later without any change: the server, or the way to it, is in trouble. */
export function mayTryAgain({ status }: Refusal): boolean {
  return status === 0 || status === 408 || status === 429 || status >= 500;
}
