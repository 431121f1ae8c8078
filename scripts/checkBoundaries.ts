/** Holds the imports of src to the floors of .dependency-cruiser.cjs, and makes sure that every file was read. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** What an import check found. */
export interface BoundaryReport {
  /** `rule: from -> to` for each forbidden import. */
  readonly violations: readonly string[];
  /** Source files that the check did not read; it proves nothing about them. */
  readonly unread: readonly string[];
  readonly moduleCount: number;
}

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const LARGEST_REPORT_BYTES = 64 * 1024 * 1024;

function listSources(folder: string): string[] {
  const names = readdirSync(`${folder}/src`, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /\.tsx?$/.test(name)).map((name) => `src/${name}`);
}

/** Checks the imports of `folder`/src (absolute path). Throws when the check itself fails to run. */
export function checkBoundaries(folder: string): BoundaryReport {
  if (!existsSync(`${folder}/src`)) throw new Error(`No src in ${folder}`);
  const program = `${ROOT}/node_modules/dependency-cruiser/bin/dependency-cruiser.mjs`;
  const config = `${ROOT}/.dependency-cruiser.cjs`;
  const run = spawnSync(process.execPath, [program, 'src', '--config', config, '--output-type', 'json'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: LARGEST_REPORT_BYTES,
  });
  if (!run.stdout.startsWith('{')) throw new Error(`dependency-cruiser did not run: ${run.stderr}`);
  const { modules, summary } = JSON.parse(run.stdout) as Cruise;
  const read = new Set(modules.map((module) => module.source));
  return {
    violations: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`),
    unread: listSources(folder).filter((source) => !read.has(source)),
    moduleCount: read.size,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { violations, unread, moduleCount } = checkBoundaries(ROOT);
  for (const violation of violations) console.error(violation);
  for (const source of unread) console.error(`not read: ${source}`);
  console.log(
    `${moduleCount} modules read, ${violations.length} forbidden imports, ${unread.length} files not read`,
  );
  if (violations.length + unread.length > 0 || moduleCount === 0) process.exitCode = 1;
}
