/**
 * Turns an expression of the model into arithmetic that is bit-equal in every
 * JavaScript engine and in C: + - * / and square roots, nothing else.
 */
import { type MathNode, parse } from 'mathjs';

/** How a target language writes the few things in which languages differ. */
export interface Dialect {
  readonly sqrt: string;
  readonly min: string;
  readonly max: string;
  readonly log10: string;
}

export const TYPESCRIPT: Dialect = { sqrt: 'Math.sqrt', min: 'Math.min', max: 'Math.max', log10: 'log10' };
export const C: Dialect = { sqrt: 'sqrt', min: 'least', max: 'largest', log10: 'stormLog10' };
/** Read again as an expression by the writer of WebAssembly. */
export const PLAIN: Dialect = { sqrt: 'sqrt', min: 'min', max: 'max', log10: 'log10' };

/** One line of a function: takes a value from an array, names a value, or writes one to the result. */
export type Line =
  | { readonly kind: 'load'; readonly name: string; readonly array: 'y' | 'p'; readonly index: number }
  | { readonly kind: 'name'; readonly name: string; readonly code: string }
  | { readonly kind: 'store'; readonly index: number; readonly code: string };

/** Collects local constants so that a repeated power or root is computed once. */
export interface Block {
  readonly lines: Line[];
  readonly names: Map<string, string>;
  counter: number;
}

export function newBlock(): Block {
  return { lines: [], names: new Map(), counter: 0 };
}

/** A name for `code`, computed before the line that uses it; plain names and numbers stay as they are. */
export function hoist(block: Block, code: string): string {
  if (/^[A-Za-z_]\w*$/.test(code) || /^[\d.e+-]+$/.test(code)) return code;
  const known = block.names.get(code);
  if (known !== undefined) return known;
  block.counter += 1;
  const name = `t${block.counter}`;
  block.names.set(code, name);
  block.lines.push({ kind: 'name', name, code });
  return name;
}

/** x to a positive multiple of a quarter, by multiplication and square roots. */
function power(block: Block, base: string, exponent: number, dialect: Dialect): string {
  const quarters = exponent * 4;
  if (!Number.isInteger(quarters) || quarters <= 0)
    throw new Error(`exponent ${exponent} is not a positive multiple of 1/4`);
  const x = hoist(block, base);
  const whole = Math.floor(exponent);
  const factors: string[] = [];
  if (whole > 0) factors.push(integerPower(block, x, whole));
  const rest = quarters - whole * 4;
  if (rest >= 2) factors.push(hoist(block, `${dialect.sqrt}(${x})`));
  if (rest % 2 === 1) factors.push(hoist(block, `${dialect.sqrt}(${hoist(block, `${dialect.sqrt}(${x})`)})`));
  return factors.length === 1 ? (factors[0] as string) : `(${factors.join(' * ')})`;
}

function integerPower(block: Block, x: string, n: number): string {
  if (n === 1) return x;
  if (n % 2 === 1) return hoist(block, `(${integerPower(block, x, n - 1)} * ${x})`);
  const half = hoist(block, integerPower(block, x, n / 2));
  return hoist(block, `(${half} * ${half})`);
}

function constantOf(node: MathNode): number {
  const value = Number(node.toString());
  if (!Number.isFinite(value)) throw new Error(`${node.toString()} must be a number`);
  return value;
}

type Arguments = readonly MathNode[];

