/**
 * The second listener: while a room stands that lets the local network in, devices there reach this
 * machine, and at no other time. It answers with the very handler of the first one.
 */
import { once } from 'node:events';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { formatAddress } from './address.ts';
import type { LanListener } from './rooms/parts.ts';

export interface LanOptions {
  readonly server: () => FastifyInstance;
  /** The port of the first listener, which this one takes too when it is free at the address. */
  readonly port: () => number;
  /** Addresses to listen at, asked for anew while it is open: a laptop goes from one network to another. */
  readonly hosts: () => readonly string[];
  /** Rooms that stand and let the local network in. */
  readonly rooms: () => Promise<number>;
  /** What cannot be opened is told here and nowhere else: the class may still play on this machine. */
  readonly failed: (host: string, error: unknown) => void;
}

export interface OpenLan extends LanListener {
  /** `http://192.168.1.20:8080/` and so on; none while it is closed. */
  addresses(): readonly string[];
  /** Takes no more connections; those that stand end with `end`. */
  stop(): void;
  /** Resolves when every question that came over it is answered: of these the first listener knows nothing. */
  answered(): Promise<void>;
  end(): void;
}

/** Milliseconds between two looks at the machine's networks. */
const LOOK = 10_000;
/** Milliseconds in which the last answers of a room that has ended reach their pages. */
const LAST_WORDS = 2_000;

interface Listener {
  readonly port: number;
  answered(): Promise<void>;
  stop(): void;
  end(): void;
}

export function createLan(options: LanOptions): OpenLan {
  const { rooms } = options;
  const listeners = new Map<string, Listener>();
  let looking: NodeJS.Timeout | null = null;
  let work: Promise<void> = Promise.resolve();
  /** While the database does not say, none has ended: the sweeper asks again. */
  const isNeeded = async (): Promise<boolean> => (await rooms().catch(() => 1)) > 0;
  const inTurn = (next: () => Promise<void>): Promise<void> => {
    work = work.then(next, next);
    return work;
  };

  const look = () => openAndClose(listeners, options);
  const stop = (): void => {
    if (looking !== null) clearInterval(looking);
    looking = null;
    for (const listener of listeners.values()) listener.stop();
  };
  const end = (): void => {
    stop();
    for (const listener of listeners.values()) listener.end();
    listeners.clear();
  };
  return {
    opened: () =>
      inTurn(async () => {
        await look();
        looking ??= setInterval(() => void inTurn(look), LOOK).unref();
      }),
    changed: () =>
      inTurn(async () => {
        if (looking === null || (await isNeeded())) return;
        const last = [...listeners.values()];
        stop();
        listeners.clear();
        const endAll = () => {
          for (const listener of last) listener.end();
        };
        setTimeout(endAll, LAST_WORDS).unref();
      }),
    addresses: () => [...listeners].map(([host, { port }]) => formatAddress({ host, port })),
    stop,
    answered: async () => {
      await Promise.all([...listeners.values()].map((listener) => listener.answered()));
    },
    end,
  };
}

/** Opens what is missing at the addresses that this machine has now, and ends what it no longer has. */
async function openAndClose(
  listeners: Map<string, Listener>,
  { server, port, hosts, failed }: LanOptions,
): Promise<void> {
  let wanted: readonly string[] = [...listeners.keys()];
  try {
    wanted = hosts();
  } catch (error) {
    // A system that does not tell its networks keeps those that are open already.
    failed('', error);
  }
  for (const [host, listener] of listeners) {
    if (wanted.includes(host)) continue;
    listeners.delete(host);
    listener.end();
  }
  for (const host of wanted) {
    if (listeners.has(host)) continue;
    try {
      listeners.set(host, await listen(server(), host, port()));
    } catch (error) {
      failed(host, error);
    }
  }
}

async function listen(server: FastifyInstance, host: string, port: number): Promise<Listener> {
  const { keepAliveTimeout, headersTimeout, requestTimeout } = server.server;
  const asked = new Set<ServerResponse>();
  const http = createServer({ keepAliveTimeout, headersTimeout, requestTimeout }, (request, response) => {
    asked.add(response);
    response.once('close', () => asked.delete(response));
    server.routing(request, response);
  });
  // Sockets and broken requests are the business of the first listener.
  http.on('upgrade', (request, socket, head) => server.server.emit('upgrade', request, socket, head));
  http.on('clientError', (error, socket) => server.server.emit('clientError', error, socket));
  const sockets = new Set<Socket>();
  http.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await bind(http, host, port).catch(() => bind(http, host, 0));
  return {
    port: (http.address() as AddressInfo).port,
    answered: async () => {
      await Promise.all([...asked].map((response) => once(response, 'close')));
    },
    stop: () => {
      http.close();
      http.closeIdleConnections();
    },
    end: () => {
      http.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function bind(http: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    http.once('error', reject);
    http.listen(port, host, () => {
      http.off('error', reject);
      resolve();
    });
  });
}
