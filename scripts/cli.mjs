/** `npm run cli`: the command line, or one sentence where the project is not set up yet. Runs on any Node. */
import { existsSync } from 'node:fs';

const NEEDED = 24;

if (
  Number(process.versions.node.split('.')[0]) < NEEDED ||
  !existsSync(new URL('../node_modules/i18next', import.meta.url))
) {
  console.error('The command line needs the set-up first: run npm run setup, then try again.');
  process.exit(1);
}
const { runProcess } = await import('../src/cli/main.ts');
await runProcess();
