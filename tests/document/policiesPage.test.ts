import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Results, withTables } from '../../scripts/policies/results.ts';
import { playCommands, playPlan } from '../../src/cli/runSearch.ts';
import { SEARCH_EFFORT, SEARCHES } from '../../src/cli/searchOptions.ts';
import { loadLevels, readBestLog } from '../../src/levels/nodeLevels.ts';
import { MODEL_VERSION } from '../../src/model/version.ts';

const PAGE = readFileSync('docs/policies.md', 'utf8');
const FOLDER = 'docs/policies/';

/** Blocks of JavaScript of the page, with the file that their first line names. */
const EXAMPLES = [...PAGE.matchAll(/```js\n\/\/ (\S+)\n([\s\S]*?)```/g)].map(([, file = '', text = '']) => ({
  file,
  text,
}));

describe('the page about players', () => {
  it('shows the examples as they are played: every one of them, and nothing else', () => {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith('.mjs'));
    expect(EXAMPLES.map(({ file }) => file).sort()).toEqual(files.map((name) => `${FOLDER}${name}`).sort());
    expect([...PAGE.matchAll(/```js\n/g)]).toHaveLength(EXAMPLES.length);
    for (const { file, text } of EXAMPLES) expect(text, file).toBe(readFileSync(file, 'utf8'));
  });

  it('names every field of an observation', () => {
    const source = readFileSync('src/analysis/player.ts', 'utf8');
    const body = source.match(/interface PlayerObservation \{([\s\S]*?)\n\}/)?.[1] ?? '';
    const fields = [...body.matchAll(/^ {2}readonly (\w+):/gm)].map(([, name]) => name);
    expect(fields.length).toBeGreaterThan(10);
    const table = PAGE.slice(PAGE.indexOf('| field |'));
    for (const field of fields) expect(table).toMatch(new RegExp(`\\| .*\`${field}\``));
  });
});

describe('its results', () => {
  const results = JSON.parse(readFileSync(`${FOLDER}results.json`, 'utf8')) as Results;

  it('are in the page as they are in results.json, of this model and of every level', () => {
    expect(withTables(PAGE, results)).toBe(PAGE);
    expect(results).toMatchObject({ model: MODEL_VERSION, effort: SEARCH_EFFORT, searchesOfASeed: SEARCHES });
    expect(results.levels.map(({ level }) => level)).toEqual(loadLevels().map(({ id }) => id));
    for (const { searches } of results.levels) expect(searches.length).toBeGreaterThanOrEqual(1);
  });

  it.each(loadLevels().map((level) => [level.id, level] as const))(
    '%s: what was found and what is committed play to the stated figures',
    (id, level) => {
      const own = results.levels.find((entry) => entry.level === id);
      if (own === undefined) throw new Error(`no results of ${id}`);
      for (const { plan, score, cost } of [
        ...own.searches,
        ...own.simpler.map((row) => ({ ...row.own, plan: row.plan })),
      ]) {
        const played = playPlan(level, plan);
        expect([played.log.score, played.cost]).toEqual([score, cost]);
      }
      const log = readBestLog(id);
      if (log?.ok !== true) throw new Error(`no best known log of ${id}`);
      expect(playCommands(level, log.value.commands)).toMatchObject({ cost: own.committed.cost });
    },
  );
});
