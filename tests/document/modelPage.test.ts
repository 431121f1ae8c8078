import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import process from 'node:process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { evidenceResults } from '../../scripts/document/evidenceResults.ts';
import { fillIn, numberText, table } from '../../scripts/document/markdown.ts';
import { PAGE } from '../../scripts/document/modelPage.ts';
import { ENDOTOXIN_PLOT } from '../../scripts/document/plots/endotoxinPlot.ts';
import { filesOf } from '../../scripts/document/plots/render.ts';
import { TRIGGERS } from '../../src/model/triggers.ts';

const TOP = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, TOP), 'utf8');

it('page, pictures and document tell what the model is now (else: npm run document)', {
  timeout: 300_000,
}, async () => {
  // In a process of its own: there the model runs at its own speed.
  const check = promisify(execFile)(process.execPath, ['scripts/document.ts', '--check'], { cwd: TOP });
  await expect(check.catch(({ stderr }) => Promise.reject(new Error(stderr)))).resolves.toBeDefined();
});

describe('docs/model.md', () => {
  const page = read(PAGE);

  it('points at headings, pictures and files that exist', () => {
    const headings = [...page.matchAll(/^#+ (.*)$/gm)].map(([, text = '']) =>
      text
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
    const named = [...page.matchAll(/<a id="([^"]+)">/g)].map(([, id]) => id);
    for (const [, anchor] of page.matchAll(/\]\(#([^)]+)\)/g))
      expect([...headings, ...named]).toContain(anchor);
    for (const [, path] of page.matchAll(/(?:src|srcset)="([^"]+)"/g))
      expect(existsSync(new URL(`docs/${path}`, TOP)), path).toBe(true);
    expect(new Set(headings).size, 'two headings with one address').toBe(headings.length);
  });

  it('shows every trigger and says first that it is not for clinical use', () => {
    for (const trigger of TRIGGERS) expect(page).toContain(`(\`${trigger}\`)`);
    expect(page.slice(0, 700)).toContain('not for clinical use');
  });

  it('shows every row of the evidence, the red ones with why', () => {
    for (const { id, color, note } of evidenceResults().rows) {
      expect(page).toContain(`(\`${id}\`)`);
      if (color !== 'green') expect(page).toContain(note);
    }
  });
});

describe('the pictures', () => {
  const folder = new URL('docs/images/model/', TOP);
  const pictures = readdirSync(folder).map((name) => ({
    name,
    text: readFileSync(new URL(name, folder), 'utf8'),
  }));

  it('exist for light and for dark pages', () => {
    const names = pictures.map(({ name }) => name).filter((name) => !name.includes('.dark.'));
    expect(names.length).toBeGreaterThan(12);
    for (const name of names)
      expect(pictures.some((other) => other.name === name.replace('.svg', '.dark.svg'))).toBe(true);
  });

  it('say what they show to who does not see it', () => {
    for (const { name, text } of pictures) {
      expect(text, name).toMatch(/^<svg role="img"[^>]*aria-labelledby="[\w-]+ [\w-]+"/);
      expect(text, name).toMatch(/<title id="[\w-]+">[^<]+<\/title><desc id="[\w-]+">[^<]{60,}<\/desc>/);
      expect(text, name).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('are the same bytes each time they are drawn', async () => {
    const draw = () => Promise.all([filesOf(ENDOTOXIN_PLOT), filesOf(ENDOTOXIN_PLOT)]);
    expect(await draw()).toEqual(await draw());
  });
});

describe('generated parts', () => {
  const text = 'a\n<!-- generated: x -->\nold\n<!-- end of generated -->\nb\n';

  it('replace what stood there and leave the rest', () => {
    const filled = fillIn(text, { x: 'new' });
    expect(filled).toBe('a\n<!-- generated: x -->\n\nnew\n\n<!-- end of generated -->\nb\n');
    expect(fillIn(filled, { x: 'new' })).toBe(filled);
  });

  it('must be known, closed and have a place', () => {
    expect(() => fillIn(text, {})).toThrow('nothing writes the part x');
    expect(() => fillIn(text, { x: '', y: '' })).toThrow('no place for y');
    expect(() => fillIn('<!-- generated: x -->\n', { x: '' })).toThrow('no end');
  });
});

describe('numbers and tables', () => {
  it.each([
    [0, '0'],
    [0.25, '0.25'],
    [-2.58, '−2.58'],
    [1.5e-11, '1.5 × 10⁻¹¹'],
    [1e9, '10⁹'],
    [0.3 / 24, '0.0125'],
    [26.666666, '26.67'],
  ])('%d is written %s', (value, text) => {
    expect(numberText(value)).toBe(text);
  });

  it('keep a bar inside a cell', () => {
    expect(table(['a'], [['x|y']])).toBe('| a |\n|---|\n| x\\|y |');
  });
});
