/** What the parts of the map share: the class with its level, names and axis. */
import type { ClassMap, ClassRow } from '../../../../classroom/types.ts';
import type { Level } from '../../../../engine/types.ts';
import { t } from '../mapWords.ts';
import { type MapSymbol, type SymbolId, symbolKey, symbolOf } from './symbols.ts';

export interface MapFrame {
  readonly level: Level;
  readonly map: ClassMap;
  readonly hideNames: boolean;
  /** As it is shown: a number when names are hidden. */
  readonly nameOf: (row: ClassRow) => string;
}

/** @param hiddenNames what stands for the names of rows while they are hidden; without it the rows are numbered */
export function mapFrame(
  level: Level,
  map: ClassMap,
  hideNames: boolean,
  hiddenNames?: ReadonlyMap<string, string>,
): MapFrame {
  const numbers = new Map(map.rows.map((row, index) => [row.id, index + 1]));
  const hidden = (id: string): string =>
    hiddenNames?.get(id) ?? t('classMap.hidden', { number: numbers.get(id) ?? 0 });
  const nameOf = (row: ClassRow): string => {
    if (row === map.bestKnown) return t('classMap.bestKnown');
    if (row === map.guideline) return t('classMap.guideline');
    return hideNames ? hidden(row.id) : row.name;
  };
  return { level, map, hideNames, nameOf };
}

/** The courses that the class is held against, the best first. */
export function references({ bestKnown, guideline }: ClassMap): readonly ClassRow[] {
  return bestKnown ? [bestKnown, guideline] : [guideline];
}

/** Every sign on the map with its doses, in the order of the level; steps of oxygen are one. */
export function symbolsOnMap({ level, map }: MapFrame): readonly MapSymbol[] {
  const found = new Map<string, MapSymbol>();
  for (const row of [...references(map), ...map.rows]) {
    for (const { command } of row.marks) {
      const symbol = symbolOf(level, command);
      if (!symbol) continue;
      const shown = symbol.id === 'oxygen' ? { ...symbol, step: 2 } : { ...symbol, step: 0 };
      found.set(symbolKey(shown), shown);
    }
  }
  const order: readonly SymbolId[] = [...level.treatments.map(({ id }) => id), 'oxygen', 'ventilator'];
  const strengths = ['plain', 'strong', 'taper'];
  return [...found.values()].toSorted(
    (a, b) =>
      order.indexOf(a.id) - order.indexOf(b.id) ||
      strengths.indexOf(a.strength) - strengths.indexOf(b.strength),
  );
}
