/** What operators ask a server: is it ready, and what has it done. `/healthz`, that it lives, stands in app.ts. */
import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Hub } from './hub/types.ts';
import type { Metrics } from './metrics.ts';
import type { RoomStore } from './store/types.ts';

export interface Watched {
  readonly store: RoomStore;
  readonly hub: Hub;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  /** True once the server has been told to end. */
  isStopping(): boolean;
}

/** Milliseconds that the database has to say that it can be written. */
const CHECK = 2_000;
/** Milliseconds for which an answer stands: the question is anybody's to ask, and each one writes. */
const LASTS = 1_000;

export function addWatch(server: FastifyInstance, watched: Watched): void {
  const canWrite = remembered(() => writes(watched.store));
  server.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    const missing = [
      ...(watched.isStopping() ? ['stopping'] : []),
      ...((await canWrite()) ? [] : ['database']),
    ];
    if (missing.length > 0) return reply.code(503).send({ status: 'not ready', missing });
    // Without Redis a process serves on by itself. Were it to say no, a proxy would take all of them away at once.
    return { status: 'ready', missing: watched.hub.isShared() ? [] : ['redis'] };
  });
  server.get('/metrics', async (request, reply) => {
    if (!mayRead(request, watched.metricsToken)) {
      const sentence = 'The figures are for this machine, or for whoever has the METRICS_TOKEN.\n';
      return reply.code(403).type('text/plain; charset=utf-8').send(sentence);
    }
    const { type, text } = await watched.metrics.read();
    return reply.header('cache-control', 'no-store').type(type).send(text);
  });
}

async function writes(store: RoomStore): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), CHECK);
  const checked = store.check().then(
    () => true,
    () => false,
  );
  const answer = await Promise.race([checked, late.promise]);
  clearTimeout(timer);
  return answer;
}

/** Asks at most once in a while, and once for all who ask meanwhile. */
function remembered<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | null = null;
  return () => {
    answer ??= ask().finally(() => {
      const forget = () => {
        answer = null;
      };
      setTimeout(forget, LASTS).unref();
    });
    return answer;
  };
}

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** A proxy on this machine asks from loopback for the whole world, and says so. */
function mayRead({ headers, socket }: FastifyRequest, token: string | null): boolean {
  if (token !== null) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isForwarded && LOOPBACK.test(socket.remoteAddress ?? '');
}

function isSame(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
