/** Finds a real browser for the tests, or brings one, and launches it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { isExecutable } from '../engines/programs.ts';
import { installWithApt } from './apt.ts';

export interface FoundBrowser {
  readonly executablePath: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Offline, without a graphics card: WebGL is drawn by SwiftShader. */
const BROWSER_ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

const VERSION_TIMEOUT = 30_000;
function runs(executablePath: string, env: Readonly<Record<string, string>> = {}): boolean {
  const environment = { ...process.env, ...env };
  const answer = spawnSync(executablePath, ['--version', '--no-sandbox'], {
    env: environment,
    timeout: VERSION_TIMEOUT,
  });
  return answer.status === 0;
}

function findSystemBrowser(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const paths = SYSTEM_NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  // Ubuntu's chromium-browser is a stub that only asks for a snap, hence the trial run.
  return paths.find((path) => isExecutable(path) && runs(path)) ?? null;
}

/** Installs Chromium where that is possible and there is none, with the libraries it needs. */
export function installSystemBrowser(say: (line: string) => void): void {
  if (process.env.CHROME_BIN || findSystemBrowser() !== null) return;
  installWithApt(['chromium'], say);
}

/**
 * Unpacks the Chromium that comes as an npm package, with its own libraries, into
 * .cache, once. Returns null when it does not run on this machine.
 */
async function unpackPackagedBrowser(): Promise<FoundBrowser | null> {
  const { default: packaged, inflate } = await import('@sparticuz/chromium');
  const bin = join(dirname(fileURLToPath(import.meta.resolve('@sparticuz/chromium'))), '../bin');
  const folder = join(ROOT, '.cache/browser');
  if (!existsSync(folder)) {
    const partial = `${folder}.${process.pid}`;
    mkdirSync(partial, { recursive: true });
    // The package unpacks to the folder for temporary files, whatever that is at the moment of the call.
    const before = process.env.TMPDIR;
    process.env.TMPDIR = partial;
    try {
      await Promise.all([packaged.executablePath(), inflate(join(bin, 'al2023.tar.br'))]);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
    const places = `<dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir>`;
    writeFileSync(join(partial, 'fonts.conf'), `<?xml version="1.0"?><fontconfig>${places}</fontconfig>`);
    if (existsSync(folder)) rmSync(partial, { recursive: true });
    else renameSync(partial, folder);
  }
  const executablePath = join(folder, 'chromium');
  // Its own fonts always, so that pages look the same everywhere; its own libraries only where the machine lacks them.
  const fonts = { FONTCONFIG_FILE: join(folder, 'fonts.conf') };
  const libraries = { ...fonts, LD_LIBRARY_PATH: join(folder, 'al2023/lib') };
  const env = [fonts, libraries].find((candidate) => runs(executablePath, candidate));
  return env === undefined ? null : { executablePath, args: BROWSER_ARGS, env };
}

/**
 * Finds a browser: $CHROME_BIN, the system's Chromium or Chrome, or the packaged
 * one. Throws an Error with one sentence when there is none.
 */
export async function findBrowser(): Promise<FoundBrowser> {
  const chosen = process.env.CHROME_BIN;
  if (chosen) {
    if (runs(chosen)) return { executablePath: chosen, args: BROWSER_ARGS, env: {} };
    throw new Error(`CHROME_BIN names ${chosen}, and no browser starts there: correct it or unset it.`);
  }
  const system = findSystemBrowser();
  if (system !== null) return { executablePath: system, args: BROWSER_ARGS, env: {} };
  const packaged = await unpackPackagedBrowser().catch(() => null);
  if (packaged !== null) return packaged;
  throw new Error(
    'No browser was found for the browser tests: install Chromium (on Debian: apt-get install chromium) or set CHROME_BIN to the path of a Chromium or Chrome.',
  );
}

/** Launches the browser that `findBrowser` finds, with a fresh profile; close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  const environment = Object.fromEntries(
    Object.entries({ ...process.env, ...env }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  return chromium.launch({ executablePath, args: [...args], env: environment });
}
