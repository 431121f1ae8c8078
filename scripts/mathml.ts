/**
 * Turns an expression of the model into content MathML of SBML Level 3 Version 2, every number with its unit.
 * Units are inferred on the way and have to agree: an expression that adds pressures to volumes does not pass.
 */
import { type MathNode, parse } from 'mathjs';
import {
  DIMENSIONLESS,
  divide,
  isSameUnit,
  multiply,
  parseUnit,
  raise,
  type Unit,
  unitIdOf,
} from './units.ts';

/** What the writer knows of the model. */
export interface Vocabulary {
  /** Unit of each species, parameter and rule. */
  readonly unitOf: ReadonlyMap<string, Unit>;
  /** Every unit string that has an SBML unit definition. */
  readonly unitTexts: readonly string[];
}

/** MathML of a node and its unit; null for a number, which takes the unit that its place asks for. */
interface Written {
  readonly unit: Unit | null;
  readonly xml: (unit: Unit) => string;
}

interface Scope extends Vocabulary {
  readonly literalUnits: Readonly<Record<string, string>>;
}

/**
 * Content MathML of `expression`, whose value is in `unit`, without the `math` element around it.
 *
 * @param literalUnits units of numbers by their text, where the place of a number does not tell it
 * @throws Error when the units do not agree, or when the language of the model has no such word
 */
export function mathOf(
  expression: string,
  unit: Unit,
  vocabulary: Vocabulary,
  literalUnits: Readonly<Record<string, string>> = {},
): string {
  try {
    return inUnit(write(parse(expression), { ...vocabulary, literalUnits }), unit);
  } catch (error) {
    throw new Error(`${expression}: ${(error as Error).message}`);
  }
}

function inUnit(written: Written, unit: Unit): string {
  if (written.unit !== null && !isSameUnit(written.unit, unit))
    throw new Error(`the units ${describe(written.unit)} and ${describe(unit)} do not agree`);
  return written.xml(unit);
}

/** The XML and unit of something whose place does not ask for a unit; a bare number has none. */
function inOwnUnit(written: Written): string {
  return written.xml(written.unit ?? DIMENSIONLESS);
}

const known = (unit: Unit, xml: string): Written => ({ unit, xml: () => xml });
const apply = (operator: string, ...args: readonly string[]): string =>
  `<apply><${operator}/>${args.join('')}</apply>`;
const call = (name: string, ...args: readonly string[]): string =>
  `<apply><ci>${name}</ci>${args.join('')}</apply>`;

function describe({ factor, dimensions }: Unit): string {
  const names = Object.entries(dimensions).map(([name, power]) => `${name}^${power}`);
  return [factor, ...names].join(' ');
}

/** A number as `cn`; MathML writes an exponent apart. */
export function numberMath(text: string, unitId: string): string {
  const [mantissa = '', exponent] = String(Number(text)).split('e');
  const [type, digits] =
    exponent === undefined ? ['', mantissa] : [' type="e-notation"', `${mantissa}<sep/>${Number(exponent)}`];
  return `<cn${type} sbml:units="${unitId}">${digits}</cn>`;
}

/** @throws Error when no unit string of the definition means this unit */
function idOf(unit: Unit, { unitTexts }: Vocabulary): string {
  if (isSameUnit(unit, DIMENSIONLESS)) return 'dimensionless';
  const text = unitTexts.find((candidate) => isSameUnit(parseUnit(candidate), unit));
  if (text === undefined) throw new Error(`a number has the unit ${describe(unit)}, which has no name`);
  return unitIdOf(text);
}

function write(node: MathNode, scope: Scope): Written {
  if ('isConstantNode' in node) return literal(String((node as unknown as { value: number }).value), scope);
  if ('isSymbolNode' in node) {
    const { name } = node as unknown as { name: string };
    const unit = scope.unitOf.get(name);
    if (unit === undefined) throw new Error(`${name} is not defined`);
    return known(unit, `<ci>${name}</ci>`);
  }
  if ('isParenthesisNode' in node) return write((node as unknown as { content: MathNode }).content, scope);
  if ('isFunctionNode' in node) {
    const { fn, args } = node as unknown as { fn: { name: string }; args: MathNode[] };
    const writer = FUNCTIONS[fn.name];
    if (!writer) throw new Error(`the model's language has no function ${fn.name}`);
    return writer(
      args.map((arg) => write(arg, scope)),
      scope,
    );
  }
  const { op, args } = node as unknown as { op: string; args: MathNode[] };
  return operation(
    op,
    args.map((arg) => write(arg, scope)),
    args,
  );
}

