import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { generateModel } from '../../scripts/generateModel.ts';
import { ROOT } from './sources.ts';

const generated = generateModel();

test('the generator writes something', () => {
  expect(generated.length).toBeGreaterThan(0);
  for (const { text } of generated) expect(text).toContain('rightHandSide');
});

test.each(generated)('$path is what the definition yields (else: npm run generate)', ({ path, text }) => {
  const file = isAbsolute(path) ? path : `${ROOT}/${path}`;
  expect(existsSync(file)).toBe(true);
  expect(readFileSync(file, 'utf8')).toBe(text);
});
