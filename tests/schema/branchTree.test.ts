import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkTree } from '../../src/app/branches/checkTree.ts';
import { meansTree, parseBranchTree, parseStoredTree } from '../../src/schema/branchTree.ts';
import { LIMITS } from '../../src/schema/limits.ts';
import { createText } from '../../src/text/catalogue.ts';
import { smallTree } from '../app/branches/support.ts';
import { SHORT_LEVEL } from '../app/fixtures.ts';

const text = createText('en');
const TREE = smallTree();
const [ROOT, EARLY, LATE, DEEP] = TREE.branches;
if (!ROOT || !EARLY || !LATE || !DEEP) throw new Error('four branches');

/** `code path` of a refused text, after making sure that it has a sentence which names the path. */
function refusal(source: string): string {
  const parsed = parseBranchTree(source);
  if (parsed.ok) return 'ok';
  const { code, path, values } = parsed.problem;
  const sentence = text.tAny(`error.input.${code}`, { ...values, path });
  expect(sentence).toContain(path);
  expect(sentence).not.toMatch(/\{\{|undefined|\[object/);
  return `${code} ${path}`;
}

const refusalOf = (change: object): string => refusal(JSON.stringify({ ...TREE, ...change }));
const withBranches = (...branches: readonly unknown[]): string => refusalOf({ branches });

describe('a tree of branches from outside', () => {
  it('is taken when it is whole', () => {
    expect(parseBranchTree(JSON.stringify(TREE))).toEqual({ ok: true, value: TREE });
    expect(parseStoredTree(TREE)).toEqual({ ok: true, value: TREE });
  });

  it('is refused when it is no JSON, or something else', () => {
    expect(refusal('')).toBe('empty file');
    expect(refusal('hello')).toBe('notJson file');
    for (const other of ['null', '[]', '7', '"tree"']) expect(refusal(other)).toBe('wrongType file');
    expect(refusal('{}')).toBe('missingField format');
    expect(refusalOf({ format: 2 })).toBe('unknownFormat format');
    expect(refusalOf({ kind: 'tree' })).toBe('notAllowed kind');
    expect(refusalOf({ note: 1 })).toBe('unknownField note');
    expect(refusal(JSON.stringify(ROOT.log))).toMatch(/^(unknownField|missingField) /);
  });

  it('is refused unread when it is too large or too deep', () => {
    expect(refusal(' '.repeat(LIMITS.treeCharacters + 1))).toBe('tooLarge file');
    expect(refusal('['.repeat(200_000))).toBe('tooDeep file');
    expect(refusal(JSON.stringify(TREE).replace('"name"', '"__proto__"'))).toMatch(/^forbiddenKey /);
  });

  it('is refused when it has no branch, or more than a tree may hold', () => {
    expect(withBranches()).toBe('tooShort branches');
    const many = Array.from({ length: LIMITS.branches + 1 }, (_, index) => ({ ...EARLY, id: `x${index}` }));
    expect(withBranches(ROOT, ...many)).toBe('tooLong branches');
  });

  it('is refused when its branches are no tree', () => {
    expect(withBranches(ROOT, EARLY, { ...LATE, id: 'b2' })).toBe('duplicate branches[2].id');
    expect(withBranches(ROOT, DEEP, EARLY)).toBe('wrongParent branches[1].parent');
    expect(withBranches(EARLY)).toBe('wrongParent branches[0].parent');
    expect(withBranches(ROOT, { ...ROOT, id: 'b2' })).toBe('wrongParent branches[1].parent');
    expect(withBranches(ROOT, { ...EARLY, parent: 'b2' })).toBe('wrongParent branches[1].parent');
    expect(withBranches({ ...ROOT, forkTick: 5 })).toBe('tooBig branches[0].forkTick');
  });

  it('is refused when a field of a branch is not of its kind', () => {
    const early = (change: object): string => withBranches(ROOT, { ...EARLY, ...change });
    expect(early({ forkTick: -1 })).toBe('tooSmall branches[1].forkTick');
    expect(early({ forkTick: 0.5 })).toBe('notWhole branches[1].forkTick');
    expect(early({ forkTick: '7' })).toBe('wrongType branches[1].forkTick');
    expect(early({ parent: 7 })).toBe('wrongType branches[1].parent');
    expect(early({ parent: undefined })).toBe('missingField branches[1].parent');
    expect(early({ id: '<b>' })).toBe('wrongForm branches[1].id');
    expect(early({ name: '' })).toBe('tooShort branches[1].name');
    expect(early({ name: 'x'.repeat(LIMITS.nameCharacters + 1) })).toBe('tooLong branches[1].name');
    expect(early({ name: 'turned \u202Eround' })).toBe('wrongForm branches[1].name');
    expect(early({ colour: 'red' })).toBe('unknownField branches[1].colour');
    expect(early({ log: { ...EARLY.log, score: 101 } })).toBe('tooBig branches[1].log.score');
    expect(early({ log: null })).toBe('wrongType branches[1].log');
  });

  it('is refused when the commands of a log are out of order or beyond its end', () => {
    const [one, two, three] = EARLY.log.commands;
    const swapped = { ...EARLY, log: { ...EARLY.log, commands: [two, one, three] } };
    expect(withBranches(ROOT, swapped)).toBe('order branches[1].log.commands[1].tick');
    const late = { ...EARLY, log: { ...EARLY.log, commands: [{ ...one, tick: EARLY.log.endTick }] } };
    expect(withBranches(ROOT, late)).toBe('tooBig branches[1].log.commands[0].tick');
  });
});

type Place = { readonly holder: Record<string, unknown>; readonly key: string };

function placesOf(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesOf(holder[key])]);
}

const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(-1, 0, 0.5, 1e9, 1e308, '', 'b1', 'b2', '__proto__', '<script>', null, [], {}),
);

describe('one place of a tree changed to anything', () => {
  it('leaves one that is refused in words, or whose games all hold and fit together; nothing throws', () => {
    const source = JSON.stringify(TREE);
    fc.assert(
      fc.property(fc.nat(), anything, fc.boolean(), (at, value, remove) => {
        const copy = JSON.parse(source) as unknown;
        const places = placesOf(copy);
        const place = places[at % places.length];
        if (place && remove) delete place.holder[place.key];
        else if (place) place.holder[place.key] = value;
        const mutated = JSON.stringify(copy);
        expect(() => meansTree(mutated)).not.toThrow();
        if (refusal(mutated) !== 'ok') return;
        const parsed = parseBranchTree(mutated);
        if (!parsed.ok || checkTree(parsed.value, [SHORT_LEVEL]) !== null) return;
        // What may differ and still hold: names, ids, earlier forks, and what the host declares.
        parsed.value.branches.forEach((branch, index) => {
          const before = TREE.branches[index];
          expect(branch.log.commands).toEqual(before?.log.commands);
          expect(branch.log.checkpoints).toEqual(before?.log.checkpoints);
          expect(branch.log.score).toBe(before?.log.score);
        });
      }),
      { numRuns: 400, seed: 31 },
    );
  });

  it('any text at all is refused, not thrown at anyone', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (source) => {
        expect(parseBranchTree(source).ok).toBe(false);
      }),
      { numRuns: 300, seed: 32 },
    );
  });
});
