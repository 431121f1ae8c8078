import { FORBIDDEN_KEYS, LIMITS } from './limits.ts';
import { type Parsed, pathOf, refuse, shown } from './problem.ts';

const QUOTE = '"';
const BACKSLASH = '\\';

/**
 * Text to plain values, refusing what is too large or too deep before the
 * parser sees it, and keys that reach into the prototype. Never throws.
 */
export function readJson(text: string, maximumCharacters: number): Parsed<unknown> {
  if (text.length > maximumCharacters) return refuse('tooLarge', '', { maximum: maximumCharacters / 1024 });
  if (text.trim() === '') return refuse('empty', '');
  if (nestingOf(text) > LIMITS.depth) return refuse('tooDeep', '', { maximum: LIMITS.depth });
  let value: unknown;
  try {
    value = JSON.parse(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  } catch {
    return refuse('notJson', '');
  }
  return checkKeys(value);
}

/** The same checks for a value that was parsed elsewhere. */
export function checkKeys(value: unknown): Parsed<unknown> {
  const waiting: { readonly value: unknown; readonly path: readonly (string | number)[] }[] = [
    { value, path: [] },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: inner, path } = next;
    if (typeof inner !== 'object' || inner === null) continue;
    if (path.length >= LIMITS.depth) return refuse('tooDeep', '', { maximum: LIMITS.depth });
    const isList = Array.isArray(inner);
    for (const [key, child] of Object.entries(inner)) {
      if (FORBIDDEN_KEYS.includes(key))
        return refuse('forbiddenKey', pathOf([...path, key]), { key: shown(key) });
      waiting.push({ value: child, path: [...path, isList ? Number(key) : key] });
    }
  }
  return { ok: true, value };
}

/** How deep the brackets of a JSON text go, counted without recursion. */
function nestingOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let inString = false;
  for (let index = 0; index < text.length; index++) {
    const letter = text[index];
    if (inString) {
      if (letter === BACKSLASH) index += 1;
      else if (letter === QUOTE) inString = false;
    } else if (letter === QUOTE) inString = true;
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth -= 1;
  }
  return deepest;
}
