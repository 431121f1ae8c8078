/** The definition of the model as one document: what its page in the game and docs/model.md show. */
import { DOSE_DEFINITIONS } from '../../src/model/definition/doses.ts';
import { PARAMETER_DEFINITIONS } from '../../src/model/definition/parameters.ts';
import { RATE_DEFINITIONS } from '../../src/model/definition/rates.ts';
import { RATE_RULES, READOUT_RULES } from '../../src/model/definition/rules.ts';
import { SOURCES } from '../../src/model/definition/sources.ts';
import { SPECIES_DEFINITIONS } from '../../src/model/definition/species.ts';
import { TRIGGER_DEFINITIONS } from '../../src/model/definition/triggers.ts';
import type {
  DocumentChange,
  DocumentDrug,
  DocumentParameter,
  DocumentRule,
  DocumentSpecies,
  DocumentTrigger,
  EquationUses,
  ModelDocument,
} from '../../src/model/document.ts';
import { MODEL_HASH, MODEL_VERSION } from '../../src/model/version.ts';
import { namesIn } from '../expressionCode.ts';
import { equationOf, formulaOf } from './equation.ts';
import { drugProse, GROUPS, NOTATION, ORIGINS, ruleProse, speciesProse, triggerProse } from './prose.ts';
import { symbolOf } from './symbols.ts';

const RULES = [...RATE_RULES, ...READOUT_RULES];
const SPECIES_IDS = new Set(SPECIES_DEFINITIONS.map(({ id }) => id));
const RULE_IDS = new Set(RULES.map(({ id }) => id));

/** Every expression with the id of what it defines. */
const EXPRESSIONS: readonly (readonly [id: string, expression: string])[] = [
  ...RATE_DEFINITIONS.map(({ species, expression }) => [species, expression] as const),
  ...RULES.map(({ id, expression }) => [id, expression] as const),
];
const EXPRESSION = new Map(EXPRESSIONS);
const NAMES = new Map(EXPRESSIONS.map(([id, expression]) => [id, namesIn(expression)]));

function expressionOf(id: string): string {
  const expression = EXPRESSION.get(id);
  if (expression === undefined) throw new Error(`${id} has no equation`);
  return expression;
}

function usesOf(id: string): EquationUses {
  const names = [...(NAMES.get(id) ?? [])];
  return {
    species: names.filter((name) => SPECIES_IDS.has(name)),
    rules: names.filter((name) => RULE_IDS.has(name)),
    parameters: names.filter((name) => !SPECIES_IDS.has(name) && !RULE_IDS.has(name)),
  };
}

const usersOf = (id: string): string[] =>
  EXPRESSIONS.filter(([user]) => user !== id && NAMES.get(user)?.has(id)).map(([user]) => user);

/** Group in which a species or rule is listed; a parameter, and what is not listed yet, stands where it is first used. */
function groupOf(id: string): string {
  const listed = GROUPS.find(({ species, rules }) => species.includes(id) || rules.includes(id));
  if (listed) return listed.id;
  const [user] = usersOf(id).filter((other) => other !== id);
  if (user === undefined) throw new Error(`no equation uses ${id}, and no group lists it`);
  return groupOf(user);
}

function speciesEntry({
  id,
  name,
  unit,
  initial,
  tex,
}: (typeof SPECIES_DEFINITIONS)[number]): DocumentSpecies {
  const expression = expressionOf(id);
  const numerator = tex.length === 1 ? `\\mathrm{d}${tex}` : `\\mathrm{d}\\,${tex}`;
  return {
    id,
    group: groupOf(id),
    name,
    unit,
    value: initial,
    changes: expression === '0' ? 'command' : 'rate',
    symbol: formulaOf(tex, false),
    equation: equationOf(`\\frac{${numerator}}{\\mathrm{d}t}`, expression),
    uses: usesOf(id),
    usedBy: usersOf(id),
    ...speciesProse(id, name),
  };
}

