/**
 * What the sealed floors may not use, because it is not the same on every
 * machine: transcendental functions, clocks, unseeded randomness and the host's
 * objects.
 */
import ts from 'typescript';
import { placeOf, type Source, walk } from './sources.ts';

const ALLOWED_MATH = new Set(['sqrt', 'abs', 'min', 'max', 'floor', 'trunc', 'sign']);
const INTEGER_MATH = new Set(['imul', 'clz32']);

const BANNED_GLOBALS = new Set([
  ...['Date', 'performance', 'crypto', 'Intl', 'Temporal'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'Worker', 'console', 'eval', 'Function'],
  ...['globalThis', 'process', 'document', 'window', 'self', 'navigator', 'localStorage', 'require'],
]);

/** Methods whose result depends on the language or on the implementation. */
const BANNED_METHODS = new Set(['toLocaleString', 'localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase']);

/** True when the identifier stands for a value or type of that name, not for a property. */
export function isName(node: ts.Node): node is ts.Identifier {
  if (!ts.isIdentifier(node)) return false;
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isPropertyAssignment(parent) && parent.name === node) return false;
  if (ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) return false;
  return true;
}

function checkMath(source: Source, node: ts.Node): string | null {
  if (!ts.isIdentifier(node) || node.text !== 'Math' || !isName(node)) return null;
  const { parent } = node;
  if (!ts.isPropertyAccessExpression(parent)) return 'Math may only be used as Math.name';
  const name = parent.name.text;
  if (ALLOWED_MATH.has(name)) return null;
  if (INTEGER_MATH.has(name) && source.path.startsWith('src/math/')) return null;
  return `Math.${name}`;
}

function checkOperator(node: ts.Node): string | null {
  const powers = [ts.SyntaxKind.AsteriskAsteriskToken, ts.SyntaxKind.AsteriskAsteriskEqualsToken];
  return ts.isBinaryExpression(node) && powers.includes(node.operatorToken.kind) ? '**' : null;
}

function checkGlobal(node: ts.Node): string | null {
  if (isName(node) && BANNED_GLOBALS.has(node.text)) return node.text;
  if (ts.isPropertyAccessExpression(node) && BANNED_METHODS.has(node.name.text)) return node.name.text;
  if (ts.isMetaProperty(node)) return 'import.meta';
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return 'import()';
  return null;
}

/** `path:line what` for every use of something that is banned in the given files. */
export function findBanned(sources: readonly Source[]): string[] {
  const found: string[] = [];
  for (const source of sources) {
    walk(source.tree, (node) => {
      const what = checkMath(source, node) ?? checkOperator(node) ?? checkGlobal(node);
      if (what !== null) found.push(`${placeOf(source, node)} ${what}`);
    });
  }
  return found;
}
