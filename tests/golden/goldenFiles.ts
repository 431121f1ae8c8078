/** Golden logs as files: one a trigger or level of the game, one log a line, so that a changed one is seen in a diff. */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DecisionLog } from '../../src/engine/types.ts';
import type { GoldenFile } from './goldenLog.ts';

const FOLDER = fileURLToPath(new URL('logs/', import.meta.url));

/** The logs of a file by the name of their case; none when there is no such file. */
export function readGoldenFile(file: string): GoldenFile {
  const path = `${FOLDER}${file}.json`;
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as GoldenFile) : {};
}

/** Names of all files, without their ending. */
export function listGoldenFiles(): readonly string[] {
  if (!existsSync(FOLDER)) return [];
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
}

export function writeGoldenFile(file: string, logs: ReadonlyMap<string, DecisionLog>): void {
  const lines = [...logs].map(([name, log]) => `${JSON.stringify(name)}:${JSON.stringify(log)}`);
  writeFileSync(`${FOLDER}${file}.json`, `{\n${lines.join(',\n')}\n}\n`);
}

export function removeGoldenFile(file: string): void {
  rmSync(`${FOLDER}${file}.json`);
}