function literal(text: string, scope: Scope): Written {
  const given = scope.literalUnits[text];
  if (given !== undefined) return known(parseUnit(given), numberMath(text, unitIdOf(given)));
  return { unit: null, xml: (unit) => numberMath(text, idOf(unit, scope)) };
}

function operation(op: string, args: readonly Written[], nodes: readonly MathNode[]): Written {
  const [a, b] = args as [Written, Written];
  if (op === '+' || op === '-') return alike(args, (...xml) => apply(op === '+' ? 'plus' : 'minus', ...xml));
  const unit = (written: Written): Unit => written.unit ?? DIMENSIONLESS;
  if (op === '*') return known(multiply(unit(a), unit(b)), apply('times', inOwnUnit(a), inOwnUnit(b)));
  if (op === '/') return known(divide(unit(a), unit(b)), apply('divide', inOwnUnit(a), inOwnUnit(b)));
  if (op !== '^') throw new Error(`the model's language has no operator ${op}`);
  const power = Number(nodes[1]?.toString());
  return known(raise(unit(a), power), apply('power', inOwnUnit(a), inUnit(b, DIMENSIONLESS)));
}

/** Arguments that must have one unit, which the result shares unless `result` says another. */
function alike(args: readonly Written[], xml: (...args: string[]) => string, result?: Unit): Written {
  const shared = args.find(({ unit }) => unit !== null)?.unit ?? null;
  if (shared === null) {
    if (result !== undefined) return known(result, xml(...args.map(inOwnUnit)));
    return { unit: null, xml: (unit) => xml(...args.map((arg) => arg.xml(unit))) };
  }
  return known(result ?? shared, xml(...args.map((arg) => inUnit(arg, shared))));
}

type FunctionWriter = (args: readonly Written[], scope: Scope) => Written;

const hill =
  (name: string): FunctionWriter =>
  ([x, k, n]) =>
    known(
      DIMENSIONLESS,
      alike([x as Written, k as Written], (...xml) =>
        call(name, ...xml, inUnit(n as Written, DIMENSIONLESS)),
      ).xml(DIMENSIONLESS),
    );

/** 1 where the relation holds, else 0. */
const indicator =
  (relation: string): FunctionWriter =>
  (args) =>
    alike(
      args,
      (...xml) =>
        `<piecewise><piece>${numberMath('1', 'dimensionless')}${apply(relation, ...xml)}</piece><otherwise>${numberMath('0', 'dimensionless')}</otherwise></piecewise>`,
      DIMENSIONLESS,
    );

const FUNCTIONS: Readonly<Record<string, FunctionWriter>> = {
  up: hill('up'),
  dn: hill('dn'),
  sigma: ([x]) => known(DIMENSIONLESS, call('sigma', inUnit(x as Written, DIMENSIONLESS))),
  max: (args) => alike(args, (...xml) => apply('max', ...xml)),
  min: (args) => alike(args, (...xml) => apply('min', ...xml)),
  above: indicator('geq'),
  below: indicator('lt'),
  // A logarithm is of a number: of a quantity, counted in its own unit.
  log10: ([x], scope) => {
    const unit = x?.unit ?? DIMENSIONLESS;
    const base = `<logbase>${numberMath('10', 'dimensionless')}</logbase>`;
    const one = numberMath('1', idOf(unit, scope));
    return known(DIMENSIONLESS, apply('log', base, apply('divide', inUnit(x as Written, unit), one)));
  },
};

const one = numberMath('1', 'dimensionless');
const half = numberMath('0.5', 'dimensionless');
const lambda = (names: readonly string[], body: string): string =>
  `<lambda>${names.map((name) => `<bvar><ci>${name}</ci></bvar>`).join('')}${body}</lambda>`;
const x = '<ci>x</ci>';
const ratio = apply('power', apply('divide', x, '<ci>k</ci>'), '<ci>n</ci>');
const root = apply('root', apply('plus', one, apply('times', x, x)));
const step = apply('plus', half, apply('divide', apply('times', half, x), root));

/** The functions of the model's language that SBML does not have: [id, name, MathML]. */
export const FUNCTION_DEFINITIONS: readonly (readonly [id: string, name: string, math: string])[] = [
  ['up', 'Rising Hill function', lambda(['x', 'k', 'n'], apply('divide', ratio, apply('plus', one, ratio)))],
  ['dn', 'Falling Hill function', lambda(['x', 'k', 'n'], apply('divide', one, apply('plus', one, ratio)))],
  ['sigma', 'Smooth step', lambda(['x'], apply('power', step, numberMath('2', 'dimensionless')))],
];
