/** Finds addresses of other hosts in shipped code: the game talks to nobody but its own server. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { ROOT } from './sources.ts';

/** A name space or a name of a format, not an address that anything loads. */
const NOT_LOADED = new RegExp(
  [
    '^https?://www\\.w3\\.org/(2000/svg|1999/xhtml|1999/xlink|1998/Math/MathML|1999/02/22-rdf-syntax-ns#)$',
    '^http://www\\.sbml\\.org/sbml/(level3/version2/core|symbols/time)$',
    '^http://sed-ml\\.org/sed-ml/level1/version4$',
    '^http://purl\\.org/(dc/terms/|NET/mediatypes/application/rdf\\+xml)$',
    '^http://adlnet\\.gov/expapi/(verbs|activities)/$',
    '^https://stormward\\.invalid/(xapi/)?$',
    '^http://identifiers\\.org/combine\\.specifications/[a-z0-9.-]+$',
  ].join('|'),
);
const ADDRESS = /(?:https?:|wss?:|["'`(=])\/\/([a-z0-9-]+\.)+[a-z]{2,}[^\s"'`)<>\\]*/gi;

/** Where the published work that the model rests on is cited; these are links and texts to read. */
const CITATIONS = [/^src\/model\/definition\//, /^src\/text\/en\/[a-z]+\.json$/, /[sS]ources\.ts$/];

/** `path:line address` for every address of another host in one text. Comments count as well, except citations in doc comments. */
export function findHosts(path: string, text: string): string[] {
  if (CITATIONS.some((place) => place.test(path))) return [];
  return text.split('\n').flatMap((line, index) => {
    if (/^\s*(\*|\/\*\*|\/\/)/.test(line)) return [];
    const found = [...line.matchAll(ADDRESS)].map(([address]) => address.replace(/^["'`(=]/, ''));
    return found
      .filter((address) => !NOT_LOADED.test(address))
      .map((address) => `${path}:${index + 1} ${address}`);
  });
}

function listFiles(path: string): string[] {
  if (!existsSync(`${ROOT}/${path}`)) return [];
  if (!statSync(`${ROOT}/${path}`).isDirectory()) return [path];
  return readdirSync(`${ROOT}/${path}`).flatMap((name) => listFiles(`${path}/${name}`));
}

/** Every text file that is shipped to the browser or runs on the server. */
export function readShipped(): readonly (readonly [path: string, text: string])[] {
  return ['src', 'index.html']
    .flatMap(listFiles)
    .filter((path) => /\.(tsx?|css|html|json|svg)$/.test(path))
    .map((path) => [path, readFileSync(`${ROOT}/${path}`, 'utf8')]);
}
