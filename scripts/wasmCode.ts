/**
 * Writes the batch kernel: the right-hand side and the Runge-Kutta step in WebAssembly, for two patients at
 * once, one in each lane of a pair of doubles. Every value comes from the same operations in the same order as
 * in the JavaScript, so that it has the same bits; no optimiser comes between.
 *
 * The module exports `memory`; `prepare()`, to be called when parameters have changed; and
 * `advance(steps, hours, least)`, which makes so many steps of so many hours and returns 1, or stops with 0
 * after a step that left a value below `least`, or not finite; and `advanceEach(steps, first, second, least)`,
 * with steps of their own length for each of the two.
 */
import { parse } from 'mathjs';
import initWabt from 'wabt';
import { type Line, PLAIN } from './expressionCode.ts';
import { rateLines } from './modelCode.ts';

const WABT = await initWabt();

const DOUBLE = 8;
/** Bytes of one quantity of two patients. */
const PAIR = 16;
/** Bytes by which the memory of WebAssembly is counted. */
const PAGE = 65536;

/** Where things lie in the memory of the kernel, in bytes; each quantity is a pair, one double a patient. */
interface Layout {
  readonly species: number;
  readonly state: number;
  readonly stages: readonly [number, number];
  readonly slopes: readonly [number, number, number, number];
  readonly parameters: number;
  readonly constants: number;
}

/** The layout for so many species and parameters. */
function layoutFor(species: number, parameters: number): Layout {
  const block = species * PAIR;
  return {
    species,
    state: 0,
    stages: [block, 2 * block],
    slopes: [3 * block, 4 * block, 5 * block, 6 * block],
    parameters: 7 * block,
    constants: 7 * block + parameters * PAIR,
  };
}

/** Operations on both lanes at once. `min` and `max` are those of Math.min and Math.max, with signs of zero. */
const OPERATIONS: ReadonlyMap<string, string> = new Map([
  ['+', 'f64x2.add'],
  ['-', 'f64x2.sub'],
  ['*', 'f64x2.mul'],
  ['/', 'f64x2.div'],
  ['sqrt', 'f64x2.sqrt'],
  ['min', 'f64x2.min'],
  ['max', 'f64x2.max'],
  ['>=', 'f64x2.ge'],
  ['<', 'f64x2.lt'],
]);

const pair = (value: number | 'inf'): string => `(v128.const f64x2 ${value} ${value})`;
const load = (address: number): string => `(v128.load offset=${address} (i32.const 0))`;
const store = (address: number, code: string): string =>
  `(v128.store offset=${address} (i32.const 0) ${code})`;

/** The parts of mathjs' nodes that are read here. */
interface Node {
  readonly type: string;
  readonly value: number;
  readonly name: string;
  readonly content: Node;
  readonly op: string;
  readonly fn: { readonly name: string };
  readonly args: readonly Node[];
  readonly condition: Node;
}

/** What is being written: where the names of the lines are found, and what only depends on parameters. */
interface Writing {
  readonly layout: Layout;
  /** How each name is read in the right-hand side. */
  readonly places: Map<string, string>;
  /** How each name that only depends on parameters is read when the constants are prepared. */
  readonly fixed: Map<string, string>;
  /** Constants by their text; each has the place of its order in the memory. */
  readonly constants: Map<string, string>;
  /** Lines that prepare the constants. */
  readonly preparation: string[];
}

function isFixed(writing: Writing, node: Node): boolean {
  if (node.type === 'ConstantNode') return true;
  if (node.type === 'SymbolNode') return writing.fixed.has(node.name);
  return operands(node).every((child) => isFixed(writing, child));
}

function operands(node: Node): readonly Node[] {
  if (node.type === 'ParenthesisNode') return [node.content];
  if (node.type === 'ConditionalNode') return node.condition.args;
  return node.args;
}

