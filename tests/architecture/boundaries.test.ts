import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BoundaryReport, checkBoundaries } from '../../scripts/checkBoundaries.ts';
import { ROOT } from './sources.ts';

test('every file of src is read, and none imports what its floor may not', () => {
  const { violations, unread, moduleCount } = checkBoundaries(ROOT);
  expect(moduleCount).toBeGreaterThan(50);
  expect(unread).toEqual([]);
  expect(violations).toEqual([]);
});

/** A little house with one bad import a file, and the rule that must catch it. */
const BAD_FILES: Readonly<Record<string, readonly [text: string, rule: string]>> = {
  'src/math/power.ts': ["import '../model/good.ts';", 'math-imports'],
  'src/model/rates.ts': ["import '../engine/good.ts';", 'model-imports'],
  'src/engine/step.ts': ["import '../app/good.ts';", 'engine-imports'],
  'src/engine/screen.ts': ["import 'phaser';", 'phaser-place'],
  'src/engine/disk.ts': ["import 'node:fs';", 'engine-node'],
  'src/engine/parse.ts': ["import 'valibot';", 'valibot-place'],
  'src/analysis/debrief.ts': ["import '../schema/good.ts';", 'analysis-imports'],
  'src/sbml/model.ts': ["import '../analysis/good.ts';", 'sbml-imports'],
  'src/sbml/page.ts': ["import 'preact';", 'sbml-packages'],
  'src/schema/level.ts': ["import { good } from '../engine/good.ts';\ngood();", 'schema-types-only'],
  'src/levels/list.ts': ["import '../app/good.ts';", 'levels-imports'],
  'src/text/words.ts': ["import '../app/good.ts';", 'text-imports'],
  'src/app/session.ts': ["import '../scenes/good.ts';", 'app-imports'],
  'src/app/beep.ts': ["import 'howler';", 'howler-place'],
  'src/app/frame.ts': ["import 'phaser';", 'phaser-place'],
  'src/scenes/panel.ts': ["import '../hud/good.ts';", 'scenes-imports'],
  'src/scenes/solver.ts': ["import { good } from '../engine/good.ts';\ngood();", 'scenes-types-only'],
  'src/hud/monitor.ts': ["import '../scenes/good.ts';", 'hud-imports'],
  'src/hud/order.ts': ["import { good } from '../engine/good.ts';\ngood();", 'hud-types-only'],
  'src/server/page.ts': ["import '../hud/good.ts';", 'server-imports'],
  'src/cli/draw.ts': ["import '../scenes/good.ts';", 'cli-imports'],
  'src/cli/table.ts': ["import 'preact';", 'cli-packages'],
  'src/hud/root.ts': ["import '../main.ts';", 'root-is-root'],
  'src/app/helper.ts': ["import '../../tests/aid.ts';", 'root-is-root'],
  'src/app/lost.ts': ["import './nowhere.ts';", 'resolvable'],
  'src/common/things.ts': ["import '../math/good.ts';", 'known-floor'],
  'src/engine/circle.ts': ["import './round.ts';", 'no-cycle'],
};

/** Allowed imports; none of these files may be named by any rule. */
const GOOD_FILES: Readonly<Record<string, string>> = {
  'tests/aid.ts': 'export const aid = 1;',
  'src/main.ts': "import './app/good.ts';\nimport './hud/allowed.ts';\nimport './scenes/allowed.ts';",
  'src/engine/round.ts': "import './circle.ts';",
  'src/schema/allowed.ts':
    "import 'valibot';\nimport type { good } from '../engine/good.ts';\nexport type G = typeof good;",
  'src/app/sound.ts': "import 'howler';\nimport '../engine/good.ts';",
  'src/scenes/allowed.ts':
    "import 'phaser';\nimport type { good } from '../engine/good.ts';\nexport type G = typeof good;",
  'src/hud/allowed.ts': "import 'preact';\nimport '../app/good.ts';\nimport '../text/good.ts';",
  'src/server/allowed.ts': "import 'node:fs';\nimport 'fastify';\nimport '../engine/good.ts';",
  ...Object.fromEntries(
    [
      'math',
      'model',
      'engine',
      'analysis',
      'sbml',
      'schema',
      'levels',
      'text',
      'app',
      'scenes',
      'hud',
      'server',
      'cli',
    ].map((floor) => [`src/${floor}/good.ts`, 'export const good = () => 1;']),
  ),
};

let house = '';
let report: BoundaryReport;

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'stormward-floors-'));
  const bad = Object.entries(BAD_FILES).map(([path, [text]]) => [path, text] as const);
  for (const [path, text] of [...bad, ...Object.entries(GOOD_FILES)]) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), `${text}\n`);
  }
  writeFileSync(join(house, 'package.json'), JSON.stringify({ type: 'module' }));
  symlinkSync(`${ROOT}/node_modules`, join(house, 'node_modules'));
  report = checkBoundaries(house);
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each(Object.entries(BAD_FILES))('%s is refused', (path, [, rule]) => {
  expect(report.violations.some((line) => line.startsWith(`${rule}: ${path} -> `))).toBe(true);
});

test('allowed imports pass', () => {
  const inCircle = 'src/engine/round.ts';
  const named = Object.keys(GOOD_FILES).filter((path) => path !== inCircle);
  expect(report.violations.filter((line) => named.some((path) => line.includes(`: ${path} -> `)))).toEqual(
    [],
  );
});
