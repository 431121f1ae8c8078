/** How to run the exported model and what to look at, as SED-ML Level 1 Version 4. */
import { SPECIES_DEFINITIONS } from '../model/definition/species.ts';
import { Q, type QuantityId } from '../model/generated/system.ts';
import { QUANTITY_INFO } from '../model/quantities.ts';
import type { ExportedCourse } from './exportedCourse.ts';
import { holdingOf } from './modelSbml.ts';
import { NAMESPACES } from './namespaces.ts';
import { t } from './words.ts';
import { element, xmlDocument } from './xml.ts';

/** LSODA, its relative and its absolute tolerance, by their names in the Kinetic Simulation Algorithm Ontology. */
const LSODA = 'KISAO:0000088';
const TOLERANCES = [
  { kisaoID: 'KISAO:0000209', value: '1e-9' },
  { kisaoID: 'KISAO:0000211', value: '1e-12' },
] as const;

interface Plot {
  readonly id: string;
  readonly name: string;
  readonly scale: 'linear' | 'log10';
  readonly quantities: readonly QuantityId[];
}

function plots(): readonly Plot[] {
  return [
    {
      id: 'cytokines',
      name: t('sbml.plots.cytokines'),
      scale: 'log10',
      quantities: ['IL6', 'TNF', 'IL10', 'CRP'],
    },
    {
      id: 'infection',
      name: t('sbml.plots.infection'),
      scale: 'linear',
      quantities: ['viralLoad', 'bacterialLoad'],
    },
    { id: 'circulation', name: t('sbml.plots.circulation'), scale: 'linear', quantities: ['MAP', 'HR'] },
    { id: 'breathing', name: t('sbml.plots.breathing'), scale: 'linear', quantities: ['PF', 'SpO2', 'RR'] },
    { id: 'organs', name: t('sbml.plots.organs'), scale: 'linear', quantities: ['E', 'Lu', 'He', 'Ki'] },
  ];
}

/** SED-ML that runs `modelFile` over the course, once an hour, and shows its main quantities. */
export function sedmlText(course: ExportedCourse, modelFile: string): string {
  return xmlDocument(
    element(
      'sedML',
      { xmlns: NAMESPACES.sedml, 'xmlns:sbml': NAMESPACES.sbml, level: 1, version: 4 },
      element('listOfSimulations', {}, timeCourse(course)),
      element(
        'listOfModels',
        {},
        element('model', {
          id: 'model',
          name: course.name,
          language: 'urn:sedml:language:sbml.level-3.version-2',
          source: modelFile,
        }),
      ),
      element(
        'listOfTasks',
        {},
        element('task', { id: 'task', modelReference: 'model', simulationReference: 'course' }),
      ),
      element('listOfDataGenerators', {}, timeGenerator(), ...QUANTITY_INFO.map(({ id }) => generator(id))),
      element('listOfOutputs', {}, ...plots().map(plotElement), report()),
    ),
  );
}

function timeCourse({ startHour, endHour }: ExportedCourse): string {
  const algorithm = element(
    'algorithm',
    { kisaoID: LSODA },
    element(
      'listOfAlgorithmParameters',
      {},
      ...TOLERANCES.map((tolerance) => element('algorithmParameter', tolerance)),
    ),
  );
  return element(
    'uniformTimeCourse',
    {
      id: 'course',
      initialTime: 0,
      outputStartTime: startHour,
      outputEndTime: endHour,
      numberOfSteps: Math.max(1, Math.round(endHour - startHour)),
    },
    algorithm,
  );
}

const dataOf = (id: string): string => `data_${id}`;

function timeGenerator(): string {
  return generatorOf('time', t('sbml.hour'), { symbol: 'urn:sedml:symbol:time' });
}

function generator(id: QuantityId): string {
  return generatorOf(id, labelOf(id), { target: targetOf(id) });
}

function generatorOf(id: string, name: string, found: Readonly<Record<string, string>>): string {
  const variable = element('variable', { id: `variable_${id}`, taskReference: 'task', ...found });
  return element(
    'dataGenerator',
    { id: dataOf(id), name },
    element('listOfVariables', {}, variable),
    `<math xmlns="${NAMESPACES.mathml}"><ci>variable_${id}</ci></math>`,
  );
}

/** Where the SBML holds a quantity. */
function targetOf(id: QuantityId): string {
  const species = SPECIES_DEFINITIONS[Q[id]];
  const isSpecies = species !== undefined && holdingOf(species).kind !== 'parameter';
  const [list, name] = isSpecies ? ['listOfSpecies', 'species'] : ['listOfParameters', 'parameter'];
  return `/sbml:sbml/sbml:model/sbml:${list}/sbml:${name}[@id='${id}']`;
}

function labelOf(id: QuantityId): string {
  const info = QUANTITY_INFO[Q[id]];
  if (info === undefined) throw new Error(`unknown quantity ${id}`);
  return info.unit === '1' ? info.name : `${info.name} (${info.unit})`;
}

function plotElement({ id, name, scale, quantities }: Plot): string {
  const curves = quantities.map((quantity) =>
    element('curve', {
      id: `curve_${quantity}`,
      name: labelOf(quantity),
      type: 'points',
      xDataReference: dataOf('time'),
      yDataReference: dataOf(quantity),
    }),
  );
  return element(
    'plot2D',
    { id: `plot_${id}`, name, legend: true },
    element('xAxis', { type: 'linear', name: t('sbml.hour') }),
    element('yAxis', { type: scale }),
    element('listOfCurves', {}, ...curves),
  );
}

function report(): string {
  const time = element('dataSet', { id: 'set_time', label: t('sbml.hour'), dataReference: dataOf('time') });
  const sets = QUANTITY_INFO.map(({ id }) =>
    element('dataSet', { id: `set_${id}`, label: id, dataReference: dataOf(id) }),
  );
  return element(
    'report',
    { id: 'report', name: t('sbml.report') },
    element('listOfDataSets', {}, time, ...sets),
  );
}
