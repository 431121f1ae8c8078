import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { documentText, modelDocument } from '../../scripts/document/modelDocument.ts';
import { wordsAmiss } from '../../scripts/document/prose.ts';
import type { Formula } from '../../src/model/document.ts';
import { PARAMETERS, Q, SPECIES } from '../../src/model/generated/system.ts';

const model = modelDocument();
const symbols: readonly (readonly [string, Formula])[] = [
  ...model.species,
  ...model.rules,
  ...model.parameters,
].map(({ id, symbol }) => [id, symbol]);
const formulas: readonly (readonly [string, Formula])[] = [
  ...symbols,
  ...[...model.species, ...model.rules].map(({ id, equation }) => [id, equation] as const),
  ...model.notation.map(({ formula, meaning }) => [meaning, formula] as const),
];

/** Elements and attributes of MathML Core that the document may use. */
const ELEMENTS = new Set(
  'math mrow mi mn mo mtext mspace mfrac msqrt msub msup msubsup mover mpadded mtable mtr mtd'.split(' '),
);
const ATTRIBUTES = new Set(
  'display class displaystyle form fence separator stretchy lspace rspace width mathvariant minsize maxsize scriptlevel symmetric'.split(
    ' ',
  ),
);

test('the committed document is what the definition yields (else: npm run generate)', () => {
  const file = new URL('../../src/model/generated/document.json', import.meta.url);
  expect(readFileSync(file, 'utf8') === documentText()).toBe(true);
});

test('it loads in 150 kB gzip', () => {
  expect(gzipSync(documentText()).length).toBeLessThan(150_000);
});

describe('the document', () => {
  it('holds every species, parameter and observable once', () => {
    expect(model.species.map(({ id }) => id)).toEqual([...SPECIES]);
    expect(model.parameters.map(({ id }) => id)).toEqual([...PARAMETERS]);
    const shown = model.rules.filter(({ observable }) => observable).map(({ id }) => id);
    expect([...SPECIES, ...shown].toSorted()).toEqual(Object.keys(Q).toSorted());
  });

  it('has words for everything in the model, and for nothing else', () => {
    expect(wordsAmiss(model)).toEqual([]);
  });

  it('puts each into a group that exists and says in plain words what it is', () => {
    const groups = new Set(model.groups.map(({ id }) => id));
    for (const { id, group } of [...model.species, ...model.rules, ...model.parameters])
      expect(groups.has(group), id).toBe(true);
    for (const { id, plain } of [...model.groups, ...model.species, ...model.rules, ...model.triggers])
      expect(plain, id).toMatch(/^\p{Lu}.*\.$/u);
    for (const { id, clinician } of [...model.groups, ...model.species, ...model.triggers])
      expect(clinician, id).toMatch(/\.$/);
  });

  it('names for every parameter its source and who uses it', () => {
    const sources = new Set(model.sources.map(({ id }) => id));
    for (const { id, source, usedBy } of model.parameters) {
      expect(sources.has(source), id).toBe(true);
      expect(usedBy.length, id).toBeGreaterThan(0);
    }
  });

  it('gives every quantity and parameter a symbol of its own', () => {
    const owners = new Map<string, string>();
    for (const [id, { tex }] of symbols) {
      expect(owners.get(tex), `${id} is written like`).toBeUndefined();
      owners.set(tex, id);
    }
  });

  it('tells of each trigger what it changes, and from what', () => {
    const influenza = model.triggers.find(({ id }) => id === 'influenza');
    expect(influenza?.initial.map(({ id }) => id)).toContain('V');
    for (const { parameters, initial } of model.triggers)
      for (const { value, usual } of [...parameters, ...initial]) expect(value).not.toBe(usual);
  });

  it('tells of each drug its dose and where its kinetics come from', () => {
    for (const drug of model.drugs) {
      for (const text of [drug.usual, drug.kinetics, drug.effect, drug.cost, drug.interactions])
        expect(text, drug.treatment).toMatch(/\S/);
      expect(drug.sources.length, drug.treatment).toBeGreaterThan(0);
    }
  });
});

describe('the formulas', () => {
  it.each(['TNF', 'IL6', 'Lu', 'SOFA'])('%s is in lines that a page can hold', (id) => {
    const [, { tex }] = formulas.find(([key, formula]) => key === id && formula.tex.includes('=')) as [
      string,
      Formula,
    ];
    expect(tex).toContain('\\begin{aligned}');
  });

  it('are MathML Core without style', () => {
    for (const [id, { mathml }] of formulas) {
      expect(mathml, id).toMatch(/^<math[ >].*<\/math>$/s);
      for (const [, element = '', rest = ''] of mathml.matchAll(/<([a-z]+)([^>]*)>/g)) {
        expect(ELEMENTS.has(element), `${element} in ${id}`).toBe(true);
        for (const [, attribute = ''] of rest.matchAll(/([a-z]+)=/g))
          expect(ATTRIBUTES.has(attribute), `${attribute} in ${id}`).toBe(true);
      }
    }
  });

  it('keep every digit and letter of a symbol', () => {
    const il10 = formulas.find(([id]) => id === 'IL10')?.[1].mathml;
    expect(il10).toContain('<mi>IL10</mi>');
    const kt10 = symbols.find(([id]) => id === 'KT10')?.[1].mathml;
    expect(kt10).toContain('<mi>T10</mi>');
  });
});
