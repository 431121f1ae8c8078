import { seeded } from './seeds.ts';

/**
 * Where things stand in the picture: a field of 840 x 560, origin at the top
 * left, y downwards. Every layout shows a part of this field.
 */
export const FIELD = { width: 840, height: 560 } as const;

/** The sacs of the alveolus: centre and radius. The first is the lowest, over the capillary; the last is the mouth of the airway. */
export const SACS = [
  { x: 372, y: 222, r: 124 },
  { x: 205, y: 172, r: 92 },
  { x: 538, y: 180, r: 96 },
  { x: 276, y: 62, r: 82 },
  { x: 468, y: 66, r: 84 },
  { x: 372, y: 30, r: 92 },
] as const;
type Sac = (typeof SACS)[number];

/** What the storm turns around: the floor of the lowest sac. */
export const EYE = { x: 372, y: 338 } as const;

export const VESSEL_HALF_WIDTH = 47;

/** Height of the capillary's centre line. */
export function vesselY(x: number): number {
  return 452 - 26 * Math.sin((x + 40) / 255) - 0.012 * (x - 420);
}

/** Slope of the capillary, in radians. */
export function vesselSlope(x: number): number {
  return Math.atan(-(26 / 255) * Math.cos((x + 40) / 255) - 0.012);
}

/** Height of the alveolar fluid (0 dry to 1) in the field, before ripples. */
export function fluidY(fluid: number): number {
  return 330 - 250 * fluid;
}

/** How deep a point lies inside the sacs; negative outside. */
export function sacDepth(x: number, y: number): number {
  let depth = Number.NEGATIVE_INFINITY;
  for (const sac of SACS) depth = Math.max(depth, sac.r - Math.hypot(x - sac.x, y - sac.y));
  return depth;
}

/** One cell of the alveolar wall. */
export interface WallPlace {
  readonly x: number;
  readonly y: number;
  /** Rotation of a cell whose outside points up. */
  readonly angle: number;
  /** True for the round type II cell. */
  readonly round: boolean;
  /** Length along the wall, in field units. */
  readonly length: number;
}

const CELL_LENGTH = 37;

/**
 * The cells along the outer wall of the sacs, in the order in which infection
 * takes them: first the floor of the lowest sac, then outwards.
 */
export function wallPlaces(): readonly WallPlace[] {
  const places = SACS.flatMap((_, index) =>
    outerArcs(index).flatMap(([from, to]) => cellsOnArc(index, from, to)),
  );
  const rank = (place: WallPlace, index: number): number =>
    Math.hypot(place.x - EYE.x, (place.y - EYE.y) * 1.3) * (0.65 + 0.7 * seeded(index, 11));
  return places
    .map((place, index) => ({ place, rank: rank(place, index) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ place }) => place);
}

/** Spans of angle in which a sac's outline is the outside of the whole, within the field. */
function outerArcs(index: number): readonly (readonly [number, number])[] {
  const sac = SACS[index] as Sac;
  const steps = 720;
  const free = (step: number): boolean => {
    const angle = (step / steps) * 2 * Math.PI;
    const x = sac.x + sac.r * Math.cos(angle);
    const y = sac.y + sac.r * Math.sin(angle);
    return (
      y > -24 &&
      SACS.every((other, at) => at === index || Math.hypot(x - other.x, y - other.y) > other.r - 0.5)
    );
  };
  let start = 0;
  while (start < steps && free(start)) start += 1;
  const arcs: [number, number][] = [];
  let opened = -1;
  for (let step = start; step <= start + steps; step += 1) {
    if (free(step) && opened < 0) opened = step;
    if (!free(step) && opened >= 0) {
      arcs.push([(opened / steps) * 2 * Math.PI, (step / steps) * 2 * Math.PI]);
      opened = -1;
    }
  }
  return arcs;
}

/** Every so many cells of the wall is a round one. */
const ROUND_EVERY = 6;

function cellsOnArc(index: number, from: number, to: number): readonly WallPlace[] {
  const sac = SACS[index] as Sac;
  const arcLength = (to - from) * sac.r;
  const count = Math.max(1, Math.round(arcLength / CELL_LENGTH));
  return Array.from({ length: count }, (_, cell) => {
    const angle = from + ((cell + 0.5) / count) * (to - from);
    const round = cell % ROUND_EVERY === (index + 2) % ROUND_EVERY;
    return {
      x: sac.x + sac.r * Math.cos(angle),
      y: sac.y + sac.r * Math.sin(angle),
      angle: angle + Math.PI / 2,
      round,
      length: arcLength / count,
    };
  });
}

/** Free end of a wall between two sacs. */
export interface SeptumPlace {
  readonly x: number;
  readonly y: number;
  /** Rotation of a wall whose free end points up. */
  readonly angle: number;
}

/** Where two sacs meet at the outside: from there a short wall stands into the air. */
export function septa(): readonly SeptumPlace[] {
  return SACS.flatMap((first, index) =>
    SACS.slice(index + 1).flatMap((second) => septaBetween(first, second)),
  );
}

function septaBetween(first: Sac, second: Sac): readonly SeptumPlace[] {
  const distance = Math.hypot(second.x - first.x, second.y - first.y);
  if (distance >= first.r + second.r) return [];
  const along = (distance * distance + first.r * first.r - second.r * second.r) / (2 * distance);
  const aside = Math.sqrt(first.r * first.r - along * along);
  const ux = (second.x - first.x) / distance;
  const uy = (second.y - first.y) / distance;
  return [-1, 1].flatMap((side) => {
    const x = first.x + ux * along - uy * aside * side;
    const y = first.y + uy * along + ux * aside * side;
    if (y < -30 || sacDepth(x, y) > 1) return [];
    return [{ x, y, angle: Math.atan2(uy * side, ux * side) }];
  });
}

/** Distance between the middles of two endothelial cells. */
export const TILE_PITCH = 62;

/** Middles of the endothelial cells along the vessel, on either side. */
export const TILE_XS: readonly number[] = Array.from({ length: 16 }, (_, index) => -40 + index * TILE_PITCH);

/** Width of the gap between two cells by leak (0 to 1), on the side of the alveolus or below. */
export function gapWidth(leak: number, side: 'upper' | 'lower'): number {
  return 1 + (side === 'upper' ? 20 : 12) * leak;
}
