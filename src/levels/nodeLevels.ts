/** Levels and their best known logs as files, for the command line, the server and the tests. */
import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { DecisionLog, Level } from '../engine/types.ts';
import { parseDecisionLog } from '../schema/decisionLog.ts';
import { parseLevel } from '../schema/level.ts';
import { LIMITS } from '../schema/limits.ts';
import { type Parsed, refuse } from '../schema/problem.ts';

const FOLDER = fileURLToPath(new URL('../../levels/', import.meta.url));

/** A character takes three bytes at most for each of its UTF-16 units, of which `maximum` counts. */
const BYTES_OF_CHARACTER = 3;

/**
 * The text of a file, or null when it cannot be read. Of one beyond `maximum`
 * characters only so much is read as shows that it is too large: a device or a
 * pipe names no size and may have no end.
 */
export function readText(path: string, maximum: number): string | null {
  try {
    const file = openSync(path, 'r');
    try {
      return readStart(file, (maximum + 1) * BYTES_OF_CHARACTER);
    } finally {
      closeSync(file);
    }
  } catch {
    return null;
  }
}

function readStart(file: number, mostBytes: number): string {
  const bytes = Buffer.alloc(mostBytes);
  let length = 0;
  for (let read = -1; read !== 0 && length < mostBytes; length += read) {
    read = readSync(file, bytes, length, mostBytes - length, null);
  }
  return bytes.toString('utf8', 0, length);
}

/** A level from a file of any origin; null when there is no such file. */
export function readLevelFile(path: string): Parsed<Level> | null {
  const text = readText(path, LIMITS.levelCharacters);
  return text === null ? null : parseLevel(text);
}

/** A decision log from a file of any origin; null when there is no such file. */
export function readLogFile(path: string): Parsed<DecisionLog> | null {
  const text = readText(path, LIMITS.logCharacters);
  return text === null ? null : parseDecisionLog(text);
}

/** A level file of the game, whole or not. */
export interface LevelFile {
  readonly name: string;
  readonly parsed: Parsed<Level>;
}

/** Every level file that comes with the game, in the order of the campaign. */
export function readLevelFiles(): readonly LevelFile[] {
  return readdirSync(FOLDER)
    .filter((name) => /^\d.*\.json$/.test(name))
    .sort()
    .map((name) => ({ name, parsed: readLevelFile(`${FOLDER}${name}`) ?? refuse('empty', name) }));
}

/**
 * Every level that comes with the game, in the order of the campaign.
 *
 * @throws Error when one is broken, which the tests keep from happening
 */
export function loadLevels(): readonly Level[] {
  return readLevelFiles().map(({ name, parsed }) => {
    if (!parsed.ok) throw new Error(`${name}: ${parsed.problem.code} at ${parsed.problem.path}`);
    return parsed.value;
  });
}

/** The best known log of a level that comes with the game; null when there is none. */
export function readBestLog(levelId: string): Parsed<DecisionLog> | null {
  return readLogFile(`${FOLDER}logs/${levelId}.best.json`);
}
