/** How a route is written here: a function from the request to an answer, which is a value. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CLASS_LIMITS } from '../../schema/classroom/limits.ts';
import { type Answer, send } from '../answers.ts';
import type { RoomParts } from './parts.ts';

export type Handler = (parts: RoomParts, request: FastifyRequest) => Promise<Answer>;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** Adds a route. `most`: bytes of its body. */
export function addRoute(
  server: FastifyInstance,
  parts: RoomParts,
  [method, url]: readonly [Method, string],
  handler: Handler,
  most: number = CLASS_LIMITS.requestCharacters,
): void {
  server.route({
    method,
    url,
    bodyLimit: most,
    // A HEAD of a poll would wait for news that it does not bring.
    exposeHeadRoute: false,
    handler: async (request, reply) => send(reply, await handler(parts, request)),
  });
}

/** The body as it came; '' without one. */
export function textOf(request: FastifyRequest): string {
  return typeof request.body === 'string' ? request.body : '';
}
