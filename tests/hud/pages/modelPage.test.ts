import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CALIBRATION,
  type CalibrationPart,
  evidenceText,
  MODEL_DOCUMENT,
} from '../../../src/app/modelFacts.ts';
import { fragmentOf, modelPlaceOf } from '../../../src/app/navigation.ts';
import { LAB_ORDER } from '../../../src/hud/labReadings.ts';
import { VITAL_LIMITS } from '../../../src/hud/limits.ts';
import { factorsNotExcluded } from '../../../src/hud/pages/model/calibrationSection.tsx';
import { ROWS } from '../../../src/hud/pages/model/evidenceSection.tsx';
import {
  actsOn,
  elementId,
  findPlaces,
  PLACES,
  parameterHolds,
  placeOf,
} from '../../../src/hud/pages/model/lookup.ts';
import { amountText, numberText, unitText } from '../../../src/hud/pages/model/numbers.ts';
import { PLOTS_OF_EVIDENCE, PLOTS_OF_TRIGGER } from '../../../src/hud/pages/model/plots.tsx';
import { OBSERVABLE } from '../../../src/hud/sofa.ts';

const ROOT = new URL('../../../', import.meta.url);

describe('places of the page about the model', () => {
  it('have an id each that no other has, and that an address can carry', () => {
    const ids = PLACES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(modelPlaceOf(fragmentOf('model', id)), id).toBe(id);
  });

  it('hold every quantity and parameter of the model', () => {
    const { species, rules, parameters } = MODEL_DOCUMENT;
    for (const { id } of [...species, ...rules, ...parameters]) expect(placeOf(id)?.id, id).toBe(id);
  });

  it('are there for every number that the bedside and the score explain', () => {
    const explained = [
      ...Object.keys(VITAL_LIMITS),
      ...LAB_ORDER,
      ...Object.values(OBSERVABLE),
      'SOFA',
      'guard',
      'part-drugs',
    ];
    expect(explained.filter((id) => placeOf(id) === undefined)).toEqual([]);
  });

  it('stand in elements that the page itself does not name otherwise', () => {
    expect(elementId('IL6')).toBe('model-IL6');
  });
});

describe('the search', () => {
  it('finds by name or symbol, whatever the case, dashes and Greek letters in between', () => {
    for (const text of ['IL-6', 'il6', 'IL 6']) expect(findPlaces(text)[0]?.id, text).toBe('IL6');
    expect(findPlaces('tocilizumab').map(({ id }) => id)).toContain('drug-tocilizumab');
    const [parameter] = MODEL_DOCUMENT.parameters;
    expect(findPlaces(parameter?.name ?? '').map(({ id }) => id)).toContain(parameter?.id);
  });

  it('finds nothing for nothing, and for what is not there', () => {
    for (const text of ['', '  ', '--', 'phlogiston']) expect(findPlaces(text), text).toEqual([]);
  });
});

describe('the map', () => {
  it('says which processes name a quantity of another in their equations', () => {
    const groups = new Set(MODEL_DOCUMENT.groups.map(({ id }) => id));
    for (const { id } of MODEL_DOCUMENT.groups)
      for (const other of actsOn(id)) expect(groups.has(other) && other !== id, `${id} ${other}`).toBe(true);
    // Interleukin 6 stands in the reading of the storm.
    expect(actsOn('cytokines')).toContain('readouts');
    expect(actsOn('readouts')).not.toContain('cytokines');
  });
});

describe('the filter of parameters', () => {
  const [parameter] = MODEL_DOCUMENT.parameters;
  if (!parameter) throw new Error('no parameter');
  it('looks at id, name, unit and source', () => {
    for (const text of [parameter.id, parameter.name, parameter.unit, ''])
      expect(parameterHolds(parameter, text), text).toBe(true);
    expect(parameterHolds(parameter, 'phlogiston')).toBe(false);
  });
});

describe('the table of evidence', () => {
  it('has every row of evidence/results.json, red before yellow before green', () => {
    const committed = JSON.parse(readFileSync(new URL('evidence/results.json', ROOT), 'utf8')) as {
      rows: readonly { id: string; color: string }[];
    };
    expect(ROWS.map(({ id }) => id).toSorted()).toEqual(committed.rows.map(({ id }) => id).toSorted());
    const order = ['red', 'yellow', 'green'];
    const ranks = ROWS.map(({ color }) => order.indexOf(color));
    expect(ranks).toEqual(ranks.toSorted((one, other) => one - other));
    expect(JSON.parse(evidenceText())).toEqual(committed);
  });
});

describe('the calibration', () => {
  const part: CalibrationPart = {
    parameters: { Emx: 0.6 },
    objective: 8,
    profiles: [
      { id: 'Emx', factor: 0.5, objective: 14 },
      { id: 'Emx', factor: 0.85, objective: 9 },
      { id: 'Emx', factor: 1.15, objective: 11.8 },
      { id: 'Emx', factor: 1.4, objective: 11.9 },
      { id: 'other', factor: 2, objective: 8 },
    ],
    alternatives: [],
  };

  it('excludes what makes the fit worse by 3.84 or more', () => {
    expect(factorsNotExcluded(part, 'Emx')).toEqual({ low: 0.85, high: 1.15 });
    expect(factorsNotExcluded(part, 'unknown')).toEqual({ low: 1, high: 1 });
  });

  it('is that of evidence/calibration/fit.json, with a name for each parameter but the one of the map', () => {
    const found = CALIBRATION.flatMap(({ parameters }) => Object.keys(parameters));
    expect(found.length).toBeGreaterThan(5);
    expect(found.filter((id) => placeOf(id) === undefined)).toEqual(['organHalf']);
  });
});

describe('pictures', () => {
  it('are all shown', () => {
    const drawn = readdirSync(new URL('docs/images/model/', ROOT))
      .filter((file) => file.endsWith('.dark.svg'))
      .map((file) => file.replace('.dark.svg', ''));
    const shown = [...PLOTS_OF_EVIDENCE, ...Object.values(PLOTS_OF_TRIGGER).flat()];
    expect(drawn.filter((name) => !shown.includes(name))).toEqual([]);
  });
});

describe('numbers', () => {
  it.each([
    [0, '0'],
    [0.6, '0.6'],
    [1.0819, '1.082'],
    [-2.487, '−2.487'],
    [30_000, '30000'],
    [2.6e-9, '2.6 × 10⁻⁹'],
    [-4e5, '−4 × 10⁵'],
    [1e6, '10⁶'],
  ])('%d is written %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('carry their unit', () => {
    expect(unitText('1e6 CFU/mL')).toBe('10⁶ CFU/mL');
    expect(amountText(1.53, 'pg/mL')).toBe('1.53 pg/mL');
    expect(amountText(1, '1')).toBe('1');
  });
});
