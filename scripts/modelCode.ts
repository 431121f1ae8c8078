/** Writes the model's right-hand side and observables from its definition, for TypeScript and for C. */
import { parse } from 'mathjs';
import { PARAMETER_DEFINITIONS } from '../src/model/definition/parameters.ts';
import { RATE_DEFINITIONS } from '../src/model/definition/rates.ts';
import { RATE_RULES, READOUT_RULES } from '../src/model/definition/rules.ts';
import { SPECIES_DEFINITIONS } from '../src/model/definition/species.ts';
import type { RuleDefinition } from '../src/model/definition/types.ts';
import {
  type Block,
  C,
  type Dialect,
  emit,
  type Line,
  namesIn,
  newBlock,
  TYPESCRIPT,
} from './expressionCode.ts';

const SPECIES_INDEX = new Map(SPECIES_DEFINITIONS.map(({ id }, index) => [id, index]));
const PARAMETER_INDEX = new Map(PARAMETER_DEFINITIONS.map(({ id }, index) => [id, index]));
const RULES = new Map([...RATE_RULES, ...READOUT_RULES].map((rule) => [rule.id, rule]));

export const OBSERVABLE_RULES: readonly RuleDefinition[] = [...RATE_RULES, ...READOUT_RULES].filter(
  (rule) => rule.observable,
);

/** Rules that the expressions need, directly or through other rules, in the order of definition. */
function rulesFor(expressions: readonly string[]): RuleDefinition[] {
  const needed = new Set<string>();
  const visit = (expression: string): void => {
    for (const name of namesIn(expression)) {
      const rule = RULES.get(name);
      if (rule && !needed.has(name)) {
        needed.add(name);
        visit(rule.expression);
      }
    }
  };
  expressions.forEach(visit);
  return [...RULES.values()].filter((rule) => needed.has(rule.id));
}

interface Target {
  readonly dialect: Dialect;
  readonly declare: (name: string, code: string) => string;
  readonly load: (array: string, index: number) => string;
}

const TYPESCRIPT_TARGET: Target = {
  dialect: TYPESCRIPT,
  declare: (name, code) => `  const ${name} = ${code};`,
  load: (array, index) => `${array}[${index}] as number`,
};
const C_TARGET: Target = {
  dialect: C,
  declare: (name, code) => `  const double ${name} = ${code};`,
  load: (array, index) => `${array}[${index}]`,
};

/** The lines of a function whose result is called `result`, in the target language. */
function textOf({ declare, load }: Target, lines: readonly Line[], result: string): string {
  const write = (line: Line): string => {
    if (line.kind === 'load') return declare(line.name, load(line.array, line.index));
    return line.kind === 'name'
      ? declare(line.name, line.code)
      : `  ${result}[${line.index}] = ${line.code};`;
  };
  return lines.map(write).join('\n');
}

/** Loads of the species and parameters in use, then the rules. */
function prologue(dialect: Dialect, outputs: readonly string[]): Block {
  const rules = rulesFor(outputs);
  const used = new Set<string>();
  for (const text of [...outputs, ...rules.map((rule) => rule.expression)])
    for (const name of namesIn(text)) used.add(name);
  const block = newBlock();
  for (const [name, index] of SPECIES_INDEX)
    if (used.has(name)) block.lines.push({ kind: 'load', name, array: 'y', index });
  for (const [name, index] of PARAMETER_INDEX)
    if (used.has(name)) block.lines.push({ kind: 'load', name, array: 'p', index });
  for (const name of used) {
    if (!SPECIES_INDEX.has(name) && !PARAMETER_INDEX.has(name) && !RULES.has(name))
      throw new Error(`the model names ${name}, which is not defined`);
  }
  for (const rule of rules) {
    const code = emit(block, parse(rule.expression), dialect);
    block.lines.push({ kind: 'name', name: rule.id, code });
  }
  return block;
}

/** The right-hand side, line by line in the one order that every language keeps. */
export function rateLines(dialect: Dialect): readonly Line[] {
  const block = prologue(
    dialect,
    RATE_DEFINITIONS.map((rate) => rate.expression),
  );
  for (const rate of RATE_DEFINITIONS) {
    const code = emit(block, parse(rate.expression), dialect);
    block.lines.push({ kind: 'store', index: SPECIES_INDEX.get(rate.species) as number, code });
  }
  return block.lines;
}

function observableLines(dialect: Dialect): readonly Line[] {
  const block = prologue(
    dialect,
    OBSERVABLE_RULES.map((rule) => rule.id),
  );
  OBSERVABLE_RULES.forEach((rule, index) => {
    block.lines.push({ kind: 'store', index, code: rule.id });
  });
  return block.lines;
}

/** The body of `rightHandSide` and `observe` in TypeScript. */
export function typescriptFunctions(): string {
  return `/** dy/dt per hour at state y (in the order of SPECIES) with parameters p (in the order of PARAMETERS), written to dy. */
export function rightHandSide(y: Float64Array, p: Float64Array, dy: Float64Array): void {
${textOf(TYPESCRIPT_TARGET, rateLines(TYPESCRIPT), 'dy')}
}

/** Observables of state y with parameters p, written to out in the order of OBSERVABLES. */
export function observe(y: Float64Array, p: Float64Array, out: Float64Array): void {
${textOf(TYPESCRIPT_TARGET, observableLines(TYPESCRIPT), 'out')}
}
`;
}

/** The right-hand side in C, for the bench to hold JavaScript against. */
export function cRightHandSide(): string {
  return `#include <math.h>
static inline double least(double a, double b) { return a < b ? a : b; }
static inline double largest(double a, double b) { return a > b ? a : b; }
void rightHandSide(const double *restrict y, const double *restrict p, double *restrict dy) {
${textOf(C_TARGET, rateLines(C), 'dy')}
}
`;
}
