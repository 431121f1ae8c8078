/** Reads the unit strings of the model's definition, compares them, and writes them as SBML unit definitions. */

/** One base unit of SBML: (multiplier x 10^scale x kind)^exponent. */
interface BaseUnit {
  readonly kind: string;
  readonly exponent: number;
  readonly scale: number;
  readonly multiplier: number;
}

/** A unit as a product of base units, and what it comes to in SI: factor x product of kind^exponent. */
export interface Unit {
  readonly parts: readonly BaseUnit[];
  readonly factor: number;
  readonly dimensions: Readonly<Record<string, number>>;
}

type Atom = readonly [kind: string, scale: number, multiplier: number];

/** What the definition may write. Colony-forming units and copies are counted items; °C are differences in K. */
const ATOMS: Readonly<Record<string, Atom>> = {
  '%': ['dimensionless', -2, 1],
  min: ['second', 0, 60],
  h: ['second', 0, 3600],
  d: ['second', 0, 86_400],
  kg: ['kilogram', 0, 1],
  g: ['gram', 0, 1],
  mg: ['gram', -3, 1],
  µg: ['gram', -6, 1],
  ng: ['gram', -9, 1],
  pg: ['gram', -12, 1],
  L: ['litre', 0, 1],
  mL: ['litre', -3, 1],
  mmol: ['mole', -3, 1],
  µmol: ['mole', -6, 1],
  mmHg: ['pascal', 0, 133.322387415],
  '°C': ['kelvin', 0, 1],
  CFU: ['item', 0, 1],
  copies: ['item', 0, 1],
};

/** SI factor and dimensions of the SBML kinds in use; a litre is 1e-3 m^3, a gram 1e-3 kg. */
const KINDS: Readonly<Record<string, readonly [factor: number, dimensions: Record<string, number>]>> = {
  dimensionless: [1, {}],
  second: [1, { s: 1 }],
  kilogram: [1, { kg: 1 }],
  gram: [1e-3, { kg: 1 }],
  litre: [1e-3, { m: 3 }],
  mole: [1, { mol: 1 }],
  pascal: [1, { kg: 1, m: -1, s: -2 }],
  kelvin: [1, { K: 1 }],
  item: [1, { item: 1 }],
};

export const DIMENSIONLESS: Unit = { parts: [], factor: 1, dimensions: {} };

function fromParts(parts: readonly BaseUnit[]): Unit {
  let factor = 1;
  const dimensions: Record<string, number> = {};
  for (const { kind, exponent, scale, multiplier } of parts) {
    const known = KINDS[kind];
    if (known === undefined) throw new Error(`unknown kind of unit ${kind}`);
    factor *= (multiplier * 10 ** scale * known[0]) ** exponent;
    for (const [name, power] of Object.entries(known[1])) {
      const sum = (dimensions[name] ?? 0) + power * exponent;
      if (sum === 0) delete dimensions[name];
      else dimensions[name] = sum;
    }
  }
  return { parts, factor, dimensions };
}

export function multiply(a: Unit, b: Unit): Unit {
  return fromParts([...a.parts, ...b.parts]);
}

export function raise(unit: Unit, power: number): Unit {
  return fromParts(unit.parts.map((part) => ({ ...part, exponent: part.exponent * power })));
}

export function divide(a: Unit, b: Unit): Unit {
  return multiply(a, raise(b, -1));
}

/** True when both measure the same thing on the same scale: mg/L and µg/mL do, pg/mL and µg/mL do not. */
export function isSameUnit(a: Unit, b: Unit): boolean {
  const names = new Set([...Object.keys(a.dimensions), ...Object.keys(b.dimensions)]);
  const dimensionsAgree = [...names].every((name) => (a.dimensions[name] ?? 0) === (b.dimensions[name] ?? 0));
  return dimensionsAgree && Math.abs(a.factor / b.factor - 1) < 1e-9;
}

/**
 * The unit that a string of the definition stands for: factors joined by spaces, `/`, `^` with a whole number and
 * brackets, such as `1/h/(1e6 CFU/mL)`. A decimal logarithm (`log10 copies/mL`) is a number without unit.
 *
 * @throws Error on a unit that is not in the table
 */
export function parseUnit(text: string): Unit {
  if (text.startsWith('log10 ')) return DIMENSIONLESS;
  const tokens = text.match(/[()/^ ]|[^()/^ ]+/g) ?? [];
  let at = 0;
  const factor = (): Unit => {
    const token = tokens[at++];
    if (token === '(') {
      const inner = product();
      if (tokens[at++] !== ')') throw new Error(`unit ${text}: a bracket is not closed`);
      return inner;
    }
    const unit = atomOf(token ?? '', text);
    if (tokens[at] !== '^') return unit;
    at += 1;
    return raise(unit, Number(tokens[at++]));
  };
  const product = (): Unit => {
    let unit = factor();
    while (tokens[at] === '/' || tokens[at] === ' ')
      unit = tokens[at++] === '/' ? divide(unit, factor()) : multiply(unit, factor());
    return unit;
  };
  const unit = product();
  if (at !== tokens.length) throw new Error(`unit ${text} cannot be read`);
  return unit;
}

function atomOf(token: string, text: string): Unit {
  if (token === '1') return DIMENSIONLESS;
  if (/^\d/.test(token)) return partOf(['dimensionless', 0, Number(token)]);
  const atom = ATOMS[token];
  if (atom === undefined) throw new Error(`unit ${text}: ${token} is unknown`);
  return partOf(atom);
}

function partOf([kind, scale, multiplier]: Atom): Unit {
  return fromParts([{ kind, exponent: 1, scale, multiplier }]);
}

/** An SBML identifier for a unit string; `1` is SBML's own `dimensionless`. */
export function unitIdOf(text: string): string {
  if (isSameUnit(parseUnit(text), DIMENSIONLESS)) return 'dimensionless';
  const words = text
    .replaceAll('°C', 'degC')
    .replaceAll('µ', 'u')
    .replaceAll('%', 'percent')
    .replace(/^1\//, 'per_')
    .replace(/[()]/g, '')
    .replace(/\^/g, '')
    .replaceAll('/', '_per_')
    .replaceAll(' ', '_');
  return `unit_${words}`;
}

/** One `unitDefinition` element of SBML. The name is the string of the definition. */
export function unitDefinitionXml(text: string): string {
  const units = parseUnit(text).parts.map(
    ({ kind, exponent, scale, multiplier }) =>
      `<unit kind="${kind}" exponent="${exponent}" scale="${scale}" multiplier="${multiplier}"/>`,
  );
  return `<unitDefinition id="${unitIdOf(text)}" name="${text}"><listOfUnits>${units.join('')}</listOfUnits></unitDefinition>`;
}
