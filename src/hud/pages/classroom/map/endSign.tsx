import type { VNode } from 'preact';
import type { OutcomeKind } from '../../../../engine/types.ts';

/** Disc, cross, diamond, open arrow, around the middle of a field of 12 x 12. */
const SHAPES: Readonly<Record<OutcomeKind, string>> = {
  recovered: 'M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0Z',
  organFailure: 'M-4.4-4.4l8.8 8.8M4.4-4.4l-8.8 8.8',
  opportunisticInfection: 'M0-6L6 0 0 6-6 0Z',
  stillOnWard: 'M-3-4.8L4 0-3 4.8',
};

interface EndSignProps {
  readonly outcome: OutcomeKind;
  readonly x: number;
  readonly y: number;
}

/** How a game ended, at the end of its line. */
export function EndSign({ outcome, x, y }: EndSignProps): VNode {
  return (
    <path
      class={`class-map-end end-${outcome}`}
      d={SHAPES[outcome]}
      transform={`translate(${x.toFixed(1)} ${y})`}
    />
  );
}
