/** Where the badges of the lane stand: as near to their moment as they can without lying on each other. Pixels. */
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

/** What is taken of a row, from the left to the right; the gap after each piece is part of it. */
type Row = [from: number, to: number][];

function placeAll(
  items: readonly LaneItem[],
  bounds: LaneBounds,
  count: number,
  named: number,
): readonly LanePlace[] | null {
  const rows = Array.from({ length: count }, (): Row => []);
  const places: LanePlace[] = [];
  for (const [index, item] of items.entries()) {
    const place =
      (index < named && item.labelWidth > 0 && withLabel(item, bounds, rows)) ||
      badgeOnly(item, bounds, rows);
    if (!place) return null;
    const row = rows[place.row];
    row?.push(extent(place, item, bounds));
    row?.sort(([a], [b]) => a - b);
    places.push(place);
  }
  return places;
}

/** At its own moment, with words on one side; null where they do not fit in any row. */
function withLabel(item: LaneItem, bounds: LaneBounds, rows: readonly Row[]): LanePlace | null {
  const half = bounds.badge / 2;
  const x = Math.min(Math.max(item.x, bounds.left + half), bounds.right - half);
  for (const [index, row] of rows.entries()) {
    for (const label of ['right', 'left'] as const) {
      const place = { id: item.id, x, row: index, label };
      const [from, to] = extent(place, item, bounds);
      const isInside = from >= bounds.left && to <= bounds.right + bounds.gap;
      if (isInside && !row.some(([start, end]) => start < to && from < end)) return place;
    }
  }
  return null;
}

/** Without words, as near to its moment as any row has room. */
function badgeOnly(item: LaneItem, bounds: LaneBounds, rows: readonly Row[]): LanePlace | null {
  let best: LanePlace | null = null;
  for (const [index, row] of rows.entries()) {
    const x = nearestFree(item.x, bounds, row);
    if (x === null || (best && Math.abs(best.x - item.x) <= Math.abs(x - item.x))) continue;
    best = { id: item.id, x, row: index, label: null };
  }
  return best;
}

/** The middle of a badge in the free piece of a row that lets it stand nearest to `wanted`; null in a full row. */
function nearestFree(wanted: number, { left, right, badge, gap }: LaneBounds, row: Row): number | null {
  let best: number | null = null;
  let from = left;
  for (const [start, end] of [...row, [right + gap, right + gap] as const]) {
    if (start - from >= badge + gap) {
      const x = Math.min(Math.max(wanted, from + badge / 2), start - gap - badge / 2);
      if (best === null || Math.abs(x - wanted) < Math.abs(best - wanted)) best = x;
    }
    from = Math.max(from, end);
  }
  return best;
}

/** What a placed item takes of its row. */
function extent(
  { x, label }: LanePlace,
  { labelWidth }: LaneItem,
  { badge, gap }: LaneBounds,
): [from: number, to: number] {
  const words = gap + labelWidth;
  return [
    x - badge / 2 - (label === 'left' ? words : 0),
    x + badge / 2 + (label === 'right' ? words : 0) + gap,
  ];
}
