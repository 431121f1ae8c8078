import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { completeLock, findMissing, readPlatform } from '../../scripts/completeLock.mjs';
import { ROOT } from '../architecture/sources.ts';

const readJson = (name: string) => JSON.parse(readFileSync(`${ROOT}/${name}`, 'utf8'));

test('the lock file names the packages of every platform (else: npm run lock)', () => {
  expect(findMissing(readJson('package-lock.json'))).toEqual([]);
});

test('the lock file and package.json ask for the same, in exact versions', () => {
  const wanted = readJson('package.json');
  const locked = readJson('package-lock.json').packages[''];
  expect(locked.dependencies).toEqual(wanted.dependencies);
  expect(locked.devDependencies).toEqual(wanted.devDependencies);
  for (const version of Object.values({ ...wanted.dependencies, ...wanted.devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});

test('a missing package is found and added with its platform', () => {
  const parent = { version: '1.0.0', dev: true, optionalDependencies: { '@a/b-linux-arm64-musl': '1.0.0' } };
  const lock = { packages: { '': {}, 'node_modules/a': parent } };
  expect(findMissing(lock)).toHaveLength(1);
  const complete = completeLock(lock);
  expect(findMissing(complete)).toEqual([]);
  expect(complete.packages['node_modules/@a/b-linux-arm64-musl']).toEqual({
    version: '1.0.0',
    dev: true,
    optional: true,
    os: ['linux'],
    cpu: ['arm64'],
    libc: ['musl'],
  });
});

test('a name without a platform is not guessed at', () => {
  expect(readPlatform('@a/b-win32-x64-msvc')).toEqual({ os: ['win32'], cpu: ['x64'] });
  expect(() => readPlatform('fancy')).toThrow('No platform');
});
