/** Serves the game and its classes, and prints where. */
import { fileURLToPath } from 'node:url';
import { readConfig } from './config.ts';
import { CannotStart } from './openData.ts';
import { openServer } from './openServer.ts';
import { createStop } from './stop.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

function refuse(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const config = readConfig(process.env, ROOT);
if (typeof config === 'string') refuse(config);

const server = await openServer(config, fileURLToPath(new URL('../../dist', import.meta.url))).catch(
  (error: unknown) => (error instanceof CannotStart ? refuse(error.message) : Promise.reject(error)),
);

const stop = createStop({ ...server, exit: (code) => process.exit(code) });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

console.log(
  'Stormward is ready (Ctrl+C stops it). Open this address in a browser, to play or to open a room:',
);
for (const line of server.places.printed()) console.log(line);
if (server.places.isAlone) {
  console.log('Only this machine can reach it, until you open a room that lets the local network in.');
}
if ('folder' in config.place) console.log(`Rooms and results are kept in ${config.place.folder}.`);
