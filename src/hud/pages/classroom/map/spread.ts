/** Places on a line, moved apart as little as it takes. Plain geometry. */

/**
 * The places nearest to `wanted` (least squares) that keep their order, are at least `gap` apart and lie within the
 * bounds. Where so many do not fit, they stand as far apart as they can.
 *
 * @param wanted ascending
 */
export function spread(wanted: readonly number[], gap: number, from: number, to: number): readonly number[] {
  if (wanted.length === 0) return [];
  const room = wanted.length > 1 ? (to - from) / (wanted.length - 1) : gap;
  const apart = Math.min(gap, Math.max(room, 0));
  // Without the gaps it is the fitting of a rising sequence: neighbours out of order share their mean.
  const pools: { sum: number; count: number }[] = [];
  wanted.forEach((place, index) => {
    pools.push({ sum: place - index * apart, count: 1 });
    for (let last = pools.at(-1), before = pools.at(-2); last && before; ) {
      if (before.sum / before.count <= last.sum / last.count) break;
      before.sum += last.sum;
      before.count += last.count;
      pools.pop();
      last = before;
      before = pools.at(-2);
    }
  });
  const most = to - (wanted.length - 1) * apart;
  const fitted = pools.flatMap(({ sum, count }) =>
    Array.from({ length: count }, () => Math.min(Math.max(sum / count, from), Math.max(most, from))),
  );
  return fitted.map((place, index) => place + index * apart);
}

/** Gaps to be tried, the widest first, and how far a sign may stand from its hour before the next is tried. */
const GAPS = [11, 9, 7, 5];
const MOST_SHIFT = 20;

/** {@link spread} with the widest gap that moves none too far; signs then overlap in part, each still to be seen. */
export function spreadSigns(wanted: readonly number[], from: number, to: number): readonly number[] {
  let places: readonly number[] = [];
  for (const gap of GAPS) {
    places = spread(wanted, gap, from, to);
    if (places.every((place, index) => Math.abs(place - (wanted[index] ?? 0)) <= MOST_SHIFT)) break;
  }
  return places;
}
