/** Joins the class server to the web server: every call under /api, the live connection, and the short address of a room. */
import type { FastifyInstance } from 'fastify';
import { CODE_ALPHABET, CODE_LENGTH } from '../../schema/classroom/limits.ts';
import { refused, sendRefused } from '../answers.ts';
import { addDoorRoutes } from './doorRoutes.ts';
import { addGuards } from './guards.ts';
import { createListeners } from './listeners.ts';
import { createPlaces } from './live.ts';
import type { RoomParts } from './parts.ts';
import { poll } from './poll.ts';
import { addSeatRoutes } from './seatRoutes.ts';
import { serveSocket } from './socket.ts';
import { startSweeper } from './sweeper.ts';
import { addTeacherRoutes } from './teacherRoutes.ts';

/** Milliseconds between two heartbeats; a socket that answered none of them is dead. */
const HEARTBEAT = 20_000;

/** Registers after @fastify/websocket, on whose sockets it lives. Everything that it starts ends with the server. */
export async function registerRooms(server: FastifyInstance, parts: RoomParts): Promise<void> {
  addShortAddress(server);
  const sweeper = startSweeper(parts);
  server.addHook('onClose', () => sweeper.stop());
  await server.register(
    async (api) => {
      addGuards(api, parts);
      addDoorRoutes(api, parts);
      addSeatRoutes(api, parts);
      addTeacherRoutes(api, parts);
      addLiveRoutes(api, parts);
    },
    { prefix: '/api' },
  );
}

/** `/kq7zdw`, as somebody types it from a wall. */
function addShortAddress(server: FastifyInstance): void {
  const signs = `${CODE_ALPHABET}${CODE_ALPHABET.toLowerCase().replace(/\d/g, '')}`;
  server.get(`/:code(^[${signs}]{${CODE_LENGTH}}$)`, (request, reply) => {
    const { code } = request.params as { readonly code: string };
    return reply.header('cache-control', 'no-store').redirect(`/#class/join/${code.toUpperCase()}`);
  });
}

function addLiveRoutes(api: FastifyInstance, parts: RoomParts): void {
  const listeners = createListeners(parts);
  const places = createPlaces();
  const ending = new AbortController();
  api.route({
    ...{ method: 'GET', url: '/live', exposeHeadRoute: false },
    handler: (_request, reply) => sendRefused(reply, refused('unknownCall')),
    wsHandler: (socket, request) => serveSocket({ parts, listeners, places }, socket, request.ip),
  });
  api.get('/live/poll', { exposeHeadRoute: false }, (request, reply) =>
    poll({ parts, listeners, places, ending: ending.signal }, request, reply),
  );
  const heart = startHeart(api);
  api.addHook('preClose', async () => ending.abort());
  api.addHook('onClose', () => {
    clearInterval(heart);
    listeners.close();
  });
}

/** A closed lid or a lost network says nothing: only a heartbeat finds out. */
function startHeart(api: FastifyInstance): NodeJS.Timeout {
  const silent = new WeakSet<object>();
  const heart = setInterval(() => {
    for (const socket of api.websocketServer.clients) {
      if (silent.has(socket)) {
        socket.terminate();
        continue;
      }
      silent.add(socket);
      socket.once('pong', () => silent.delete(socket));
      socket.ping();
    }
  }, HEARTBEAT);
  return heart.unref();
}
