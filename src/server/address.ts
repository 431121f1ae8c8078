/** Where the server listens, read from the environment. */

export interface Address {
  readonly host: string;
  /** 0 lets the system choose a free port. */
  readonly port: number;
}

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = 8080;
const LARGEST_PORT = 65535;

/** Reads HOST and PORT. Returns a sentence instead when PORT is no port number. */
export function readAddress(environment: Readonly<Record<string, string | undefined>>): Address | string {
  const host = environment.HOST?.trim() || DEFAULT_HOST;
  const text = environment.PORT?.trim() || String(DEFAULT_PORT);
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (Number.isNaN(port) || port > LARGEST_PORT) {
    return `PORT must be a whole number from 0 to ${LARGEST_PORT}, and it is ${JSON.stringify(text)}: try PORT=${DEFAULT_PORT} npm start.`;
  }
  return { host, port };
}

/** The address as a browser takes it. */
export function formatAddress({ host, port }: Address): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

/** One sentence for a failure to listen, or null when the failure is of another kind. */
export function describeListenError(code: string | undefined, { host, port }: Address): string | null {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is already in use: choose another one, for example PORT=${port === LARGEST_PORT ? port - 1 : port + 1} npm start.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user: choose one above 1023, for example PORT=${DEFAULT_PORT} npm start.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `HOST ${JSON.stringify(host)} is no address of this machine: leave HOST away for ${DEFAULT_HOST}, or set HOST=0.0.0.0 to listen everywhere.`;
    default:
      return null;
  }
}
