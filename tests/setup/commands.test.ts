/** The commands of the README as a player types them, on the built or not yet built project. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { checkNode, findNode, isInstalled } from '../../scripts/setup.mjs';
import { ROOT } from '../architecture/sources.ts';

const children: ChildProcess[] = [];
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stormward-setup-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A house of its own for the server: the real code, and a one-line game in place of the build. */
function layOutServer(): string {
  for (const part of ['src', 'levels']) cpSync(`${ROOT}/${part}`, join(folder, part), { recursive: true });
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html><title>Stormward</title>');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  spawnSync('ln', ['-sfn', `${ROOT}/node_modules`, join(folder, 'node_modules')]);
  return join(folder, 'src/server/main.ts');
}

/** Starts a script; resolves once it has printed an address, or has ended. */
function start(script: string, env: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, [script], { env: { ...process.env, ...env }, stdio: 'pipe' });
  children.push(child);
  const said = { out: '', err: '' };
  child.stderr.on('data', (text) => {
    said.err += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', resolve);
  });
  const ready = new Promise<string>((resolve) => {
    child.stdout.on('data', (text) => {
      said.out += text;
      const address = /^http:\/\/\S+$/m.exec(said.out)?.[0];
      if (address !== undefined) resolve(address);
    });
    child.on('exit', () => resolve(''));
  });
  return { child, said, ended, ready };
}

test('the server prints its address on a line of its own, answers, and stops when told', async () => {
  const { child, ended, ready } = start(layOutServer(), { PORT: '0', HOST: '127.0.0.1' });
  const address = await ready;
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  const page = await fetch(address);
  expect(page.status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('a port in use is told in one sentence', async () => {
  const socket = createSocket().listen(0, '127.0.0.1');
  await new Promise((resolve) => socket.once('listening', resolve));
  const { port } = socket.address() as { port: number };
  const { said, ended } = start(layOutServer(), { PORT: String(port), HOST: '127.0.0.1' });
  expect(await ended).toBe(1);
  socket.close();
  expect(said.err).toMatch(new RegExp(`^Port ${port} is already in use: choose another one, .+\\n$`));
});

test('a PORT that is none is told in one sentence', async () => {
  const { said, ended } = start(layOutServer(), { PORT: 'eighty' });
  expect(await ended).toBe(1);
  expect(said.err).toMatch(/^PORT must be a whole number .+\n$/);
});

test('an old Node is told in one sentence', () => {
  expect(() => checkNode('18.19.0')).toThrow('needs Node 20 or newer, and this is Node 18.19.0');
  expect(() => checkNode('20.0.0')).not.toThrow();
  expect(() => checkNode('24.21.0')).not.toThrow();
});

test('what is installed here is what the lock file asks for', () => {
  expect(isInstalled()).toBe(true);
  expect(findNode()).not.toBeNull();
});

test('an installation that lacks a package or has another version is not taken for complete', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '1.0.0', optional: true },
    },
  };
  const put = (present: object) => {
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(lock));
    rmSync(join(folder, 'node_modules'), { recursive: true, force: true });
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'node_modules/.package-lock.json'), JSON.stringify({ packages: present }));
    return isInstalled(folder);
  };
  expect(put({ 'node_modules/a': { version: '1.0.0' } })).toBe(true);
  expect(put({ 'node_modules/a': { version: '1.0.1' } })).toBe(false);
  expect(put({})).toBe(false);
  expect(put({ 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } })).toBe(false);
});

test('without a network the set-up says so in one sentence', () => {
  const clone = join(folder, 'clone');
  for (const name of ['scripts', 'package.json', 'package-lock.json']) {
    cpSync(`${ROOT}/${name}`, join(clone, name), { recursive: true });
  }
  const env = {
    ...process.env,
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_cache: join(folder, 'cache'),
  };
  const { status, stderr } = spawnSync(process.execPath, [join(clone, 'scripts/setup.mjs')], {
    env,
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^The libraries could not be fetched because the npm registry cannot be reached: .+\n$/,
  );
});
