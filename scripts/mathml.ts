/**
 * Turns an expression of the model into content MathML of SBML Level 3 Version 2, every number with its unit.
 * Units are inferred on the way and have to agree: an expression that adds pressures to volumes does not pass.
 */
import { type MathNode, parse } from 'mathjs';
import { applyMath, numberMath } from '../src/sbml/math.ts';
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

function describe({ factor, dimensions }: Unit): string {
  const names = Object.entries(dimensions).map(([name, power]) => `${name}^${power}`);
  return [factor, ...names].join(' ');
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
  if (given !== undefined) return known(parseUnit(given), numberMath(Number(text), unitIdOf(given)));
  return { unit: null, xml: (unit) => numberMath(Number(text), idOf(unit, scope)) };
}

function operation(op: string, args: readonly Written[], nodes: readonly MathNode[]): Written {
  const [a, b] = args as [Written, Written];
  if (op === '+' || op === '-')
    return alike(args, (...xml) => applyMath(op === '+' ? 'plus' : 'minus', ...xml));
  const unit = (written: Written): Unit => written.unit ?? DIMENSIONLESS;
  if (op === '*') return known(multiply(unit(a), unit(b)), applyMath('times', inOwnUnit(a), inOwnUnit(b)));
  if (op === '/') return known(divide(unit(a), unit(b)), applyMath('divide', inOwnUnit(a), inOwnUnit(b)));
  if (op !== '^') throw new Error(`the model's language has no operator ${op}`);
  const power = Number(nodes[1]?.toString());
  return known(raise(unit(a), power), applyMath('power', inOwnUnit(a), inUnit(b, DIMENSIONLESS)));
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

const ONE = numberMath(1, 'dimensionless');
const HALF = numberMath(0.5, 'dimensionless');
const TWO = numberMath(2, 'dimensionless');

/** (x/k)^n / (1 + (x/k)^n) or 1 / (1 + (x/k)^n), written out: see docs/decisions/0007-sbml.md for why not as a function. */
const hill =
  (isRising: boolean): FunctionWriter =>
  ([x, k, n]) =>
    alike(
      [x as Written, k as Written],
      (...xml) => {
        const quotient = applyMath('divide', ...xml);
        const exponent = inUnit(n as Written, DIMENSIONLESS);
        const ratio = exponent === ONE ? quotient : applyMath('power', quotient, exponent);
        return applyMath('divide', isRising ? ratio : ONE, applyMath('plus', ONE, ratio));
      },
      DIMENSIONLESS,
    );

/** (1/2 + x / (2 sqrt(1 + x^2)))^2, written out. */
const sigma: FunctionWriter = ([x]) => {
  const xml = inUnit(x as Written, DIMENSIONLESS);
  const root = applyMath('root', applyMath('plus', ONE, applyMath('power', xml, TWO)));
  const step = applyMath('plus', HALF, applyMath('divide', applyMath('times', HALF, xml), root));
  return known(DIMENSIONLESS, applyMath('power', step, TWO));
};

/** 1 where the relation holds, else 0. */
const indicator =
  (relation: string): FunctionWriter =>
  (args) =>
    alike(
      args,
      (...xml) =>
        `<piecewise><piece>${ONE}${applyMath(relation, ...xml)}</piece><otherwise>${numberMath(0, 'dimensionless')}</otherwise></piecewise>`,
      DIMENSIONLESS,
    );

const FUNCTIONS: Readonly<Record<string, FunctionWriter>> = {
  up: hill(true),
  dn: hill(false),
  sigma,
  max: (args) => alike(args, (...xml) => applyMath('max', ...xml)),
  min: (args) => alike(args, (...xml) => applyMath('min', ...xml)),
  above: indicator('geq'),
  below: indicator('lt'),
  // A logarithm is of a number: of a quantity, counted in its own unit.
  log10: ([x], scope) => {
    const unit = x?.unit ?? DIMENSIONLESS;
    const base = `<logbase>${numberMath(10, 'dimensionless')}</logbase>`;
    const one = numberMath(1, idOf(unit, scope));
    return known(DIMENSIONLESS, applyMath('log', base, applyMath('divide', inUnit(x as Written, unit), one)));
  },
};
