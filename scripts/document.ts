/**
 * `npm run document`: writes all that tells of the model from the model itself: the document of the game's page,
 * the pictures of docs/images/model and the generated parts of docs/model.md. With `--check` it writes nothing,
 * names what is stale and leaves with 1.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { documentText } from './document/modelDocument.ts';
import { modelPage, PAGE } from './document/modelPage.ts';
import { plotFiles } from './document/plots/allPlots.ts';
import type { PlotFile } from './document/plots/render.ts';

const TOP = new URL('../', import.meta.url);
const IMAGES = 'docs/images/model/';

const files: readonly PlotFile[] = [
  { path: 'src/model/generated/document.json', text: documentText() },
  { path: PAGE, text: modelPage() },
  ...(await plotFiles()),
];

/** Pictures that nothing draws any more. */
function leftOver(): string[] {
  const folder = new URL(IMAGES, TOP);
  const found = existsSync(folder) ? readdirSync(folder).map((name) => `${IMAGES}${name}`) : [];
  return found.filter((name) => files.every(({ path }) => path !== name));
}

function check(): void {
  const isStale = ({ path, text }: PlotFile): boolean =>
    !existsSync(new URL(path, TOP)) || readFileSync(new URL(path, TOP), 'utf8') !== text;
  const stale = [...files.filter(isStale).map(({ path }) => path), ...leftOver()];
  for (const path of stale) console.error(`${path} is stale: npm run document`);
  process.exitCode = stale.length === 0 ? 0 : 1;
}

function write(): void {
  mkdirSync(new URL(IMAGES, TOP), { recursive: true });
  for (const path of leftOver()) rmSync(new URL(path, TOP));
  for (const { path, text } of files) writeFileSync(new URL(path, TOP), text);
  console.log(`wrote ${files.length} files: the model's document, ${PAGE} and ${files.length - 2} pictures`);
}

if (process.argv.includes('--check')) check();
else write();