/** Functions of the model's language beside + - * / ^. */
const FUNCTIONS: Readonly<Record<string, (block: Block, args: Arguments, dialect: Dialect) => string>> = {
  up: (block, args, dialect) => hill(block, args, dialect, true),
  dn: (block, args, dialect) => hill(block, args, dialect, false),
  /** [(1 + x / sqrt(1 + x^2)) / 2]^2: a smooth step without an exponential. */
  sigma: (block, [x], dialect) => {
    const a = hoist(block, emit(block, x as MathNode, dialect));
    const s = hoist(block, `(0.5 + 0.5 * ${a} / ${dialect.sqrt}(1.0 + ${a} * ${a}))`);
    return hoist(block, `(${s} * ${s})`);
  },
  max: (block, [a, b], dialect) =>
    `${dialect.max}(${emit(block, a as MathNode, dialect)}, ${emit(block, b as MathNode, dialect)})`,
  min: (block, [a, b], dialect) =>
    `${dialect.min}(${emit(block, a as MathNode, dialect)}, ${emit(block, b as MathNode, dialect)})`,
  log10: (block, [x], dialect) => `${dialect.log10}(${emit(block, x as MathNode, dialect)})`,
  above: (block, [x, a], dialect) =>
    `(${emit(block, x as MathNode, dialect)} >= ${emit(block, a as MathNode, dialect)} ? 1 : 0)`,
  below: (block, [x, a], dialect) =>
    `(${emit(block, x as MathNode, dialect)} < ${emit(block, a as MathNode, dialect)} ? 1 : 0)`,
};

/** Hill function rising (x^n/(K^n+x^n)) or falling; one division when n is whole, x/K first when it needs roots. */
function hill(block: Block, args: Arguments, dialect: Dialect, rising: boolean): string {
  const x = hoist(block, emit(block, args[0] as MathNode, dialect));
  const k = hoist(block, emit(block, args[1] as MathNode, dialect));
  const n = constantOf(args[2] as MathNode);
  if (Number.isInteger(n)) {
    const xn = integerPower(block, x, n);
    const kn = integerPower(block, k, n);
    return hoist(block, `(${rising ? xn : kn} / (${kn} + ${xn}))`);
  }
  const rn = hoist(block, power(block, `(${x} / ${k})`, n, dialect));
  return hoist(block, rising ? `(${rn} / (1.0 + ${rn}))` : `(1.0 / (1.0 + ${rn}))`);
}

/** Code of one node; everything that is worth a name has been hoisted into the block. */
export function emit(block: Block, node: MathNode, dialect: Dialect): string {
  if ('isConstantNode' in node) return numberCode(String((node as unknown as { value: number }).value));
  if ('isSymbolNode' in node) return (node as unknown as { name: string }).name;
  if ('isParenthesisNode' in node)
    return emit(block, (node as unknown as { content: MathNode }).content, dialect);
  if ('isFunctionNode' in node) {
    const call = node as unknown as { fn: { name: string }; args: MathNode[] };
    const write = FUNCTIONS[call.fn.name];
    if (!write) throw new Error(`the model's language has no function ${call.fn.name}`);
    return write(block, call.args, dialect);
  }
  if ('isOperatorNode' in node) return emitOperator(block, node as unknown as OperatorLike, dialect);
  throw new Error(`cannot write ${node.toString()}`);
}

interface OperatorLike {
  readonly op: string;
  readonly args: readonly MathNode[];
}

function emitOperator(block: Block, node: OperatorLike, dialect: Dialect): string {
  const [a, b] = node.args;
  if (node.op === '^')
    return power(block, emit(block, a as MathNode, dialect), constantOf(b as MathNode), dialect);
  const known = node.args.length === 1 ? ['+', '-'] : ['+', '-', '*', '/'];
  if (!known.includes(node.op)) throw new Error(`the model's language has no operator ${node.op}`);
  if (node.args.length === 1) return `(${node.op}${emit(block, a as MathNode, dialect)})`;
  return `(${emit(block, a as MathNode, dialect)} ${node.op} ${emit(block, b as MathNode, dialect)})`;
}

/** C divides whole numbers as whole numbers; a point makes both languages agree. */
function numberCode(text: string): string {
  return /^\d+$/.test(text) ? `${text}.0` : text;
}

/** Names that an expression uses, functions left out. */
export function namesIn(expression: string): Set<string> {
  const names = new Set<string>();
  parse(expression).traverse((node, path) => {
    if ('isSymbolNode' in node && path !== 'fn') names.add((node as unknown as { name: string }).name);
  });
  return names;
}
