/** The web server: serves the built game, with a strict content security policy, and the class where its parts are given. */
import { existsSync } from 'node:fs';
import helmet from '@fastify/helmet';
import staticFiles from '@fastify/static';
import websocket from '@fastify/websocket';
import fastify, { type FastifyInstance, type FastifyServerOptions, LogController } from 'fastify';
import { CLASS_LIMITS } from '../schema/classroom/limits.ts';
import { refused, sendRefused } from './answers.ts';
import type { RoomParts } from './rooms/parts.ts';
import { registerRooms } from './rooms/register.ts';

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

/** Milliseconds that sockets have for their last words when the server ends. */
const FAREWELL = 1_000;
/** Milliseconds in which a request, and its head, must have come: a log over a slow network takes seconds. */
const REQUEST_WITHIN = 60_000;
const HEAD_WITHIN = 20_000;
/** RFC 6455: the server goes away. */
const GOING_AWAY = 1001;

export interface ServerOptions {
  /** What the class is made of; without it the server serves the game alone. */
  readonly rooms?: RoomParts;
  readonly logger?: FastifyServerOptions['logger'];
  /** Adds what watches every call; before any route, so that none is missed. */
  readonly watch?: (server: FastifyInstance) => void;
  /** Proxies whose X-Forwarded-For is believed; see Fastify. */
  readonly trustProxy?: FastifyServerOptions['trustProxy'];
}

/**
 * A server for the built game in `folder` (absolute path), not yet listening.
 * Throws when the folder holds no built game.
 */
export async function createServer(folder: string, options: ServerOptions = {}): Promise<FastifyInstance> {
  if (!existsSync(`${folder}/index.html`)) throw new Error(`No built game in ${folder}`);
  const { rooms, logger, trustProxy, watch } = options;
  const server = fastify({
    // With a class, whoever is handing in hears its answer before the server ends.
    forceCloseConnections: rooms === undefined ? true : 'idle',
    // Who sends a request drop by drop holds its place for so long and no longer.
    requestTimeout: REQUEST_WITHIN,
    http: { headersTimeout: HEAD_WITHIN },
    // It would write addresses, and codes of rooms.
    logController: new LogController({ disableRequestLogging: true }),
    ...(logger !== undefined && { logger }),
    ...(trustProxy !== undefined && { trustProxy }),
    // What is no address meets no plugin, so its answer carries its own head.
    frameworkErrors: (_error, _request, reply) =>
      void sendRefused(
        reply.headers({
          'cache-control': 'no-store',
          'content-security-policy': "default-src 'none'",
          'x-content-type-options': 'nosniff',
        }),
        refused('badRequest', { path: 'url' }),
      ),
  });
  watch?.(server);
  await server.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY_POLICY },
    referrerPolicy: { policy: 'no-referrer' },
    // Served over plain http on the player's own machine.
    strictTransportSecurity: false,
  });
  if (rooms !== undefined) {
    await registerSockets(server);
    await registerRooms(server, rooms);
  }
  await registerGame(server, folder);
  return server;
}

async function registerSockets(server: FastifyInstance): Promise<void> {
  await server.register(websocket, {
    options: { maxPayload: CLASS_LIMITS.messageCharacters },
    preClose(done) {
      const { websocketServer } = this;
      for (const socket of websocketServer.clients) socket.close(GOING_AWAY, 'the server goes away');
      setTimeout(() => {
        for (const socket of websocketServer.clients) socket.terminate();
      }, FAREWELL).unref();
      websocketServer.close();
      done();
    },
  });
}

async function registerGame(server: FastifyInstance, folder: string): Promise<void> {
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
}
