import { describe, expect, it } from 'vitest';
import type { Case, Situation, Subject } from '../../../../src/app/debrief/situation.ts';
import type { Snapshot } from '../../../../src/engine/types.ts';
import { hintOfCase, reasonOf, sentenceText } from '../../../../src/hud/pages/debrief/why.ts';
import { REASONS, SAME_REASON } from '../../../../src/hud/pages/debrief/whyReasons.ts';
import { type Source, WHY_SOURCES } from '../../../../src/hud/pages/debrief/whySources.ts';
import { Q, QUANTITIES } from '../../../../src/model/generated/system.ts';
import { TRIGGERS } from '../../../../src/model/triggers.ts';
import hud from '../../../../src/text/en/hud.json' with { type: 'json' };
import words from '../../../../src/text/en/why.json' with { type: 'json' };

const TREATMENTS = [
  'antiviral',
  'nirmatrelvir',
  'antibiotic',
  'dexamethasone',
  'hydrocortisone',
  'tocilizumab',
  'siltuximab',
  'anakinra',
  'baricitinib',
  'tnfBlocker',
  'fluids',
  'norepinephrine',
  'renalReplacement',
  'oxygen',
  'ventilator',
] as const satisfies readonly Subject[];

const OF_TREATMENTS = [
  'missed',
  'right',
  'tooLate',
  'tooEarly',
  'tooLittle',
  'tooMuch',
  'withoutUse',
  'harmful',
  'stoppedEarly',
  'stopMissed',
] as const satisfies readonly Situation[];

const OF_EVERY = ['harmless', 'several', 'test', 'drift'] as const satisfies readonly Situation[];

const CASES: readonly Case[] = [
  ...TREATMENTS.flatMap((subject) => OF_TREATMENTS.map((situation) => ({ subject, situation }))),
  ...OF_EVERY.map((situation) => ({ subject: 'every' as const, situation })),
];

/** A moment with numbers that are easy to find in a sentence. */
function testMoment(): Snapshot {
  const values = new Float64Array(QUANTITIES.length);
  values[Q.SpO2] = 91.4;
  values[Q.MAP] = 58.2;
  values[Q.S6] = 12.6;
  const nothing = { oxygenStep: 0, treatments: [], labs: [], objectives: [], outcome: null };
  return { tick: 600, hour: 30, values, ...nothing };
}

const MOMENT = testMoment();

/** Leaves of a tree of words by their path. */
function leaves(tree: unknown, path: string): (readonly [string, string])[] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(tree as object).flatMap(([key, inner]) =>
    leaves(inner, path ? `${path}.${key}` : key),
  );
}

/** A sentence ends with a full stop, a question mark or an exclamation mark before a space or the end. */
function sentences(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== '');
}

