/**
 * The whole model of one patient as SBML Level 3 Version 2: every quantity and number with its unit, rates as rate
 * rules, algebraic quantities as assignment rules, and what was done to the patient as events.
 */
import { PARAMETER_DEFINITIONS } from '../model/definition/parameters.ts';
import { RATE_DEFINITIONS } from '../model/definition/rates.ts';
import { RATE_RULES, READOUT_RULES } from '../model/definition/rules.ts';
import { SOURCES } from '../model/definition/sources.ts';
import { SPECIES_DEFINITIONS } from '../model/definition/species.ts';
import type { ParameterDefinition, RuleDefinition, SpeciesDefinition } from '../model/definition/types.ts';
import {
  SBML_RATE_MATH,
  SBML_RULE_MATH,
  SBML_UNIT_DEFINITIONS,
  SBML_UNIT_IDS,
} from '../model/generated/sbmlMath.ts';
import { MODEL_HASH, MODEL_VERSION } from '../model/version.ts';
import { eventElement } from './events.ts';
import type { ExportedCourse } from './exportedCourse.ts';
import { mathElement } from './math.ts';
import { NAMESPACES } from './namespaces.ts';
import { t } from './words.ts';
import { element, escapeXml, xmlDocument } from './xml.ts';

/** Where concentrations are measured: SBML makes them of an amount and the size of a compartment. */
const COMPARTMENTS = [
  { id: 'in_mL', name: 'One millilitre of the fluid in which a concentration is measured', unit: 'mL' },
  { id: 'in_L', name: 'One litre of the fluid in which a concentration is measured', unit: 'L' },
  { id: 'body', name: 'The body', unit: 'L' },
] as const;

/** SBML of one course. */
export function sbmlText(course: ExportedCourse): string {
  const hour = unitId('h');
  const model = element(
    'model',
    {
      id: course.id,
      name: course.name,
      timeUnits: hour,
      volumeUnits: unitId('L'),
      substanceUnits: 'dimensionless',
      extentUnits: 'dimensionless',
    },
    notesElement([
      ...course.notes,
      t('sbml.time'),
      t('sbml.concentrations'),
      t('sbml.equations'),
      t('sbml.model', { version: MODEL_VERSION, hash: MODEL_HASH }),
      t('sbml.notClinical'),
    ]),
    list('UnitDefinitions', SBML_UNIT_DEFINITIONS),
    list('Compartments', COMPARTMENTS.map(compartmentElement)),
    list(
      'Species',
      SPECIES_DEFINITIONS.flatMap((species, index) => speciesElement(species, initialOf(index))),
    ),
    list('Parameters', parameterElements(course)),
    list('Rules', ruleElements()),
    ...(course.interventions.length > 0 ? [list('Events', course.interventions.map(eventElement))] : []),
  );
  return xmlDocument(
    element('sbml', { xmlns: NAMESPACES.sbml, 'xmlns:sbml': NAMESPACES.sbml, level: 3, version: 2 }, model),
  );

  function initialOf(index: number): number {
    return course.initial[index] as number;
  }
}

/** SBML identifier of a unit string of the definition. */
function unitId(text: string): string {
  const id = SBML_UNIT_IDS[text];
  if (id === undefined) throw new Error(`SBML has no unit for ${text}`);
  return id;
}

function list(what: string, children: readonly string[]): string {
  return element(`listOf${what}`, {}, ...children);
}

function notesElement(paragraphs: readonly string[]): string {
  const written = paragraphs.map((text) => element('p', {}, escapeXml(text)));
  return element('notes', {}, element('body', { xmlns: NAMESPACES.xhtml }, ...written));
}

function compartmentElement({ id, name, unit }: (typeof COMPARTMENTS)[number]): string {
  return element('compartment', {
    id,
    name,
    spatialDimensions: 3,
    size: 1,
    units: unitId(unit),
    constant: true,
  });
}

/** How SBML holds a species of ours: an amount, a concentration, or, for any other unit, a parameter. */
type Holding =
  | { readonly kind: 'amount'; readonly unit: string }
  | { readonly kind: 'concentration'; readonly unit: string; readonly compartment: string }
  | { readonly kind: 'parameter' };

/** Units of an amount by SBML's rules: a number, or a mass by itself. */
const AMOUNT = /^(1|[pnµm]?g)$/;
const CONCENTRATION = /^([^/]+)\/(m?L)$/;

/** Which element of SBML holds a species: `species` or, for a temperature, a rate or a volume, `parameter`. */
export function holdingOf({ unit }: SpeciesDefinition): Holding {
  if (AMOUNT.test(unit)) return { kind: 'amount', unit };
  const [, amount, volume] = CONCENTRATION.exec(unit) ?? [];
  if (amount === undefined) return { kind: 'parameter' };
  return { kind: 'concentration', unit: amount, compartment: `in_${volume}` };
}

function speciesElement(species: SpeciesDefinition, initial: number): string[] {
  const holding = holdingOf(species);
  if (holding.kind === 'parameter') return [];
  const isAmount = holding.kind === 'amount';
  return [
    element('species', {
      id: species.id,
      name: species.name,
      compartment: isAmount ? 'body' : holding.compartment,
      [isAmount ? 'initialAmount' : 'initialConcentration']: initial,
      substanceUnits: unitId(holding.unit),
      hasOnlySubstanceUnits: isAmount,
      boundaryCondition: true,
      constant: false,
    }),
  ];
}

/** Constants with their origin; species that are no amounts; algebraic quantities, which have no value of their own. */
function parameterElements({ parameters, initial }: ExportedCourse): string[] {
  const constants = PARAMETER_DEFINITIONS.map((parameter, index) =>
    element(
      'parameter',
      { ...attributesOf(parameter), value: parameters[index] as number, constant: true },
      notesElement([originOf(parameter)]),
    ),
  );
  const states = SPECIES_DEFINITIONS.flatMap((species, index) =>
    holdingOf(species).kind === 'parameter'
      ? [
          element('parameter', {
            ...attributesOf(species),
            value: initial[index] as number,
            constant: false,
          }),
        ]
      : [],
  );
  const algebraic = [...RATE_RULES, ...READOUT_RULES].map((rule) =>
    element('parameter', { ...attributesOf(rule), constant: false }),
  );
  return [...states, ...algebraic, ...constants];
}

function attributesOf({ id, name, unit }: SpeciesDefinition | ParameterDefinition | RuleDefinition) {
  return { id, name, units: unitId(unit) };
}

function originOf({ origin, source }: ParameterDefinition): string {
  return `${origin}: ${SOURCES[source]}`;
}

function ruleElements(): string[] {
  const algebraic = [...RATE_RULES, ...READOUT_RULES].map(({ id }) =>
    element('assignmentRule', { variable: id }, mathElement(SBML_RULE_MATH[id] ?? '')),
  );
  const rates = RATE_DEFINITIONS.map(({ species }) =>
    element('rateRule', { variable: species }, mathElement(SBML_RATE_MATH[species] ?? '')),
  );
  return [...algebraic, ...rates];
}
