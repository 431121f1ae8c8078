import { seeded } from '../seeds.ts';
import { MOST_CAR_T, TUMOUR_CELLS } from '../tumourPicture.ts';

/** A place in the field, in its units. */
export interface Place {
  x: number;
  y: number;
}

/** A nest of tumour cells in the free tissue: middle and radius. */
export interface Nest {
  readonly x: number;
  readonly y: number;
  readonly r: number;
  readonly cells: number;
}

/** Beside the macrophages, which the interferon of the hunters reaches first. The first and third stand in the middle that a phone shows. */
export const NESTS: readonly Nest[] = [
  { x: 214, y: 323, r: 46, cells: 11 },
  { x: 62, y: 192, r: 50, cells: 12 },
  { x: 500, y: 334, r: 38, cells: 8 },
  { x: 668, y: 222, r: 34, cells: 5 },
];

export interface TumourCell extends Place {
  readonly size: number;
  readonly turn: number;
  /** Which of the drawn kinds: 0, 1, or 2 for one that divides. */
  readonly kind: 0 | 1 | 2;
}

/** Distance between the middles of neighbours on the spiral of a nest, in field units. */
const SPACING = 15.2;

/** Turn from one cell to the next on the spiral; no two lie in a line. */
const GOLDEN = 2.39996;

/** Every so many cells one divides. */
const DIVIDES_EVERY = 9;

/** Every cell of the tumour, first the innermost of all nests, which live longest. */
export function tumourCells(): readonly TumourCell[] {
  const cells = NESTS.flatMap((nest, at) =>
    Array.from({ length: nest.cells }, (_, index) => {
      const way = Math.sqrt((index + 0.35) / nest.cells);
      const turn = index * GOLDEN + at;
      const out = Math.min(nest.r - 12, SPACING * Math.sqrt(index + 0.35));
      return {
        rank: way + 0.12 * seeded(at * 32 + index, 171),
        x: nest.x + out * Math.cos(turn) * 1.12,
        y: nest.y + out * Math.sin(turn) * 0.92,
      };
    }),
  );
  return cells
    .sort((a, b) => a.rank - b.rank)
    .map(({ x, y }, index) => ({
      x,
      y,
      size: 0.8 + 0.16 * seeded(index, 172),
      turn: 6.28 * seeded(index, 173),
      kind: index % DIVIDES_EVERY === 4 ? 2 : index % 2 === 0 ? 0 : 1,
    }));
}

/** Where a CAR-T cell hunts: at a nest, in a direction from its middle; or in the blood. */
export type Hunt = { readonly nest: number; readonly turn: number } | { readonly nest: null };

const IN_BLOOD: Hunt = { nest: null };
const at = (nest: number, turn: number): Hunt => ({ nest, turn });

/** The hunts in the order in which the cells multiply; directions keep clear of sacs, vessel and macrophages. */
export const HUNTS: readonly Hunt[] = [
  at(0, 0.1),
  IN_BLOOD,
  at(2, Math.PI),
  at(1, 0.95),
  at(0, Math.PI - 0.35),
  at(3, Math.PI / 2),
  at(2, -0.35),
  IN_BLOOD,
  at(0, 0.85),
  at(1, -1.35),
  at(0, Math.PI + 0.5),
  at(2, 0.55),
  at(1, 1.75),
  IN_BLOOD,
  at(3, -0.9),
  at(2, Math.PI - 0.85),
  at(0, -0.62),
  at(1, -2.1),
];

/** How near to a nest's middle the hunters come when nothing is left of it. */
const CLOSEST = 34;

/** From the rim of what is left of a nest to the middle of a hunter. */
const REACH = 7;

/**
 * Where a hunter stands: at the rim of what is left of its nest, so that it follows the tumour inwards.
 *
 * @param living cells of the whole tumour that live
 * @param into filled and returned, so that a frame allocates nothing
 */
export function hunterPlace(nest: Nest, turn: number, living: number, into: Place): Place {
  const left = Math.sqrt(Math.max(0, Math.min(1, living / TUMOUR_CELLS)));
  const out = Math.max(CLOSEST, nest.r * left + REACH);
  into.x = nest.x + out * Math.cos(turn) * 1.08;
  into.y = nest.y + out * Math.sin(turn) * 0.82;
  return into;
}

if (HUNTS.length !== MOST_CAR_T) throw new Error('Every CAR-T cell needs a hunt.');
