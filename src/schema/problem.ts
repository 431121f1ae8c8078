/** Why something from outside is refused, as a value. The sentence is `error.input.<code>` of the catalogue. */
export type ProblemCode =
  | 'tooLarge'
  | 'empty'
  | 'notJson'
  | 'tooDeep'
  | 'forbiddenKey'
  | 'unknownFormat'
  | 'unknownField'
  | 'missingField'
  | 'wrongType'
  | 'notAllowed'
  | 'wrongForm'
  | 'tooSmall'
  | 'tooBig'
  | 'notWhole'
  | 'tooShort'
  | 'tooLong'
  | 'duplicate'
  | 'wrongParent'
  | 'order';

export interface Problem {
  readonly code: ProblemCode;
  /** The field, such as `commands[3].tick`; `file` for the file as a whole. */
  readonly path: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: Problem };

export function refuse(
  code: ProblemCode,
  path: string,
  values: Problem['values'] = {},
): { ok: false; problem: Problem } {
  return { ok: false, problem: { code, path: path === '' ? 'file' : path, values } };
}

const LONGEST_SHOWN = 40;

/** A piece of foreign text that may stand in a sentence: short, in one line, without control characters. */
export function shown(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return plain.length > LONGEST_SHOWN ? `${plain.slice(0, LONGEST_SHOWN)}…` : plain;
}

/** Joins the keys of a path: `commands[3].tick`. */
export function pathOf(keys: readonly (string | number)[]): string {
  return keys.reduce<string>((path, key) => {
    if (typeof key === 'number') return `${path}[${key}]`;
    return path === '' ? shown(key) : `${path}.${shown(key)}`;
  }, '');
}
