/** Expressions of the model as TeX: mathjs' tree, with Hill functions as fractions and products as they are written. */
import { type MathNode, parse } from 'mathjs';
import { symbolOf } from './symbols.ts';

interface Call {
  readonly fn: { readonly name: string };
  readonly args: readonly MathNode[];
}
interface Operation {
  readonly op: string;
  readonly args: readonly MathNode[];
}
/** One factor of a product, and what it is divided by. */
export interface Factor {
  readonly above: MathNode;
  readonly below: readonly MathNode[];
}

const OPTIONS = { parenthesis: 'auto', handler: texOfNode } as const;

/** TeX of a node of the tree, in one line. */
export function texOf(node: MathNode): string {
  return node.toTex(OPTIONS).replaceAll(/\s+/g, ' ').trim();
}

/** TeX of an expression of the model, in one line. */
export function expressionTex(expression: string): string {
  return texOf(parse(expression));
}

/** mathjs asks here for each node; undefined leaves it to mathjs. */
function texOfNode(node: MathNode): string | undefined {
  if ('isSymbolNode' in node) return symbolOf((node as unknown as { name: string }).name);
  if ('isConstantNode' in node) return constantTex(Number(node.toString()));
  if ('isFunctionNode' in node) {
    const { fn, args } = node as unknown as Call;
    const write = FUNCTIONS[fn.name];
    if (!write) throw new Error(`no notation for the function ${fn.name}`);
    return write(args);
  }
  const operation = operationOf(node);
  if (operation?.op === '^') return powerOf(operation.args[0] as MathNode, String(operation.args[1]));
  if (operation?.op === '*' || operation?.op === '/') return productTex(factorsOf(node));
  return undefined;
}

/** 1000000 as a power of ten, other numbers as they are. */
function constantTex(value: number): string {
  return value === 1e6 ? '10^{6}' : String(value);
}

/** What stands inside parentheses, or the node itself. */
export function bare(node: MathNode): MathNode {
  return 'isParenthesisNode' in node ? bare((node as unknown as { content: MathNode }).content) : node;
}

/** The node as an operation, or null. */
export function operationOf(node: MathNode): Operation | null {
  return 'isOperatorNode' in node ? (node as unknown as Operation) : null;
}

/** True for a sum or difference of two. */
export function isSum(node: MathNode): boolean {
  const operation = operationOf(node);
  return operation !== null && operation.args.length === 2 && '+-'.includes(operation.op);
}

/** A product as its factors; what is divided by stands under the factor before it, as in the definition. */
export function factorsOf(node: MathNode): Factor[] {
  const operation = operationOf(node);
  if (operation?.op === '*') return operation.args.flatMap(factorsOf);
  if (operation?.op !== '/') return [{ above: bare(node), below: [] }];
  const [numerator, denominator] = operation.args as [MathNode, MathNode];
  const factors = factorsOf(numerator);
  const last = factors.pop() as Factor;
  return [...factors, { above: last.above, below: [...last.below, bare(denominator)] }];
}

/** Factors side by side; a sum stands in parentheses if there are several, or if more follow elsewhere. */
export function productTex(factors: readonly Factor[], partial = factors.length > 1): string {
  return factors
    .map(({ above, below }, index) => {
      if (below.length > 0)
        return `\\frac{${texOf(above)}}{${productTex(below.map((node) => ({ above: node, below: [] })))}}`;
      return needsParentheses(above, partial, index) ? `\\left(${texOf(above)}\\right)` : texOf(above);
    })
    .join('\\, ');
}

function needsParentheses(node: MathNode, partial: boolean, index: number): boolean {
  return (isSum(node) && partial) || (operationOf(node)?.args.length === 1 && index > 0);
}

/** A base with its exponent, in parentheses where it is more than a symbol or a number. */
function powerOf(node: MathNode, exponent: string): string {
  const tex = texOf(node);
  const plain = ('isSymbolNode' in node && !tex.includes('^')) || 'isConstantNode' in node;
  if (exponent === '1') return tex;
  if (isPositivePart(node)) return `{${tex}}^{${exponent}}`;
  return `${plain ? `{${tex}}` : `\\left(${texOf(bare(node))}\\right)`}^{${exponent}}`;
}

function hillOf([x, k, n]: readonly MathNode[], rising: boolean): string {
  const exponent = String(n);
  const xn = powerOf(x as MathNode, exponent);
  const kn = powerOf(k as MathNode, exponent);
  return `\\frac{${rising ? xn : kn}}{${kn} + ${xn}}`;
}

/** max(x, 0) is written as the positive part of x. */
function isPositivePart(node: MathNode): boolean {
  const call = 'isFunctionNode' in node ? (node as unknown as Call) : null;
  return call?.fn.name === 'max' && String(call.args[1]) === '0';
}

const callOf = (name: string, args: readonly MathNode[]): string =>
  `${name}\\left(${args.map(texOf).join(',\\, ')}\\right)`;

const FUNCTIONS: Readonly<Record<string, (args: readonly MathNode[]) => string>> = {
  up: (args) => hillOf(args, true),
  dn: (args) => hillOf(args, false),
  sigma: (args) => callOf('\\sigma', args),
  max: ([x, y]) =>
    String(y) === '0'
      ? `\\left(${texOf(x as MathNode)}\\right)_{+}`
      : callOf('\\max', [x as MathNode, y as MathNode]),
  min: (args) => callOf('\\min', args),
  log10: (args) => callOf('\\log_{10}', args),
  above: ([x, a]) => `\\left[${texOf(x as MathNode)} \\ge ${texOf(a as MathNode)}\\right]`,
  below: ([x, a]) => `\\left[${texOf(x as MathNode)} < ${texOf(a as MathNode)}\\right]`,
};
