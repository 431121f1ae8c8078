/** The web server: serves the built game, with a strict content security policy. */
import { existsSync } from 'node:fs';
import helmet from '@fastify/helmet';
import staticFiles from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';

/** What a page may load. No inline script or style, no eval, no other host. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'self'"],
  // WebAssembly is for the batch kernel of the debrief; this allows no other code made at run time.
  scriptSrc: ["'self'", "'wasm-unsafe-eval'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  mediaSrc: ["'self'", 'blob:', 'data:'],
  connectSrc: ["'self'"],
  workerSrc: ["'self'", 'blob:'],
  fontSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  formAction: ["'self'"],
};

/** Vite puts a hash of the content into the name of every file of this folder. */
const HASHED_FILE = /[/\\]assets[/\\][^/\\]+$/;

/**
 * A server for the built game in `folder` (absolute path), not yet listening.
 * Throws when the folder holds no built game.
 */
export async function createServer(folder: string): Promise<FastifyInstance> {
  if (!existsSync(`${folder}/index.html`)) throw new Error(`No built game in ${folder}`);
  const server = fastify({ forceCloseConnections: true });
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    referrerPolicy: { policy: 'no-referrer' },
    // Served over plain http on the player's own machine.
    strictTransportSecurity: false,
  });
  await server.register(staticFiles, {
    root: folder,
    preCompressed: true,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (reply, path) => {
      const lasting = HASHED_FILE.test(path);
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  server.get('/healthz', async () => ({ status: 'ok' }));
  server.setNotFoundHandler((_request, reply) => {
    reply
      .code(404)
      .type('text/plain; charset=utf-8')
      .send('There is nothing at this address. The game starts at /\n');
  });
  return server;
}