function ruleEntry({ id, name, unit, expression, observable = false }: (typeof RULES)[number]): DocumentRule {
  return {
    id,
    group: groupOf(id),
    name,
    unit,
    observable,
    symbol: formulaOf(symbolOf(id), false),
    equation: equationOf(symbolOf(id), expression),
    uses: usesOf(id),
    usedBy: usersOf(id),
    ...ruleProse(id, name),
  };
}

function parameterEntry(parameter: (typeof PARAMETER_DEFINITIONS)[number]): DocumentParameter {
  const { id, name, unit, value, origin, source } = parameter;
  const symbol = formulaOf(symbolOf(id), false);
  return { id, group: groupOf(id), name, unit, value, origin, source, symbol, usedBy: usersOf(id) };
}

function changesOf(
  changed: Readonly<Record<string, number>>,
  usual: (id: string) => Omit<DocumentChange, 'id' | 'value'> | undefined,
): DocumentChange[] {
  return Object.entries(changed).map(([id, value]) => {
    const found = usual(id);
    if (!found) throw new Error(`a trigger changes ${id}, which is not defined`);
    return { id, value, ...found };
  });
}

function triggerEntry({
  id,
  name,
  parameters,
  initial,
}: (typeof TRIGGER_DEFINITIONS)[number]): DocumentTrigger {
  return {
    id,
    name,
    ...triggerProse(id, name),
    parameters: changesOf(parameters, (key) => {
      const found = PARAMETER_DEFINITIONS.find((parameter) => parameter.id === key);
      return found && { name: found.name, unit: found.unit, usual: found.value };
    }),
    initial: changesOf(initial, (key) => {
      const found = SPECIES_DEFINITIONS.find((species) => species.id === key);
      return found && { name: found.name, unit: found.unit, usual: found.initial };
    }),
  };
}

/** A drug's species and the compartments that it flows into. */
function compartmentsOf(species: string, known: readonly string[] = []): string[] {
  if (known.includes(species)) return [...known];
  const next = usersOf(species).filter((user) => SPECIES_IDS.has(user) && groupOf(user) === 'drugs');
  return next.reduce((found, user) => compartmentsOf(user, found), [...known, species]);
}

/** Sources of the parameters in the equations of a drug's compartments. */
function drugSources(species: string): string[] {
  const parameters = compartmentsOf(species).flatMap((id) => usesOf(id).parameters);
  const sources = PARAMETER_DEFINITIONS.filter(({ id }) => parameters.includes(id)).map(
    ({ source }) => source,
  );
  return [...new Set(sources)];
}

function drugEntry({ treatment, unit, species, factor }: (typeof DOSE_DEFINITIONS)[number]): DocumentDrug {
  return { treatment, unit, species, factor, ...drugProse(treatment), sources: drugSources(species) };
}

/** The whole document. What has no words yet is described by its name, and a test says so. */
export function modelDocument(): ModelDocument {
  return {
    language: 'en',
    version: MODEL_VERSION,
    hash: MODEL_HASH,
    groups: GROUPS.map(({ id, title, plain, clinician }) => ({ id, title, plain, clinician })),
    species: SPECIES_DEFINITIONS.map(speciesEntry),
    rules: RULES.map(ruleEntry),
    parameters: PARAMETER_DEFINITIONS.map(parameterEntry),
    triggers: TRIGGER_DEFINITIONS.map(triggerEntry),
    drugs: DOSE_DEFINITIONS.map(drugEntry),
    notation: NOTATION.map(({ tex, meaning }) => ({ formula: formulaOf(tex, true), meaning })),
    origins: ORIGINS,
    sources: Object.entries(SOURCES).map(([id, text]) => ({ id, text })),
  };
}

/** The document as the text of its file. */
export function documentText(): string {
  return `${JSON.stringify(modelDocument(), null, 1)}\n`;
}
