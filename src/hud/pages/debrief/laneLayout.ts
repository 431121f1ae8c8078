/** Where the badges of the lane stand: as near to their moment as they can without lying on each other. Pixels. */
import { type Box, inside, overlap } from './labelPlaces.ts';

export interface LaneItem {
  readonly id: string;
  /** Where the moment lies on the time axis. */
  readonly x: number;
  /** Room that its words take beside the badge; 0 for none. */
  readonly labelWidth: number;
}

export interface LaneBounds {
  readonly left: number;
  readonly right: number;
  /** Edge of a badge where there is room. */
  readonly badge: number;
  /** Between two badges. */
  readonly gap: number;
  readonly mostRows: number;
}

export interface LanePlace {
  readonly id: string;
  /** Middle of the badge. */
  readonly x: number;
  readonly row: number;
  /** Side of the badge on which the words stand; null where they find no room. */
  readonly label: 'left' | 'right' | null;
}

export interface LaneLayout {
  /** Edge of a badge: smaller where there are very many. */
  readonly badge: number;
  readonly rows: number;
  readonly places: readonly LanePlace[];
}

/** Share of a row that badges may fill before another one is opened, or the badges shrink. */
const FILLED = 0.85;
const SIZES = [1, 0.8, 0.65, 0.5, 0.35];

/**
 * Lays out a lane. Badges never overlap each other or words; words are left out where there is no room, those of the
 * last items first.
 *
 * @param items the most important first
 */
export function layOutLane(items: readonly LaneItem[], bounds: LaneBounds): LaneLayout {
  for (const size of SIZES) {
    const badge = Math.round(bounds.badge * size);
    const perRow = Math.max(1, Math.floor(((bounds.right - bounds.left) / (badge + bounds.gap)) * FILLED));
    const least = Math.ceil(items.length / perRow);
    if (least > bounds.mostRows && size !== SIZES.at(-1)) continue;
    const layout = inFewestRows(items, { ...bounds, badge }, Math.max(1, least));
    if (layout) return layout;
  }
  return { badge: 0, rows: 0, places: [] };
}

/** The fewest rows in which every word has room; failing that, those in which the most have. */
function inFewestRows(items: readonly LaneItem[], bounds: LaneBounds, leastRows: number): LaneLayout | null {
  let best: LaneLayout | null = null;
  let most = -1;
  const wanted = items.filter(({ labelWidth }) => labelWidth > 0).length;
  for (let rows = leastRows; rows <= Math.max(leastRows, bounds.mostRows); rows += 1) {
    // Words take room that badges need, so fewer and fewer of them are tried.
    for (let named = items.length; ; named = Math.floor(named / 2)) {
      const places = placeAll(items, bounds, rows, named);
      if (places) {
        const count = places.filter(({ label }) => label !== null).length;
        if (count > most) [best, most] = [{ badge: bounds.badge, rows, places }, count];
        break;
      }
      if (named === 0) break;
    }
    if (most === wanted) break;
  }
  return best;
}

function placeAll(
  items: readonly LaneItem[],
  bounds: LaneBounds,
  rows: number,
  named: number,
): readonly LanePlace[] | null {
  const taken: Box[] = [];
  const places: LanePlace[] = [];
  for (const [index, item] of items.entries()) {
    const place =
      (index < named && item.labelWidth > 0 && withLabel(item, bounds, rows, taken)) ||
      badgeOnly(item, bounds, rows, taken);
    if (!place) return null;
    taken.push(...boxesOf(place, item, bounds));
    places.push(place);
  }
  return places;
}

/** At its own moment, with words on one side; null where they do not fit in any row. */
function withLabel(
  item: LaneItem,
  bounds: LaneBounds,
  rows: number,
  taken: readonly Box[],
): LanePlace | null {
  const x = clamped(item.x, bounds);
  for (let row = 0; row < rows; row += 1) {
    for (const label of ['right', 'left'] as const) {
      const place = { id: item.id, x, row, label };
      if (boxesOf(place, item, bounds).every((box) => isFree(box, bounds, taken))) return place;
    }
  }
  return null;
}

/** Without words, as near to its moment as there is room. */
function badgeOnly(
  item: LaneItem,
  bounds: LaneBounds,
  rows: number,
  taken: readonly Box[],
): LanePlace | null {
  const middle = clamped(item.x, bounds);
  for (let away = 0; away <= bounds.right - bounds.left; away += 1) {
    for (let row = 0; row < rows; row += 1) {
      for (const x of away === 0 ? [middle] : [middle - away, middle + away]) {
        const place = { id: item.id, x, row, label: null };
        if (boxesOf(place, item, bounds).every((box) => isFree(box, bounds, taken))) return place;
      }
    }
  }
  return null;
}

function clamped(x: number, { left, right, badge }: LaneBounds): number {
  return Math.min(Math.max(x, left + badge / 2), right - badge / 2);
}

function isFree(box: Box, { left, right }: LaneBounds, taken: readonly Box[]): boolean {
  const bounds = { left, right, top: Number.NEGATIVE_INFINITY, bottom: Number.POSITIVE_INFINITY };
  return inside(box, bounds) && !taken.some((other) => overlap(box, other));
}

/** What a placed item covers, gap included on its right. Rows are one unit high. */
function boxesOf(
  place: LanePlace,
  { labelWidth }: LaneItem,
  { badge, gap, right }: LaneBounds,
): readonly Box[] {
  const row = { top: place.row, bottom: place.row + 1 };
  const [from, to] = [place.x - badge / 2, place.x + badge / 2];
  const withGap = (edge: number): number => Math.min(edge + gap, Math.max(right, edge));
  const boxes: Box[] = [{ ...row, left: from, right: withGap(to) }];
  if (place.label === 'right') boxes.push({ ...row, left: to, right: withGap(to + gap + labelWidth) });
  if (place.label === 'left') boxes.push({ ...row, left: from - gap - labelWidth, right: from });
  return boxes;
}
