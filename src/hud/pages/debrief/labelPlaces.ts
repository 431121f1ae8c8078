/** Where the words of a drawing stand, so that none lies on another. Plain geometry, in pixels. */

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export type Point = readonly [x: number, y: number];

export interface LineToName {
  readonly points: readonly Point[];
  readonly width: number;
  readonly height: number;
}

/** Mean width of a letter, as a share of the size of the letters; a little too wide rather than too narrow. */
const LETTER = 0.56;

/** Room that words take, near enough to keep them apart. */
export function roughWidth(words: string, size: number): number {
  return words.length * LETTER * size;
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

export function inside(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}

/** Places along a line at which its name is tried, as shares of its points: late first, where courses have parted. */
const TRIED = [0.8, 0.7, 0.9, 0.6, 0.5, 0.97, 0.4, 0.3, 0.2, 0.1];

/** Between a line and its name. */
const GAP = 6;

/**
 * A box beside each line for its name, in the order given; null where there is no free place. No two boxes overlap, none
 * overlaps `taken`, none leaves `bounds`; of the free places that is taken which fewest points of lines run through.
 */
export function placeNames(
  lines: readonly LineToName[],
  bounds: Box,
  taken: readonly Box[],
): readonly (Box | null)[] {
  const placed: Box[] = [...taken];
  const paths = lines.map(({ points }) => points);
  return lines.map((line) => {
    const free = candidates(line).filter(
      (box) => inside(box, bounds) && !placed.some((other) => overlap(box, other)),
    );
    const best = leastCrossed(free, paths);
    if (best) placed.push(best);
    return best;
  });
}

/** The first of the boxes through which fewest points of lines run; null without a box. */
export function leastCrossed(boxes: readonly Box[], paths: readonly (readonly Point[])[]): Box | null {
  let best: Box | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const box of boxes) {
    const crossed = crossings(box, paths);
    if (crossed < least) [best, least] = [box, crossed];
    if (crossed === 0) break;
  }
  return best;
}

function candidates({ points, width, height }: LineToName): readonly Box[] {
  return TRIED.flatMap((share) => {
    const at = points[Math.round(share * (points.length - 1))];
    if (!at) return [];
    const [x, y] = at;
    const box = (left: number, top: number): Box => ({
      left,
      top,
      right: left + width,
      bottom: top + height,
    });
    return [
      box(x - width / 2, y - GAP - height),
      box(x - width / 2, y + GAP),
      box(x - width - GAP, y - GAP - height),
      box(x + GAP, y + GAP),
      box(x + GAP, y - GAP - height),
      box(x - width - GAP, y + GAP),
    ];
  });
}

function crossings(box: Box, paths: readonly (readonly Point[])[]): number {
  let count = 0;
  for (const points of paths) {
    for (const [x, y] of points) {
      if (x > box.left && x < box.right && y > box.top && y < box.bottom) count += 1;
    }
  }
  return count;
}
