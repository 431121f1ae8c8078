/** What the server writes about itself: JSON lines without addresses, names, tokens or codes. */
import { createHmac, randomBytes } from 'node:crypto';
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, FastifyServerOptions } from 'fastify';
import type { LogLevel } from './config.ts';

/** Tokens and keys, wherever a text holds one. */
const SECRETS = /\b[st]_[A-Za-z0-9_-]{43}/g;
/** Addresses such as postgres://user:password@host. */
const PASSWORDS = /(\w+:\/\/[^\s:/@]*:)[^\s@]*@/g;

/** A text that may stand in a log. */
export function withoutSecrets(text: string): string {
  return text.replace(SECRETS, '…').replace(PASSWORDS, '$1…@');
}

function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return typeof error === 'string' ? withoutSecrets(error) : typeof error;
  const { code } = error as { code?: unknown };
  return {
    type: error.name,
    message: withoutSecrets(error.message),
    ...(typeof code === 'string' && { code }),
    stack: withoutSecrets(error.stack ?? ''),
  };
}

/**
 * Options of Fastify's logger.
 *
 * @param level null: warnings where a teacher looks at a terminal, everything otherwise
 * @param stream where the lines go; standard output unless said otherwise
 */
export function loggerOptions(
  level: LogLevel | null,
  isTerminal: boolean,
  stream?: { write(line: string): void },
): NonNullable<FastifyServerOptions['logger']> {
  return {
    level: level ?? (isTerminal ? 'warn' : 'info'),
    base: { pid: process.pid },
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {
      // Fastify's own ones tell addresses, and paths with codes in them.
      req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
      res: ({ statusCode }: { readonly statusCode?: number }) => ({ statusCode: statusCode ?? 0 }),
      err: describeError as never,
      error: describeError,
      cause: describeError,
    },
    ...(stream !== undefined && { stream }),
  };
}

/** The pattern of a route, never the path that was asked for. */
export function routeOf({ is404, routeOptions }: FastifyRequest): string {
  return is404 ? 'unknown' : (routeOptions.url ?? 'unknown');
}

/** Routes that are asked for so often, or say so little, that they are told at the level debug. */
const QUIET = new Set(['/*', '/', '/healthz', '/readyz', '/metrics', '/api/live/poll']);

/** One line for each answer, and what went wrong where a route did not say so itself. */
export function logAnswers(server: FastifyInstance): void {
  const salt = randomBytes(16);
  server.addHook('onError', async (request, _reply, error) => {
    if ((error.statusCode ?? 500) >= 500) request.log.error({ err: error }, 'an answer has failed');
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request);
    const { statusCode: status, elapsedTime } = reply;
    const room = roomOf(request, salt);
    const line = { method: request.method, route, status, ms: Math.round(elapsedTime), ...room };
    const level = status >= 500 ? 'warn' : QUIET.has(route) ? 'debug' : 'info';
    request.log[level](line, 'answered');
  });
}

/** Tells one room from another within a process's log. All codes could be tried against a hash without the salt. */
function roomOf({ params }: FastifyRequest, salt: Buffer): { readonly room?: string } {
  const { code } = (params ?? {}) as { readonly code?: unknown };
  if (typeof code !== 'string') return {};
  return { room: createHmac('sha256', salt).update(code.toUpperCase()).digest('hex').slice(0, 8) };
}

/** The log of a server that has yet to be made: what has something to tell is made before it. */
export interface LateLog extends Pick<FastifyBaseLogger, 'info' | 'warn' | 'error'> {
  attach(server: FastifyInstance): void;
  server(): FastifyInstance;
}

export function createLateLog(): LateLog {
  let attached: FastifyInstance | null = null;
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (...values: unknown[]) =>
      (attached?.log[level] as ((...given: unknown[]) => void) | undefined)?.call(attached?.log, ...values);
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    attach: (server) => {
      attached = server;
    },
    server: () => {
      if (attached === null) throw new Error('there is no server yet');
      return attached;
    },
  };
}
