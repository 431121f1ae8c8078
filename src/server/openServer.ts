/** Joins the parts of a class server: data, hub, threads, listeners, figures. */
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { loadLevels } from '../levels/nodeLevels.ts';
import { describeListenError } from './address.ts';
import { createServer, type ServerOptions } from './app.ts';
import type { Config } from './config.ts';
import { createMemoryHub } from './hub/memory.ts';
import { createRedisHub } from './hub/redis.ts';
import type { Hub } from './hub/types.ts';
import { createLan, type OpenLan } from './lan.ts';
import { createLateLog, type LateLog, logAnswers, loggerOptions } from './logging.ts';
import { createMetrics } from './metrics.ts';
import { localAddresses } from './networks.ts';
import { CannotStart, openData } from './openData.ts';
import { createPlaces, type Places } from './places.ts';
import { createRecordStore } from './recordStore.ts';
import type { RoomParts } from './rooms/parts.ts';
import type { Ending } from './stop.ts';
import type { RoomStore } from './store/types.ts';
import { createVerifier } from './verify/pool.ts';
import { addWatch } from './watch.ts';

/** A server that listens, and how it ends. */
export interface OpenServer extends Omit<Ending, 'exit'> {
  readonly places: Places;
}

/** Of a server without a name of its own: what it is called must not change with the network, or its games count twice. */
const NAMELESS = 'https://stormward.invalid/';

/**
 * Starts everything and listens.
 *
 * @param folder the built game
 * @throws CannotStart
 */
export async function openServer(config: Config, folder: string): Promise<OpenServer> {
  const log = createLateLog();
  const data = await openData(config.place, (error) => log.warn({ error }, 'the copy of the data failed'));
  const metrics = createMetrics();
  const store = metrics.store(data.store);
  const { verifyThreads } = config;
  const pool = createVerifier(verifyThreads === null ? {} : { threads: verifyThreads });
  const hub = openHub(config, log);
  const { lan, places } = openPlaces(config, store, log);
  let isStopping = false;
  const watch = (server: FastifyInstance): void => {
    log.attach(server);
    logAnswers(server);
    metrics.watch(server);
    addWatch(server, {
      store,
      hub,
      metrics,
      metricsToken: config.metricsToken,
      isStopping: () => isStopping,
    });
  };
  const parts = { store, hub, verifier: metrics.verifier(pool), lan, places, log };
  const server = await serve(folder, config, roomParts(config, parts), watch);
  places.setPort(await listen(server, config));
  // Rooms of an earlier run still wait for their devices.
  if ((await store.countRooms()).lan > 0) await lan.opened();
  return {
    places,
    begun: () => {
      isStopping = true;
      lan.stop();
    },
    closeServer: async () => {
      await Promise.all([server.close(), lan.answered()]);
      lan.end();
    },
    cut: () => {
      server.server.closeAllConnections();
      lan.end();
    },
    closeParts: [() => pool.close(), () => hub.close(), () => data.close()],
  };
}

function openHub({ redisUrl }: Config, log: LateLog): Hub {
  if (redisUrl === null) return createMemoryHub();
  const changed = (reached: boolean) =>
    reached ? log.info({}, 'Redis is reached') : log.warn({}, 'Redis is gone: this process goes on alone');
  return createRedisHub({ url: redisUrl, changed });
}

function openPlaces(
  { address, publicUrl, lanHosts }: Config,
  store: RoomStore,
  log: LateLog,
): { readonly lan: OpenLan; readonly places: Places } {
  const places = createPlaces(address, publicUrl, () => lan.addresses());
  const lan: OpenLan = createLan({
    server: log.server,
    port: places.port,
    hosts: () => (places.isAlone ? (lanHosts ?? localAddresses()) : []),
    rooms: async () => (await store.countRooms()).lan,
    failed: (host, error) => log.warn({ host, error }, 'an address of the local network cannot be opened'),
  });
  return { lan, places };
}

type Joined = Pick<RoomParts, 'store' | 'hub' | 'verifier' | 'lan' | 'log'> & { readonly places: Places };

function roomParts({ recordStore: place, publicUrl }: Config, { places, ...parts }: Joined): RoomParts {
  const levels = loadLevels();
  const homePage = publicUrl ?? NAMELESS;
  const recordStore = place === null ? null : createRecordStore({ place, levels, homePage });
  return { ...parts, levels, recordStore, homePage, addresses: places.list, now: () => Date.now() };
}

async function serve(
  folder: string,
  { logLevel, trustProxy }: Config,
  rooms: RoomParts,
  watch: NonNullable<ServerOptions['watch']>,
): Promise<FastifyInstance> {
  const logger = loggerOptions(logLevel, process.stdout.isTTY === true);
  try {
    return await createServer(folder, { rooms, logger, trustProxy: trusted(trustProxy), watch });
  } catch (error) {
    if (!(error instanceof Error && error.message.startsWith('No built game'))) throw error;
    throw new CannotStart(
      'The game is not built yet: please run npm run build, or npm start, which does both.',
    );
  }
}

/** What Fastify is told of the proxies in front: of a number, that the first so many addresses from here are theirs. */
function trusted(proxies: Config['trustProxy']): NonNullable<ServerOptions['trustProxy']> {
  if (typeof proxies === 'number') return (_address, hop) => hop < proxies;
  return proxies === false ? false : [...proxies];
}

/** Resolves to the port, which the system chooses when 0 was asked for. */
async function listen(server: FastifyInstance, { address }: Config): Promise<number> {
  try {
    await server.listen(address);
  } catch (error) {
    const sentence = describeListenError((error as NodeJS.ErrnoException).code, address);
    throw sentence === null ? error : new CannotStart(sentence);
  }
  return (server.server.address() as AddressInfo).port;
}