/** Code of a node; what depends on parameters alone is computed once for each patient, by the same operations. */
function write(writing: Writing, node: Node, places: ReadonlyMap<string, string>): string {
  if (node.type === 'ParenthesisNode') return write(writing, node.content, places);
  if (node.type === 'ConstantNode') return pair(node.value);
  if (node.type === 'SymbolNode') return known(places, node.name);
  if (places !== writing.fixed && isFixed(writing, node)) return constant(writing, node);
  const [a, b] = operands(node).map((child) => write(writing, child, places));
  if (node.type === 'ConditionalNode') {
    // The model's language has no choice but these two of a number: `above` and `below`.
    if (!String(node).endsWith('? 1 : 0')) throw new Error(`the batch kernel cannot write ${node}`);
    return `(v128.and (${known(OPERATIONS, node.condition.op)} ${a} ${b}) ${pair(1)})`;
  }
  if (node.type === 'OperatorNode' && b === undefined) return node.op === '-' ? `(f64x2.neg ${a})` : `${a}`;
  const name = node.type === 'FunctionNode' ? node.fn.name : node.op;
  return `(${known(OPERATIONS, name)} ${a}${b === undefined ? '' : ` ${b}`})`;
}

function known(table: ReadonlyMap<string, string>, name: string): string {
  const found = table.get(name);
  if (found === undefined) throw new Error(`the batch kernel cannot write ${name}`);
  return found;
}

function constant(writing: Writing, node: Node): string {
  const text = write(writing, node, writing.fixed);
  const before = writing.constants.get(text);
  if (before !== undefined) return before;
  const address = writing.layout.constants + writing.constants.size * PAIR;
  writing.constants.set(text, load(address));
  writing.preparation.push(store(address, text));
  return load(address);
}

/** One line of the right-hand side. */
function writeLine(writing: Writing, line: Line): string[] {
  const { places, fixed, layout } = writing;
  if (line.kind === 'load') {
    if (line.array === 'p') {
      const code = load(layout.parameters + line.index * PAIR);
      places.set(line.name, code);
      fixed.set(line.name, code);
      return [];
    }
    places.set(line.name, `(v128.load offset=${line.index * PAIR} (local.get $from))`);
    return [];
  }
  const node = parse(line.code) as unknown as Node;
  const code = write(writing, node, places);
  if (line.kind === 'store') return [`(v128.store offset=${line.index * PAIR} (local.get $to) ${code})`];
  places.set(line.name, `(local.get $${line.name})`);
  if (isFixed(writing, node)) fixed.set(line.name, write(writing, node, fixed));
  return [`(local $${line.name} v128)`, `(local.set $${line.name} ${code})`];
}

function rightHandSide(writing: Writing): string {
  const lines = rateLines(PLAIN).flatMap((line) => writeLine(writing, line));
  const isLocal = (line: string): boolean => line.startsWith('(local $');
  return `(func $rightHandSide (param $from i32) (param $to i32)
${[...lines.filter(isLocal), ...lines.filter((line) => !isLocal(line))].join('\n')}
)`;
}

/** A stage of the step: state + factor * slope, for every species. */
function stageLines({ species, state }: Layout, to: number, factor: string, slope: number): string[] {
  return Array.from({ length: species }, (_, index) => {
    const at = index * PAIR;
    const sum = `(f64x2.add ${load(state + at)} (f64x2.mul (local.get ${factor}) ${load(slope + at)}))`;
    return store(to + at, sum);
  });
}

/** The new state, and whether every species of both patients is at least `$least` and finite. */
function endLines({ species, state, slopes }: Layout): string[] {
  const [k1, k2, k3, k4] = slopes;
  const twice = (address: number): string => `(f64x2.mul ${pair(2)} ${load(address)})`;
  return Array.from({ length: species }, (_, index) => {
    const at = index * PAIR;
    const first = `(f64x2.add (f64x2.add ${load(k1 + at)} ${twice(k2 + at)}) ${twice(k3 + at)})`;
    const slope = `(f64x2.add ${first} ${load(k4 + at)})`;
    const value = `(local.tee $value (f64x2.add ${load(state + at)} (f64x2.mul (local.get $sixth) ${slope})))`;
    const least = '(f64x2.ge (local.get $value) (local.get $lowest))';
    const finite = `(f64x2.lt (local.get $value) ${pair('inf')})`;
    return `${store(state + at, value)}
(local.set $inside (v128.and (local.get $inside) (v128.and ${least} ${finite})))`;
  });
}

