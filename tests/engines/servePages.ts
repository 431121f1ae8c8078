/** Builds the page of golden logs and serves it, and the built game as it is served to players. */
import { existsSync, renameSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import staticFiles from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { build } from 'vite';
import { createServer } from '../../src/server/app.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PAGE = 'tests/engines/page/index.html';
const OUT = '.cache/engines';

export interface Served {
  /** `http://127.0.0.1:<port>/` */
  readonly address: string;
  close(): Promise<void>;
}

/** Builds the page from the sources that the game is built from. Resolves to its folder. */
async function buildGoldenPage(): Promise<string> {
  await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    worker: { format: 'es' },
    build: {
      target: 'es2024',
      outDir: OUT,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { input: PAGE },
    },
  });
  renameSync(`${ROOT}${OUT}/${PAGE}`, `${ROOT}${OUT}/index.html`);
  return `${ROOT}${OUT}`;
}

async function listen(server: FastifyInstance): Promise<Served> {
  await server.listen({ host: '127.0.0.1', port: 0 });
  const { port } = server.server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

export async function serveGoldenPage(): Promise<Served> {
  // Without the game's content security policy, which lets no page compile WebAssembly.
  const server = fastify({ forceCloseConnections: true });
  await server.register(staticFiles, { root: await buildGoldenPage() });
  return listen(server);
}

/** Throws when the game is not built. */
export async function serveBuiltGame(): Promise<Served> {
  if (!existsSync(`${ROOT}dist/index.html`))
    throw new Error('The game is not built: run npm run build first.');
  return listen(await createServer(`${ROOT}dist`));
}
