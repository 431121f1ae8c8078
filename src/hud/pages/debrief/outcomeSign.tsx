import type { VNode } from 'preact';
import type { OutcomeKind } from '../../../engine/types.ts';

/** Each ending has a shape of its own, on a field of 20 x 20 around the middle. */
const SHAPES: Readonly<Record<OutcomeKind, VNode>> = {
  recovered: <path class="outcome-line" d="m-4 .3 2.8 2.9L4.2-3.2" />,
  organFailure: <path class="outcome-line" d="M-3.4-3.4l6.8 6.8M3.4-3.4l-6.8 6.8" />,
  opportunisticInfection: <path class="outcome-line" d="M0-5 5 0 0 5-5 0Z" />,
  stillOnWard: <path class="outcome-line" d="M-4.5 0H4M.8-3.6 4.4 0 .8 3.6" />,
};

interface OutcomeSignProps {
  readonly outcome: OutcomeKind;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly own: boolean;
}

/** How a course ended, at the end of its line. */
export function OutcomeSign({ outcome, x, y, radius, own }: OutcomeSignProps): VNode {
  return (
    <g
      class={`outcome-sign outcome-sign-${outcome} ${own ? 'own' : ''}`}
      transform={`translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${radius / 10})`}
    >
      <circle r="9" />
      {SHAPES[outcome]}
    </g>
  );
}