describe('the reasons of marks', () => {
  it('stand in the catalogue and in the list with their sources, both the same', () => {
    const written = leaves(words.reason, '').map(([key]) => key);
    expect(written.toSorted()).toEqual(Object.keys(REASONS).toSorted());
  });

  it('are two sentences each, the second one closed', () => {
    for (const [key, text] of leaves(words.reason, '')) {
      const parts = sentences(text);
      expect(parts, key).toHaveLength(2);
      for (const part of parts) expect(part, key).toMatch(/^[A-Z\d].*\.$/su);
    }
  });

  it('are there for every case under every trigger, never a sentence about nothing for a treatment', () => {
    for (const trigger of TRIGGERS) {
      for (const { subject, situation } of CASES) {
        const why = reasonOf({ subject, situation }, trigger, MOMENT);
        const told = `${trigger} ${subject} ${situation}`;
        expect(why.key.startsWith(`why.reason.${subject}.`), `${told}: ${why.key}`).toBe(true);
        expect(sentenceText(why), told).not.toMatch(/\{\{|NaN|undefined/);
        expect(why.source.text.length, told).toBeGreaterThan(20);
      }
    }
  });

  it('are all reached by some case', () => {
    const reached = new Set(
      TRIGGERS.flatMap((trigger) => CASES.map((found) => reasonOf(found, trigger, MOMENT).key)),
    );
    const idle = Object.keys(REASONS).filter((key) => !reached.has(`why.reason.${key}`));
    expect(idle).toEqual([]);
    for (const [from, to] of Object.entries(SAME_REASON)) expect(REASONS[to], from).toBeDefined();
  });

  it('tell the numbers of the moment', () => {
    const steroid = reasonOf({ subject: 'dexamethasone', situation: 'withoutUse' }, 'covid19', MOMENT);
    expect(sentenceText(steroid)).toContain('At 30 h the saturation was 91 %');
    const antibody = reasonOf({ subject: 'tocilizumab', situation: 'withoutUse' }, 'covid19', MOMENT);
    expect(sentenceText(antibody)).toContain('only 13 pg/mL');
    const fluids = reasonOf({ subject: 'fluids', situation: 'withoutUse' }, 'sepsis', MOMENT);
    expect(sentenceText(fluids)).toContain('58 mmHg');
  });

  it('differ by illness where the illness decides', () => {
    const of = (found: Case, trigger: string) => reasonOf(found, trigger, MOMENT).key;
    const much = { subject: 'dexamethasone', situation: 'tooMuch' } as const;
    expect(of(much, 'carT')).toBe('why.reason.dexamethasone.tooMuch.carT');
    expect(of(much, 'covid19')).toBe('why.reason.dexamethasone.tooMuch.any');
    const early = { subject: 'dexamethasone', situation: 'tooEarly' } as const;
    expect(of(early, 'influenza')).toBe('why.reason.dexamethasone.tooMuch.influenza');
    const blocked = { subject: 'tocilizumab', situation: 'withoutUse' } as const;
    expect(of(blocked, 'pneumonia')).toBe('why.reason.tocilizumab.tooMuch.sepsis');
    const spent = { subject: 'dexamethasone', situation: 'harmful' } as const;
    expect(of(spent, 'carT')).toBe('why.reason.dexamethasone.tooMuch.carT');
    expect(of(spent, 'covid19')).toBe('why.reason.dexamethasone.withoutUse.covid19');
    expect(of(blocked, 'carT')).toBe('why.reason.tocilizumab.withoutUse.any');
    expect(of({ subject: 'antibiotic', situation: 'tooLate' }, 'endotoxinSepsis')).toBe(
      'why.reason.antibiotic.tooLate.sepsis',
    );
    expect(of({ subject: 'hydrocortisone', situation: 'right' }, 'pneumonia')).toBe(
      'why.reason.hydrocortisone.missed.pneumonia',
    );
  });
});

describe('the sources of reasons', () => {
  it('have a title and an address that opens, but for the pages of the game itself', () => {
    for (const [id, source] of Object.entries<Source>(WHY_SOURCES)) {
      expect(source.text, id).toMatch(/\.$/);
      if (id === 'debrief') expect(source.text).toContain('docs/debrief.md');
      else expect(source.url, id).toMatch(/^https:\/\/[^\s<>"]+$/);
    }
  });

  it('are all used', () => {
    const used = new Set<string>(Object.values(REASONS));
    expect(Object.keys(WHY_SOURCES).filter((id) => !used.has(id))).toEqual([]);
  });
});

describe('hints', () => {
  const names = [
    ...Object.values(hud.treatment).map(({ name }) => name),
    ...[
      'remdesivir',
      'nirmatrelvir',
      'meropenem',
      'steroid',
      'hydrocortisone',
      'infliximab',
      'oxygen',
      'drip',
      'bag',
    ],
    ...Object.entries(hud.oxygen).flatMap(([key, name]) =>
      key in { nasal: 1, highFlow: 1, ventilator: 1 } ? [name] : [],
    ),
  ];

  it('are one sentence each and name no order', () => {
    expect(names).toContain('Tocilizumab');
    expect(names).toContain('High flow');
    for (const [key, text] of Object.entries(words.hint)) {
      expect(sentences(text), key).toHaveLength(1);
      for (const name of names) expect(text.toLowerCase(), key).not.toContain(name.toLowerCase());
    }
  });

  it('are there for every case, and all of them are used', () => {
    const given = new Set(
      TRIGGERS.flatMap((trigger) => CASES.map((found) => hintOfCase(found, trigger).key)),
    );
    for (const key of given) expect(sentenceText({ key, values: {} })).not.toBe(key);
    const idle = Object.keys(words.hint).filter((key) => !given.has(`why.hint.${key}`));
    expect(idle).toEqual([]);
  });

  it('look at the bedside first after CAR-T cells', () => {
    const missed = { subject: 'tocilizumab', situation: 'missed' } as const;
    expect(hintOfCase(missed, 'carT').key).toBe('why.hint.storm');
    expect(hintOfCase(missed, 'covid19').key).toBe('why.hint.doubling');
  });
});
