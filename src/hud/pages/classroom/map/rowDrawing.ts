/** One game of the map as a handful of paths. */
import type { ClassRow, MapMark } from '../../../../classroom/types.ts';
import type { Level } from '../../../../engine/types.ts';
import { clearing, signPaths } from './glyphs.ts';
import { spreadSigns } from './spread.ts';
import { isSameSymbol, type MapSymbol, symbolOf } from './symbols.ts';
import { PADDING, type TimeAxis } from './timeAxis.ts';

/** Height of the drawing of a row, and its middle. */
export const ROW_HEIGHT = 18;
const MIDDLE = ROW_HEIGHT / 2;

const CLEARING = 6.5;
const END_ROOM = 10;
/** Signs of one kind and dose that stand nearer than this are one sign with several hours. */
const ONE_SIGN = 5;

/** A sign where it is drawn, with what it stands for: more than one where the same was ordered again at once. */
export interface PlacedSign {
  readonly x: number;
  readonly symbol: MapSymbol;
  readonly marks: readonly MapMark[];
}

export interface RowDrawing {
  readonly signs: readonly PlacedSign[];
  /** Null when the game goes on beyond the axis. */
  readonly endX: number | null;
  readonly clearings: string;
  readonly drug: { readonly line: string; readonly solid: string };
  readonly support: { readonly line: string; readonly solid: string };
}

/** The signs of a game on the axis, moved apart where they would cover each other. */
export function placeSigns(level: Level, row: ClassRow, axis: TimeAxis): readonly PlacedSign[] {
  const signs: { x: number; symbol: MapSymbol; marks: MapMark[] }[] = [];
  for (const mark of row.marks) {
    const symbol = symbolOf(level, mark.command);
    if (!symbol || mark.hour > axis.hours) continue;
    const x = axis.x(mark.hour);
    const last = signs.at(-1);
    if (last && isSameSymbol(last.symbol, symbol) && x - last.x < ONE_SIGN) last.marks.push(mark);
    else signs.push({ x, symbol, marks: [mark] });
  }
  const places = spreadSigns(
    signs.map(({ x }) => x),
    PADDING - 3,
    lastPlace(row, axis),
  );
  return signs.map((sign, index) => ({ ...sign, x: places[index] ?? sign.x }));
}

/** Signs keep off the sign of the end, unless the game was over at once. */
function lastPlace(row: ClassRow, axis: TimeAxis): number {
  if (row.endHour > axis.hours) return axis.width - PADDING;
  return Math.max(axis.x(row.endHour) - END_ROOM, 3 * PADDING);
}

/** Everything of a row that is drawn, in the units of the axis. */
export function drawRow(level: Level, row: ClassRow, axis: TimeAxis): RowDrawing {
  const signs = placeSigns(level, row, axis);
  const paths = signs.map(({ symbol, x }) => ({ ...symbol, ...signPaths(symbol, x, MIDDLE) }));
  const joined = (support: boolean) => {
    const own = paths.filter(({ isSupport }) => isSupport === support);
    return { line: own.map(({ line }) => line).join(''), solid: own.map(({ solid }) => solid).join('') };
  };
  return {
    signs,
    endX: row.endHour > axis.hours ? null : axis.x(row.endHour),
    clearings: signs.map(({ x }) => clearing(x, MIDDLE, CLEARING)).join(''),
    drug: joined(false),
    support: joined(true),
  };
}

/** The drawing of a row by its key; null for an unknown one, and before there is an axis. */
export type DrawingOf = (id: string) => RowDrawing | null;

/** Draws a row when it is asked for first, and keeps the drawing as long as its axis. */
export function drawings(level: Level, rows: readonly ClassRow[], axis: TimeAxis): DrawingOf {
  const known = new Map(rows.map((row) => [row.id, row]));
  const drawn = new Map<string, RowDrawing>();
  return (id) => {
    const row = known.get(id);
    if (!row || axis.width <= 0) return null;
    const drawing = drawn.get(id) ?? drawRow(level, row, axis);
    drawn.set(id, drawing);
    return drawing;
  };
}

/** The sign nearest to a place on the axis, or null when none is near. */
export function signAt(signs: readonly PlacedSign[], x: number, reach: number): number | null {
  let nearest: number | null = null;
  let least = reach;
  signs.forEach((sign, index) => {
    const distance = Math.abs(sign.x - x);
    if (distance > least) return;
    nearest = index;
    least = distance;
  });
  return nearest;
}
