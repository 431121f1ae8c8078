/** Everything that the environment says about a class server. */
import { isIP } from 'node:net';
import { isAbsolute, resolve } from 'node:path';
import { type Address, readAddress } from './address.ts';
import type { StorePlace } from './store/openStore.ts';

type Environment = Readonly<Record<string, string | undefined>>;

export interface RecordStorePlace {
  /** Address of the learning record store, without a slash at its end; statements go to `<url>/statements`. */
  readonly url: string;
  readonly key: string;
  readonly secret: string;
}

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Config {
  readonly address: Address;
  readonly place: StorePlace;
  readonly redisUrl: string | null;
  /** What students open, with a slash at its end. */
  readonly publicUrl: string | null;
  /** Proxies in front: how many, or at which addresses; false without. */
  readonly trustProxy: false | number | readonly string[];
  /** Null: one less than there are cores. */
  readonly verifyThreads: number | null;
  readonly metricsToken: string | null;
  readonly recordStore: RecordStorePlace | null;
  /** Null: warnings in a terminal, everything otherwise. */
  readonly logLevel: LogLevel | null;
  /** Addresses of the second listener instead of the machine's own ones, for tests. */
  readonly lanHosts: readonly string[] | null;
}

/** A setting that cannot be meant; its message is the sentence that is shown. */
class WrongSetting extends Error {}

/**
 * Reads the environment.
 *
 * @param root folder of the project, in which the data stand unless DATA names another place
 * @returns one sentence that names the variable when one of them cannot be meant
 */
export function readConfig(environment: Environment, root: string): Config | string {
  const address = readAddress(environment);
  if (typeof address === 'string') return address;
  const read = (name: string) => environment[name]?.trim() || null;
  try {
    return {
      address,
      place: readPlace(read('DATA'), read('DATABASE_URL'), root),
      redisUrl: readUrl('REDIS_URL', read('REDIS_URL'), ['redis:', 'rediss:'], 'redis://127.0.0.1:6379'),
      publicUrl: readPublicUrl(read('PUBLIC_URL')),
      trustProxy: readProxies(read('TRUST_PROXY')),
      verifyThreads: readThreads(read('VERIFY_THREADS')),
      metricsToken: readToken(read('METRICS_TOKEN')),
      recordStore: readRecordStore(read('LRS_URL'), read('LRS_KEY'), read('LRS_SECRET')),
      logLevel: readLogLevel(read('LOG_LEVEL')),
      lanHosts: readLanHosts(read('LAN_HOST')),
    };
  } catch (error) {
    if (error instanceof WrongSetting) return error.message;
    throw error;
  }
}

function readPlace(folder: string | null, databaseUrl: string | null, root: string): StorePlace {
  const example = 'postgres://user:password@127.0.0.1:5432/stormward';
  const url = readUrl('DATABASE_URL', databaseUrl, ['postgres:', 'postgresql:'], example);
  if (url !== null) return { databaseUrl: url };
  if (folder === null) return { folder: resolve(root, 'data') };
  return { folder: isAbsolute(folder) ? folder : resolve(root, folder) };
}

/** An address of one of the protocols. What it holds is never shown: it may hold a password. */
function readUrl(
  name: string,
  text: string | null,
  protocols: readonly string[],
  example: string,
): string | null {
  if (text === null) return null;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new WrongSetting(`${name} must be an address such as ${example}.`);
  }
  return text;
}

function readPublicUrl(text: string | null): string | null {
  const example = 'https://your-host/';
  const url = readUrl('PUBLIC_URL', text, ['http:', 'https:'], example);
  if (url === null) return null;
  const { origin, pathname, search, hash } = new URL(url);
  if (pathname !== '/' || search !== '' || hash !== '') {
    throw new WrongSetting(
      `PUBLIC_URL must be the address of a whole host, such as ${example}: the game does not run in a folder of another site.`,
    );
  }
  return `${origin}/`;
}

/** Words for networks that Fastify knows. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

function readProxies(text: string | null): Config['trustProxy'] {
  if (text === null) return false;
  if (/^[1-9]$/.test(text)) return Number(text);
  const entries = text.split(',').map((entry) => entry.trim());
  const isNetwork = (entry: string) => {
    const [address = '', bits, more] = entry.split('/');
    const widest = isIP(address) === 6 ? 128 : 32;
    const isWidth = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= widest);
    return isIP(address) !== 0 && isWidth && more === undefined;
  };
  if (entries.every((entry) => NETWORKS.includes(entry) || isNetwork(entry))) return entries;
  throw new WrongSetting(
    'TRUST_PROXY must be the number of proxies in front (1), or their addresses with commas between (10.0.0.5,10.1.0.0/16).',
  );
}

const MOST_THREADS = 256;

function readThreads(text: string | null): number | null {
  if (text === null) return null;
  const threads = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (threads >= 1 && threads <= MOST_THREADS) return threads;
  throw new WrongSetting(`VERIFY_THREADS must be a whole number from 1 to ${MOST_THREADS}.`);
}

const SHORTEST_TOKEN = 16;

function readToken(text: string | null): string | null {
  if (text === null || (text.length >= SHORTEST_TOKEN && /^[!-~]+$/.test(text))) return text;
  throw new WrongSetting(
    `METRICS_TOKEN must be at least ${SHORTEST_TOKEN} letters, digits or signs without a space.`,
  );
}

function readRecordStore(
  url: string | null,
  key: string | null,
  secret: string | null,
): RecordStorePlace | null {
  const example = 'https://your-record-store/xapi';
  const address = readUrl('LRS_URL', url, ['http:', 'https:'], example);
  if (address === null && key === null && secret === null) return null;
  if (address === null || key === null || secret === null) {
    throw new WrongSetting('LRS_URL, LRS_KEY and LRS_SECRET must be set together, or none of them.');
  }
  return { url: address.replace(/\/+$/, ''), key, secret };
}

function readLogLevel(text: string | null): LogLevel | null {
  if (text === null) return null;
  const level = LOG_LEVELS.find((known) => known === text);
  if (level !== undefined) return level;
  throw new WrongSetting(`LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}.`);
}

function readLanHosts(text: string | null): readonly string[] | null {
  const hosts = text?.split(',').map((host) => host.trim()) ?? null;
  if (hosts === null || hosts.every((host) => isIP(host) === 4)) return hosts;
  throw new WrongSetting('LAN_HOST must be IPv4 addresses of this machine with commas between.');
}
