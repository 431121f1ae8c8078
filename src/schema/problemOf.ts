import type * as v from 'valibot';
import { type Parsed, type ProblemCode, pathOf, refuse, shown } from './problem.ts';

/** Which problem code an issue of a valibot schema or action is. */
const CODES: Readonly<Record<string, ProblemCode>> = {
  integer: 'notWhole',
  min_value: 'tooSmall',
  max_value: 'tooBig',
  min_length: 'tooShort',
  max_length: 'tooLong',
  picklist: 'notAllowed',
  literal: 'notAllowed',
  variant: 'notAllowed',
  regex: 'wrongForm',
};

/** What a kind of value is called in a sentence. */
const KINDS: Readonly<Record<string, string>> = {
  Array: 'a list',
  Object: 'an object',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
};

/** The first issue of a refused value as a problem that names the field by its path. */
export function problemOf(issue: v.BaseIssue<unknown>): Parsed<never> {
  const path = pathOf((issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key))));
  const values = { expected: expectedOf(issue), found: foundOf(issue.input) };
  if (issue.type === 'strict_object' && issue.expected === 'never') return refuse('unknownField', path);
  if (issue.input === undefined) return refuse('missingField', path);
  // A variant that met no object at all expects one.
  const code = issue.expected === 'Object' ? 'wrongType' : CODES[issue.type];
  return refuse(code ?? 'wrongType', path, values);
}

function expectedOf(issue: v.BaseIssue<unknown>): string {
  const { requirement } = issue as { readonly requirement?: unknown };
  if (typeof requirement === 'number') return String(requirement);
  if (requirement instanceof RegExp || issue.expected === null) return '';
  const expected = issue.expected.replaceAll('"', '').replace(/^\((.*)\)$/, '$1');
  return KINDS[expected] ?? listed(expected.split(' | '));
}

function foundOf(input: unknown): string {
  if (typeof input === 'string') return shown(input);
  if (typeof input === 'number' || typeof input === 'boolean' || input === null) return String(input);
  return Array.isArray(input) ? 'a list' : 'an object';
}

/** Choices that a sentence can hold; of more only the first are said. */
const MOST_CHOICES = 8;

function listed(choices: readonly string[]): string {
  return choices.length <= MOST_CHOICES
    ? choices.join(', ')
    : `${choices.slice(0, MOST_CHOICES).join(', ')}, …`;
}
