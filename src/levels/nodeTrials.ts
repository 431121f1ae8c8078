/** Trial files, for the command line, the evidence table and the tests. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Trial } from '../analysis/trialTypes.ts';
import { LIMITS } from '../schema/limits.ts';
import { type Parsed, refuse } from '../schema/problem.ts';
import { parseTrial } from '../schema/trial.ts';
import { readText } from './nodeLevels.ts';

const FOLDER = fileURLToPath(new URL('../../evidence/trials/', import.meta.url));

/** A trial from a file of any origin; null when there is no such file. */
export function readTrialFile(path: string): Parsed<Trial> | null {
  const text = readText(path, LIMITS.levelCharacters);
  return text === null ? null : parseTrial(text);
}

/**
 * Every trial that comes with the project, in the order of their names.
 *
 * @throws Error when one is broken, which the tests keep from happening
 */
export function loadTrials(): readonly Trial[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const parsed = readTrialFile(`${FOLDER}${name}`) ?? refuse('empty', name);
      if (!parsed.ok) throw new Error(`${name}: ${parsed.problem.code} at ${parsed.problem.path}`);
      return parsed.value;
    });
}

/** A trial that comes with the project. @throws Error when there is none of this id */
export function loadTrial(id: string): Trial {
  const found = loadTrials().find((trial) => trial.id === id);
  if (!found) throw new Error(`no trial ${id}`);
  return found;
}
