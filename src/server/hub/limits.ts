/**
 * How often somebody may try. Thirty tablets of a school come from one address, and so do thirty
 * classes of a district behind its proxy; so what is counted by address is wide, and what a guesser
 * needs is counted by its failures alone.
 */
import { isIPv6 } from 'node:net';
import type { LimitName } from './types.ts';

/** At most so many events in so many seconds; the seconds begin with the first event. */
export interface Window {
  readonly events: number;
  readonly seconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * Guessing. 27^6 = 387,420,489 codes. An address has 240 failures in six hours, 960 a day. With
 * 1,000 rooms open at once a try hits one of them with 1,000 / 387,420,489; so 960 tries find any room
 * with 0.25 % a day, once in 400 days of trying without a pause, and one given room with 0.00025 %.
 * What is found is a code that the class has on its wall: a seat with a name from a list, which the
 * teacher can put out. A move code (27^8) is asked for in one room and lives for minutes; a token has 256 bits.
 * Sixty failures in ten minutes are two typing errors for each of thirty students, and whoever uses them up
 * on purpose keeps the school out for ten minutes, for six hours at most after four such turns.
 */
export const LIMIT_WINDOWS: Readonly<Record<LimitName, readonly Window[]>> = {
  guess: [
    { events: 60, seconds: 10 * MINUTE },
    { events: 240, seconds: 6 * HOUR },
  ],
  /** By address. A district opens a room a minute; a script that fills the disk does not. */
  openRoom: [{ events: 60, seconds: HOUR }],
  /** By room: every seat of the largest room twice, so that names may be given up and taken again. */
  takeSeat: [{ events: 240, seconds: 10 * MINUTE }],
  /** By seat. A game takes minutes; a tablet that comes back from a dead network sends all it has. */
  handIn: [{ events: 30, seconds: 5 * MINUTE }],
  /** By token: ten a second for a minute. A page that plays needs one in a few seconds. */
  request: [{ events: 600, seconds: MINUTE }],
  /** By address: a hundred a second, in steps so short that no flood waits for the end of one. */
  anonymous: [{ events: 600, seconds: 6 }],
  /** By room: 120 pages that poll twice a second. */
  listen: [{ events: 15_000, seconds: MINUTE }],
};

/**
 * The key by which an address is counted. A network of IPv6 gives each of its devices 2^64
 * addresses, so there it is the network that counts.
 */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.split('::');
  const before = groups(head);
  const after = tail === undefined ? [] : groups(tail);
  const missing = tail === undefined ? 0 : 8 - before.length - after.length;
  const all = [...before, ...Array.from({ length: missing }, () => '0'), ...after];
  return `${all
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** The groups of one side of `::`; an IPv4 address at the end stands for two. */
function groups(side: string): string[] {
  return side === '' ? [] : side.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
}
