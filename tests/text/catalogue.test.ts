import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createText, t } from '../../src/text/catalogue.ts';
import branches from '../../src/text/en/branches.json' with { type: 'json' };
import classWords from '../../src/text/en/class.json' with { type: 'json' };
import classApp from '../../src/text/en/classApp.json' with { type: 'json' };
import classBoard from '../../src/text/en/classBoard.json' with { type: 'json' };
import classMap from '../../src/text/en/classMap.json' with { type: 'json' };
import classStudent from '../../src/text/en/classStudent.json' with { type: 'json' };
import classTeacher from '../../src/text/en/classTeacher.json' with { type: 'json' };
import debrief from '../../src/text/en/debrief.json' with { type: 'json' };
import end from '../../src/text/en/end.json' with { type: 'json' };
import model from '../../src/text/en/model.json' with { type: 'json' };
import names from '../../src/text/en/names.json' with { type: 'json' };
import sbml from '../../src/text/en/sbml.json' with { type: 'json' };
import why from '../../src/text/en/why.json' with { type: 'json' };

const FOLDER = new URL('../../src/text/en/', import.meta.url);

function leaves(value: unknown, path: string): (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`));
}

describe('the text catalogue', () => {
  it('joins every file of its folder under the name of the file, and holds only text', () => {
    const { has, addWords } = createText('en');
    expect(has('model.contents'), 'these words come with their page').toBe(false);
    addWords('debrief', debrief);
    addWords('end', end);
    addWords('branches', branches);
    addWords('class', classWords);
    addWords('classApp', classApp);
    addWords('classBoard', classBoard);
    addWords('classMap', classMap);
    addWords('classStudent', classStudent);
    addWords('classTeacher', classTeacher);
    addWords('names', names);
    addWords('model', model);
    addWords('sbml', sbml);
    addWords('why', why);
    for (const file of readdirSync(FOLDER)) {
      const area = file.replace('.json', '');
      for (const [key, sentence] of leaves(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')), area)) {
        expect(typeof sentence, key).toBe('string');
        expect(has(key), key).toBe(true);
      }
    }
  });

  it('fills in values as they are, for they are never shown as markup', () => {
    expect(t('error.notRunning', { treatment: 'A & <b>' })).toBe('A & <b> is not being given.');
  });

  it('throws on a key without a sentence in tests, and shows the key to a player', () => {
    expect(() => createText('en').tAny('error.nothing')).toThrow('error.nothing');
    expect(createText('en', { strict: false }).tAny('error.nothing')).toBe('error.nothing');
  });
});
