/** Under which addresses a server is reached. */
import { type Address, formatAddress } from './address.ts';
import { machineAddresses } from './networks.ts';

export interface Places {
  /** For students, the best first. */
  list(): readonly string[];
  /** For whoever started it: this machine's own first. */
  printed(): readonly string[];
  /** True when it listens for this machine alone, so that a second listener is what lets a class in. */
  readonly isAlone: boolean;
  port(): number;
  setPort(port: number): void;
}

const EVERYWHERE = ['0.0.0.0', '::'];
const ALONE = /^(localhost|127\.\d+\.\d+\.\d+|::1)$/;
const LOOPBACK = '127.0.0.1';

/**
 * @param publicUrl what the operator says that students open; null without
 * @param lan addresses of the second listener, none while it is closed
 */
export function createPlaces(
  { host, port: asked }: Address,
  publicUrl: string | null,
  lan: () => readonly string[],
): Places {
  let port = asked;
  const isEverywhere = EVERYWHERE.includes(host);
  const at = (name: string) => formatAddress({ host: name, port });
  const own = () => at(isEverywhere ? LOOPBACK : host);
  const others = () => (isEverywhere ? machineAddresses().map(at) : lan());
  return {
    list: () => {
      if (publicUrl !== null) return [publicUrl];
      return others().length > 0 ? others() : [own()];
    },
    printed: () => [own(), ...(isEverywhere ? others() : []), ...(publicUrl === null ? [] : [publicUrl])],
    isAlone: ALONE.test(host) && publicUrl === null,
    port: () => port,
    setPort: (bound) => {
      port = bound;
    },
  };
}
