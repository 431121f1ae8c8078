/** The decision map: everybody's game beside the guideline and the best known, and what the class has in common. */
import { guideline } from '../analysis/guideline.ts';
import { decideHourly } from '../analysis/policy.ts';
import { makeLog } from '../engine/log.ts';
import { simulate } from '../engine/simulate.ts';
import type { DecisionLog, Level, OutcomeKind } from '../engine/types.ts';
import { il6Fan } from './fan.ts';
import { rankRows } from './rank.ts';
import { classRow, isRefusal } from './row.ts';
import { separationOf } from './separation.ts';
import type { ClassMap, ClassRow } from './types.ts';

/** What a class is compared with; the names are words of the screen. */
export interface Beside {
  /** The best known log of the level; null where there is none. */
  readonly bestLog: DecisionLog | null;
  readonly names: { readonly bestKnown: string; readonly guideline: string };
}

/**
 * The map of games of one level and mode, at least one. Plays the guideline and the best known log.
 *
 * @param rows in any order, with any ranks
 */
export function mapOfClass(level: Level, rows: readonly ClassRow[], { bestLog, names }: Beside): ClassMap {
  const { seed, mode } = firstLog(rows);
  return classMap(
    level,
    rows,
    bestKnownRow(level, bestLog, names.bestKnown),
    guidelineRow(level, { seed, mode }, names.guideline),
  );
}

function classMap(
  level: Level,
  rows: readonly ClassRow[],
  bestKnown: ClassRow | null,
  guidelineCourse: ClassRow,
): ClassMap {
  return {
    rows: rankRows(rows),
    bestKnown,
    guideline: guidelineCourse,
    fan: il6Fan(rows),
    separation: separationOf(level, rows),
    bestWindow: bestKnown && windowOf(level, bestKnown),
    outcomes: countOutcomes(rows),
  };
}

/** The guideline of the level, played on the patient and in the mode of the class. */
export function guidelineRow(
  level: Level,
  game: { readonly seed: number; readonly mode: DecisionLog['mode'] },
  name: string,
): ClassRow {
  const { state, recorder } = simulate(level, { ...game, decide: decideHourly(level, guideline) });
  const row = classRow(level, { id: 'guideline', name, log: makeLog(level, state, recorder) });
  if (isRefusal(row)) throw new Error(`The guideline of ${level.id} does not hold: ${row.code}`);
  return row;
}

/**
 * The best known log as it was found: the patient is the same for every seed, which decides the noise of assays alone.
 * Null where there is none, and where it is of another edition of the level.
 */
function bestKnownRow(level: Level, log: DecisionLog | null, name: string): ClassRow | null {
  const row = log && classRow(level, { id: 'bestKnown', name, log });
  return row === null || isRefusal(row) ? null : row;
}

/** A seed must not depend on whose file came first. */
function firstLog(rows: readonly ClassRow[]): DecisionLog {
  const [first, ...others] = rows.map(({ log }) => log);
  if (first === undefined) throw new RangeError('A map needs at least one game.');
  return others.reduce((least, log) => (log.seed < least.seed ? log : least), first);
}

/** From the first to the last hour at which one of the treatments that dampen is begun; null when none is. */
function windowOf(level: Level, { marks }: ClassRow): ClassMap['bestWindow'] {
  const dampening = level.treatments.filter(({ group }) => group === 'dampening').map(({ id }) => id);
  const begun = dampening.flatMap((treatment) => {
    const first = marks.find(({ command }) => command.type === 'order' && command.treatment === treatment);
    return first === undefined ? [] : [first.hour];
  });
  return begun.length === 0 ? null : { from: Math.min(...begun), to: Math.max(...begun) };
}

function countOutcomes(rows: readonly ClassRow[]): ClassMap['outcomes'] {
  const counts: Record<OutcomeKind, number> = {
    recovered: 0,
    organFailure: 0,
    opportunisticInfection: 0,
    stillOnWard: 0,
  };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
