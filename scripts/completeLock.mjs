/**
 * Adds to package-lock.json the optional packages of other platforms that npm
 * left out, because a registry mirror did not carry them or because they are not
 * installed here. `npm ci` refuses a lock file in which one is missing. An entry
 * added in this way has no integrity hash: its content was never seen here.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];

/** Optional packages that a locked package names and the lock file does not hold: [path, version, parent entry]. */
export function findMissing(lock) {
  const missing = [];
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const places = [`${path}/node_modules/${name}`, `node_modules/${name}`];
      if (!places.some((place) => place in lock.packages))
        missing.push([`node_modules/${name}`, version, entry]);
    }
  }
  return missing;
}

/** The platform that the name of a native package tells, as npm writes it into a lock file. */
export function readPlatform(name) {
  const words = name.split(/[/@-]/);
  const os = SYSTEMS.find((system) => words.includes(system));
  const cpu = PROCESSORS.find((processor) => words.includes(processor));
  if (os === undefined || cpu === undefined) throw new Error(`No platform in the name ${name}`);
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : null;
  return libc === null ? { os: [os], cpu: [cpu] } : { os: [os], cpu: [cpu], libc: [libc] };
}

/** The lock with every missing optional package added, its paths in npm's order. */
export function completeLock(lock) {
  const packages = { ...lock.packages };
  for (const [path, version, parent] of findMissing(lock)) {
    const dev = parent.dev ? { dev: true } : {};
    const { libc, ...platform } = readPlatform(path.slice('node_modules/'.length).replace(/eabi(hf)?$/, ''));
    packages[path] = { version, ...dev, ...(libc ? { libc } : {}), optional: true, ...platform };
  }
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify(completeLock(lock), null, 2)}\n`);
  console.log(`${findMissing(lock).length} packages of other platforms added to package-lock.json`);
}
