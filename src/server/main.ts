/** Serves the built game and prints its address. */
import { networkInterfaces } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describeListenError, listAddresses, readAddress } from './address.ts';
import { createServer } from './app.ts';

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const address = readAddress(process.env);
if (typeof address === 'string') refuse(address);

const server = await createServer(fileURLToPath(new URL('../../dist', import.meta.url))).catch(() =>
  refuse('The game is not built yet: please run npm run build, or npm start, which does both.'),
);

try {
  await server.listen(address);
} catch (error) {
  const sentence = describeListenError((error as NodeJS.ErrnoException).code, address);
  if (sentence === null) throw error;
  refuse(sentence);
}

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (stopping) return;
    stopping = true;
    void server.close().then(() => process.exit(0));
  });
}

const bound = server.server.address();
const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
const machineAddresses = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .filter(({ family, internal }) => family === 'IPv4' && !internal)
  .map((entry) => entry.address);
console.log('Stormward is ready (Ctrl+C stops it). Open this address in a browser:');
for (const line of listAddresses({ host: address.host, port }, machineAddresses)) console.log(line);
