/** Figures for Prometheus: how much is done, how long it takes, what is refused. Never who, and never which room. */
import type { FastifyInstance } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { routeOf } from './logging.ts';
import { type RoomStore, StoreFailure } from './store/types.ts';
import type { Verdict, Verifier } from './verify/types.ts';

const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
/** The poll and the socket wait for news: how long they take says nothing. */
const POLL = '/api/live/poll';
const SOCKET = '/api/live';

export interface Metrics {
  /** The same store, whose calls are timed and whose rooms, seats and submissions are counted. */
  store(store: RoomStore): RoomStore;
  verifier(verifier: Verifier): Verifier;
  /** Times the answers of a server and counts its live connections. Call before its routes are added. */
  watch(server: FastifyInstance): void;
  /** The text that Prometheus reads, and its content type. */
  read(): Promise<{ readonly type: string; readonly text: string }>;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'stormward_' });
  const submissions = new Counter({
    name: 'stormward_submissions_total',
    help: 'Logs handed in, by what came of them: accepted, again, or the code of the refusal',
    labelNames: ['result'],
    registers: [registry],
  });
  const count = (result: string) => submissions.inc({ result });
  return {
    store: (store) => watchStore(store, registry, count),
    verifier: (verifier) => watchVerifier(verifier, registry, count),
    watch: (server) => watchServer(server, registry),
    read: async () => ({ type: registry.contentType, text: await registry.metrics() }),
  };
}

function watchStore(store: RoomStore, registry: Registry, count: (result: string) => void): RoomStore {
  const seconds = new Histogram({
    name: 'stormward_store_seconds',
    help: 'Time of a call to the database',
    labelNames: ['call'],
    buckets: SECONDS,
    registers: [registry],
  });
  const failures = new Counter({
    name: 'stormward_store_failures_total',
    help: 'Calls that the database could not do',
    labelNames: ['trouble'],
    registers: [registry],
  });
  const seats = new Counter({
    name: 'stormward_seats_total',
    help: 'Seats asked for, by what came of it: added, nameTaken, full, locked, noRoom',
    labelNames: ['result'],
    registers: [registry],
  });
  countRooms(store, registry);
  const timed = Object.entries(store).map(([call, run]) => {
    const measured = async (...values: unknown[]) => {
      const end = seconds.startTimer({ call });
      try {
        return await run(...values);
      } catch (error) {
        failures.inc({ trouble: error instanceof StoreFailure ? error.trouble : 'unexpected' });
        throw error;
      } finally {
        end();
      }
    };
    return [call, measured];
  });
  const all = Object.fromEntries(timed) as RoomStore;
  return {
    ...all,
    async addSeat(seat, most) {
      const result = await all.addSeat(seat, most);
      seats.inc({ result });
      return result;
    },
    async addSubmission(submission, most) {
      const result = await all.addSubmission(submission, most);
      if (typeof result !== 'string') count(result.isNew ? 'accepted' : 'again');
      else count(result === 'full' ? 'tooManyLogs' : 'unknownSeat');
      return result;
    },
  };
}

/** Asked of the database when somebody reads the figures: with several processes none of them knows it by itself. */
function countRooms(store: RoomStore, registry: Registry): void {
  new Gauge({
    name: 'stormward_rooms',
    help: 'Rooms that stand, in the whole database; absent while it cannot be asked',
    registers: [registry],
    async collect() {
      try {
        this.set((await store.countRooms()).rooms);
      } catch {
        this.reset();
        this.remove();
      }
    },
  });
}

function watchVerifier(verifier: Verifier, registry: Registry, count: (result: string) => void): Verifier {
  const seconds = new Histogram({
    name: 'stormward_verify_seconds',
    help: 'Time from handing a log to the threads to its verdict, waiting included',
    buckets: [...SECONDS, 30, 60],
    registers: [registry],
  });
  new Gauge({
    name: 'stormward_verify_waiting',
    help: 'Logs that wait or are being played again',
    registers: [registry],
    collect() {
      this.set(verifier.waiting());
    },
  });
  return {
    ...verifier,
    async verify(text, expected) {
      const end = seconds.startTimer();
      const verdict = await verifier.verify(text, expected);
      end();
      const refusal = refusalOf(verdict);
      if (refusal !== null) count(refusal);
      return verdict;
    },
  };
}

/** The code of a refusal; null for a log that holds, which counts when it is stored. */
function refusalOf(verdict: Verdict | 'busy'): string | null {
  if (verdict === 'busy') return 'busy';
  if (verdict.ok) return null;
  if (verdict.code === 'form') return `form.${verdict.problem.code}`;
  return verdict.code === 'replay' ? `replay.${verdict.refusal}` : verdict.code;
}

function watchServer(server: FastifyInstance, registry: Registry): void {
  const seconds = new Histogram({
    name: 'stormward_http_seconds',
    help: 'Time of an answer, by the pattern of its route',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  let polls = 0;
  new Gauge({
    name: 'stormward_live_connections',
    help: 'Pages that wait for news, by kind',
    labelNames: ['kind'],
    registers: [registry],
    collect() {
      this.set({ kind: 'socket' }, server.websocketServer?.clients.size ?? 0);
      this.set({ kind: 'poll' }, polls);
    },
  });
  server.addHook('onRequest', async (request, reply) => {
    if (routeOf(request) !== POLL) return;
    polls += 1;
    // Whether it was answered or its page has gone.
    reply.raw.once('close', () => {
      polls -= 1;
    });
  });
  server.addHook('onResponse', async (request, reply) => {
    const route = routeOf(request);
    if (route === POLL || route === SOCKET) return;
    const status = `${Math.floor(reply.statusCode / 100)}xx`;
    seconds.observe({ method: request.method, route, status }, reply.elapsedTime / 1000);
  });
}
