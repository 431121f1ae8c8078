/** The stated rules by which a row of the evidence table is green, yellow or red. */

/** A published number; the bounds are its interval where one is given. */
export interface Published {
  readonly value?: number;
  readonly low?: number;
  readonly high?: number;
}

/**
 * What the model is allowed around the published number:
 * `interval` the published interval; `range` stated bounds; `fold` from 1/by to by times; `margin` by in the
 * unit of the row; `share` by as a share; `below` at most the published upper bound; `above` at least the
 * lower one; `all` as many comparisons as are published.
 */
export type Accept =
  | { readonly kind: 'interval' | 'below' | 'above' | 'all' }
  | { readonly kind: 'fold' | 'margin' | 'share'; readonly by: number }
  | { readonly kind: 'range'; readonly low: number; readonly high: number };

/** How distance is counted outside the allowed range; a fold always counts as ratio. */
export type Scale = 'ratio' | 'linear';

export type Colour = 'green' | 'yellow' | 'red';

/** Bounds of a colour; infinite where there is none. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** A limit on one side is passed by at most this factor in yellow. */
const ONE_SIDED_FOLD = 2;
/** Of comparisons, this share must hold for yellow. */
const HALF = 0.5;

/** Where a row is green. @throws Error when the published number lacks what the rule needs */
export function greenBounds(published: Published, accept: Accept): Bounds {
  const low = published.low ?? published.value;
  const high = published.high ?? published.value;
  switch (accept.kind) {
    case 'range':
      return { low: accept.low, high: accept.high };
    case 'below':
      return { low: -Infinity, high: needed(published.high) };
    case 'above':
      return { low: needed(published.low), high: Infinity };
    case 'all':
      return { low: needed(published.value), high: Infinity };
    case 'fold':
      return { low: needed(low) / accept.by, high: needed(high) * accept.by };
    case 'margin':
      return { low: needed(low) - accept.by, high: needed(high) + accept.by };
    case 'share':
      return { low: needed(low) * (1 - accept.by), high: needed(high) * (1 + accept.by) };
    default:
      return { low: needed(published.low), high: needed(published.high) };
  }
}

/**
 * Where a row is at least yellow: twice as far from the middle of the green range as its ends (as a ratio for
 * ratios); past a limit on one side by no more than 2-fold; of comparisons at least half.
 */
export function yellowBounds(published: Published, accept: Accept, scale: Scale = 'linear'): Bounds {
  const { low, high } = greenBounds(published, accept);
  if (accept.kind === 'all') return { low: low * HALF, high };
  if (high === Infinity) return { low: low / ONE_SIDED_FOLD, high };
  if (low === -Infinity) return { low, high: high * ONE_SIDED_FOLD };
  if (scale === 'ratio' || accept.kind === 'fold') {
    const middle = Math.sqrt(low * high);
    return { low: (low * low) / middle, high: (high * high) / middle };
  }
  const half = (high - low) / 2;
  return { low: low - half, high: high + half };
}

/** The colour of a row; a value that the model cannot give is red. */
export function colourOf(
  value: number | null,
  published: Published,
  accept: Accept,
  scale: Scale = 'linear',
): Colour {
  const inside = ({ low, high }: Bounds): boolean => value !== null && value >= low && value <= high;
  if (inside(greenBounds(published, accept))) return 'green';
  return inside(yellowBounds(published, accept, scale)) ? 'yellow' : 'red';
}

function needed(value: number | undefined): number {
  if (value === undefined) throw new Error('the published number lacks what its rule needs');
  return value;
}
