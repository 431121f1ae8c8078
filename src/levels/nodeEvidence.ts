/** The published evidence and the table of results as files, for the command line and the tests. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type Evidence, parseEvidence } from '../schema/evidence.ts';

const FOLDER = new URL('../../evidence/', import.meta.url);

/** The published evidence. @throws Error when it is broken, which the tests keep from happening */
export function loadEvidence(): Evidence {
  const parsed = parseEvidence(readFileSync(new URL('evidence.json', FOLDER), 'utf8'));
  if (!parsed.ok) throw new Error(`evidence.json: ${parsed.problem.code} at ${parsed.problem.path}`);
  return parsed.value;
}

/** The table that was last generated, as plain data. */
export function loadEvidenceResults(): unknown {
  return JSON.parse(readFileSync(new URL('results.json', FOLDER), 'utf8'));
}

/** Writes the table that docs/model.md and the game show. */
export function saveEvidenceResults(results: unknown): void {
  writeFileSync(new URL('results.json', FOLDER), `${JSON.stringify(results, null, 2)}\n`);
}
