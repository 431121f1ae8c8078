/** A class of real games as a map, for the tests of its pictures and words. */
import { mapOfClass } from '../../../../src/classroom/map.ts';
import { classRow, isRefusal } from '../../../../src/classroom/row.ts';
import type { ClassMap, ClassRow, MapMark } from '../../../../src/classroom/types.ts';
import type { Level } from '../../../../src/engine/types.ts';
import { readBestLog } from '../../../../src/levels/nodeLevels.ts';
import { makeNamedClass } from '../../../support/classLogs.ts';
import { QUIET_DOUBLING } from '../../../support/levels.ts';

export const LEVEL: Level = QUIET_DOUBLING;

export function realMap(games: number): ClassMap {
  const rows = makeNamedClass(LEVEL, games).map((named) => {
    const row = classRow(LEVEL, named);
    if (isRefusal(row)) throw new Error(`${named.name}: ${row.code}`);
    return row;
  });
  const best = readBestLog(LEVEL.id);
  return mapOfClass(LEVEL, rows, {
    bestLog: best?.ok ? best.value : null,
    names: { bestKnown: 'Best known', guideline: 'Guideline' },
  });
}

/** A row with other decisions than it had. */
export function withMarks(
  row: ClassRow,
  marks: readonly MapMark[],
  change: Partial<ClassRow> = {},
): ClassRow {
  return { ...row, ...change, marks };
}

export const order = (hour: number, treatment: string, regimen: string): MapMark => ({
  hour,
  command: { type: 'order', treatment, regimen } as MapMark['command'],
});

export const oxygen = (hour: number, step: number): MapMark => ({ hour, command: { type: 'oxygen', step } });
