import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressFolder } from '../../scripts/compress.mjs';
import { createServer } from '../../src/server/app.ts';

let folder = '';
let server: FastifyInstance;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'stormward-built-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Stormward</title>');
  writeFileSync(join(folder, '.built-from'), 'secret');
  writeFileSync(join(folder, 'assets/index-abc123.js'), 'use(1);\n'.repeat(500));
  await compressFolder(folder);
  server = await createServer(folder);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

test('the page comes with a strict policy and is asked for anew', async () => {
  const { statusCode, headers, body } = await server.inject('/');
  expect(statusCode).toBe(200);
  expect(body).toContain('Stormward');
  const policy = String(headers['content-security-policy']);
  expect(policy).toContain("default-src 'self';script-src 'self' 'wasm-unsafe-eval';style-src 'self'");
  expect(policy).toContain("object-src 'none';base-uri 'none';frame-ancestors 'none'");
  expect(policy.replace("'wasm-unsafe-eval'", '')).not.toContain('unsafe');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['referrer-policy']).toBe('no-referrer');
  expect(headers['cache-control']).toBe('no-cache');
  expect(headers['strict-transport-security']).toBeUndefined();
});

test.each(['br', 'gzip'])('hashed files come packed as %s and are kept for good', async (encoding) => {
  const request = { url: '/assets/index-abc123.js', headers: { 'accept-encoding': encoding } };
  const { statusCode, headers, rawPayload } = await server.inject(request);
  expect(statusCode).toBe(200);
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['content-type']).toContain('javascript');
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(rawPayload.length).toBeLessThan(200);
});

test('a client that cannot unpack gets the file as it is', async () => {
  const { headers, body } = await server.inject('/assets/index-abc123.js');
  expect(headers['content-encoding']).toBeUndefined();
  expect(body).toContain('use(1);');
});

test('the server says that it is well', async () => {
  expect((await server.inject('/healthz')).json()).toEqual({ status: 'ok' });
});

test.each(['/nothing', '/.built-from', '/../package.json', '/%2e%2e/package.json', '/assets/'])(
  '%s is not there, in a sentence and with the same policy',
  async (url) => {
    const { statusCode, headers, body } = await server.inject(url);
    expect([403, 404]).toContain(statusCode);
    expect(body).not.toMatch(/secret|devDependencies|at .*\.js/);
    expect(headers['content-security-policy']).toContain("script-src 'self'");
  },
);

test('an unknown path answers in plain words', async () => {
  const { headers, body } = await server.inject('/nothing');
  expect(headers['content-type']).toContain('text/plain');
  expect(body).toBe('There is nothing at this address. The game starts at /\n');
});

test('a folder without a built game is refused', async () => {
  await expect(createServer(join(folder, 'assets'))).rejects.toThrow('No built game');
});
