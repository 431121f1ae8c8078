import { readFileSync } from 'node:fs';

/** Text of a log that comes with the game: the best known play of the first level. */
export const KNOWN_LOG = readFileSync(
  new URL('../../levels/logs/the-quiet-doubling.best.json', import.meta.url),
  'utf8',
);
