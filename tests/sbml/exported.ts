/** Games played and exported by the command line, as files for other people's tools. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runLine } from '../../src/cli/main.ts';
import { hoursOf } from '../../src/engine/time.ts';
import type { Level } from '../../src/engine/types.ts';
import { SPECIES_DEFINITIONS } from '../../src/model/definition/species.ts';

export interface Played {
  readonly model: string;
  readonly course: string;
  /** Hours of illness at the first row of the course. */
  readonly startHour: number;
}

/** A folder for one test file, and how to throw it away. */
export function testFolder(): { file(name: string): string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'stormward-sbml-'));
  return {
    file: (name) => join(folder, name),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Runs one command of the line and returns what it printed. Throws when it fails. */
export async function command(...args: readonly string[]): Promise<string> {
  let out = '';
  let err = '';
  const streams = {
    out: (text: string) => {
      out += text;
    },
    err: (text: string) => {
      err += text;
    },
  };
  if ((await runLine(args, streams)) !== 0) throw new Error(`${args.join(' ')}: ${err}`);
  return out;
}

/** Plays a level by `sim`, with a row a tick, and exports the game by `sbml`. */
export async function playAndExport(
  level: Level,
  play: readonly string[],
  file: (name: string) => string,
): Promise<Played> {
  const name = [level.id, ...play].join('-').replaceAll(/[^a-z0-9]+/g, '-');
  const [log, model, course] = [`${name}.json`, `${name}.xml`, `${name}.csv`].map(file) as [
    string,
    string,
    string,
  ];
  const every = String(hoursOf(1));
  writeFileSync(
    course,
    await command('sim', level.id, ...play, '--every', every, '--csv', '--save-log', log),
  );
  writeFileSync(model, await command('sbml', '--log', log));
  return { model, course, startHour: level.patient.hoursBefore };
}

/**
 * The value below which a species is as good as absent, by its unit: a deviation there is measured against this
 * value. One copy or colony in a millilitre is what the logarithmic loads count from; a thousandth of a picogram is a
 * hundredth of what the best assays see; a millionth of an organ, of a dose or of a cell pool does nothing.
 */
const FLOORS: Readonly<Record<string, number>> = {
  '1': 1e-6,
  'copies/mL': 1,
  '1e6 CFU/mL': 1e-6,
  'ng/kg': 1e-6,
  'pg/mL': 1e-3,
  mg: 1e-3,
  mL: 1e-3,
  'µg/kg/min': 1e-6,
};

/** The floor of every species; what never comes near 0 needs none, and gets the smallest. */
export function speciesFloors(): Readonly<Record<string, number>> {
  return Object.fromEntries(SPECIES_DEFINITIONS.map(({ id, unit }) => [id, FLOORS[unit] ?? 1e-6]));
}
