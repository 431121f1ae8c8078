import { describe, expect, test } from 'vitest';
import { type Config, readConfig } from '../../src/server/config.ts';

const read = (environment: Record<string, string>) => readConfig(environment, '/srv/game');

test('without settings it is one process, with its data in the project', () => {
  expect(read({ DATA: '', REDIS_URL: ' ' })).toEqual({
    address: { host: '127.0.0.1', port: 8080 },
    place: { folder: '/srv/game/data' },
    redisUrl: null,
    publicUrl: null,
    trustProxy: false,
    verifyThreads: null,
    metricsToken: null,
    recordStore: null,
    logLevel: null,
    lanHosts: null,
  });
});

test('a server of a district says all of it', () => {
  const config = read({
    HOST: '0.0.0.0',
    PORT: '80',
    DATA: '/ignored',
    DATABASE_URL: 'postgres://storm:secret@db/storm',
    REDIS_URL: 'redis://cache:6379/1',
    PUBLIC_URL: 'https://storm.example.org',
    TRUST_PROXY: '10.0.0.5, 10.1.0.0/16,uniquelocal',
    VERIFY_THREADS: '6',
    METRICS_TOKEN: 'a-token-of-some-length',
    LRS_URL: 'https://lrs.example.org/xapi/',
    LRS_KEY: 'key',
    LRS_SECRET: 'secret',
    LOG_LEVEL: 'debug',
  });
  expect(config).toEqual({
    address: { host: '0.0.0.0', port: 80 },
    place: { databaseUrl: 'postgres://storm:secret@db/storm' },
    redisUrl: 'redis://cache:6379/1',
    publicUrl: 'https://storm.example.org/',
    trustProxy: ['10.0.0.5', '10.1.0.0/16', 'uniquelocal'],
    verifyThreads: 6,
    metricsToken: 'a-token-of-some-length',
    recordStore: { url: 'https://lrs.example.org/xapi', key: 'key', secret: 'secret' },
    logLevel: 'debug',
    lanHosts: null,
  });
});

test('a folder may be named from the project or from the root of the machine', () => {
  expect((read({ DATA: '/var/lib/stormward' }) as Config).place).toEqual({ folder: '/var/lib/stormward' });
  expect((read({ DATA: 'classes' }) as Config).place).toEqual({ folder: '/srv/game/classes' });
  expect((read({ TRUST_PROXY: '2' }) as Config).trustProxy).toBe(2);
});

describe('a setting that cannot be meant is one sentence that names it', () => {
  test.each([
    ['PORT', { PORT: 'http' }],
    ['DATABASE_URL', { DATABASE_URL: 'mysql://root:hunter2@db/x' }],
    ['DATABASE_URL', { DATABASE_URL: 'hunter2' }],
    ['REDIS_URL', { REDIS_URL: 'localhost:6379' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'storm.example.org' }],
    ['PUBLIC_URL', { PUBLIC_URL: 'https://example.org/storm/' }],
    ['TRUST_PROXY', { TRUST_PROXY: 'true' }],
    ['TRUST_PROXY', { TRUST_PROXY: '10.0.0.0/33' }],
    ['TRUST_PROXY', { TRUST_PROXY: '0' }],
    ['VERIFY_THREADS', { VERIFY_THREADS: '0' }],
    ['VERIFY_THREADS', { VERIFY_THREADS: '1.5' }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'hunter2' }],
    ['LRS_URL', { LRS_URL: 'https://lrs.example.org', LRS_KEY: 'hunter2' }],
    ['LRS_URL', { LRS_SECRET: 'hunter2' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }],
    ['LAN_HOST', { LAN_HOST: 'eth0' }],
  ])('%s', (name, environment) => {
    const sentence = read(environment);
    expect(sentence).toMatch(new RegExp(`^${name}[^\\n]*\\.$`));
    expect(sentence).not.toContain('hunter2');
  });
});