function stepFunction(layout: Layout): string {
  const [a, b] = layout.stages;
  const [k1, k2, k3, k4] = layout.slopes;
  const slope = (from: number, to: number): string =>
    `(call $rightHandSide (i32.const ${from}) (i32.const ${to}))`;
  return `(func $step (param $hour v128) (param $half v128) (param $sixth v128) (param $lowest v128) (result i32)
(local $value v128) (local $inside v128)
(local.set $inside (v128.const i64x2 -1 -1))
${slope(layout.state, k1)}
${stageLines(layout, a, '$half', k1).join('\n')}
${slope(a, k2)}
${stageLines(layout, b, '$half', k2).join('\n')}
${slope(b, k3)}
${stageLines(layout, a, '$hour', k3).join('\n')}
${slope(a, k4)}
${endLines(layout).join('\n')}
(i64x2.all_true (local.get $inside))
)`;
}

/** Steps until one fails: 1 when all went well, 0 when a state left the domain of the model. */
const ADVANCE = `(func (export "advance") (param $steps i32) (param $hours f64) (param $least f64) (result i32)
(call $advanceEach (local.get $steps) (local.get $hours) (local.get $hours) (local.get $least))
)
(func $advanceEach (export "advanceEach") (param $steps i32) (param $first f64) (param $second f64) (param $least f64)
(result i32) (local $hour v128) (local $half v128) (local $sixth v128) (local $lowest v128)
(local.set $hour (f64x2.replace_lane 1 (f64x2.splat (local.get $first)) (local.get $second)))
(local.set $half (f64x2.div (local.get $hour) ${pair(2)}))
(local.set $sixth (f64x2.div (local.get $hour) ${pair(6)}))
(local.set $lowest (f64x2.splat (local.get $least)))
(loop $next
  (if (i32.eqz (call $step (local.get $hour) (local.get $half) (local.get $sixth) (local.get $lowest)))
    (then (return (i32.const 0))))
  (br_if $next (local.tee $steps (i32.sub (local.get $steps) (i32.const 1)))))
(i32.const 1)
)`;

function moduleText(layout: Layout): string {
  const writing: Writing = {
    layout,
    places: new Map(),
    fixed: new Map(),
    constants: new Map(),
    preparation: [],
  };
  const equations = rightHandSide(writing);
  const bytes = layout.constants + writing.constants.size * PAIR;
  return `(module
(memory (export "memory") ${Math.ceil(bytes / PAGE)})
${equations}
${stepFunction(layout)}
${ADVANCE}
(func (export "prepare")
${writing.preparation.join('\n')}
)
)
`;
}

/** src/model/generated/batchKernel.ts, whole. */
export function batchKernelText(species: number, parameters: number): string {
  const layout = layoutFor(species, parameters);
  const assembled = WABT.parseWat('batchKernel.wat', moduleText(layout), { simd: true });
  assembled.validate();
  const base64 = Buffer.from(assembled.toBinary({}).buffer).toString('base64');
  assembled.destroy();
  const lines = base64.match(/.{1,100}/g) ?? [];
  return `// Generated by scripts/generateModel.ts from src/model/definition. Do not edit.

/** Where the pairs of two patients begin in the memory of the batch kernel, counted in doubles. */
export const BATCH_LAYOUT = {
  state: ${layout.state / DOUBLE},
  parameters: ${layout.parameters / DOUBLE},
} as const;

/**
 * The batch kernel, a WebAssembly module in base 64: \`rightHandSide\` of system.ts and the Runge-Kutta step for
 * two patients at once, with the same bits. scripts/wasmCode.ts says what it exports.
 */
export const BATCH_KERNEL: string = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`;
}
