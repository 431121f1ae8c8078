import type { VNode } from 'preact';
import type { Mark, Sign } from '../../../analysis/debrief/types.ts';
import { nameOf } from './markWords.ts';

/** Each sign has a shape of its own, on a field of 32 x 32 around the middle. */
const SHAPES: Readonly<Record<Sign, VNode>> = {
  '!': <circle class="badge-shape" r="14" />,
  '?!': <rect class="badge-shape" x="-13" y="-13" width="26" height="26" rx="5" />,
  '?': <path class="badge-shape" d="M0-15.5 15.5 0 0 15.5-15.5 0Z" />,
  '??': <path class="badge-shape" d="M-6.2-15H6.2L15-6.2V6.2L6.2 15H-6.2L-15 6.2V-6.2Z" />,
  '': <circle class="badge-shape" r="7" />,
};

interface SignBadgeProps {
  readonly mark: Pick<Mark, 'sign' | 'unclear' | 'gain'>;
  /** Edge in rem. */
  readonly size?: number;
}

/** The sign of a mark; dashed where it is unclear. The words stand beside it, or in the name of the control around it. */
export function SignBadge({ mark, size = 1.875 }: SignBadgeProps): VNode {
  const { sign, unclear } = mark;
  return (
    <svg
      class={`sign-badge sign-${nameOf(mark)} ${unclear && sign !== '' ? 'unclear' : ''}`}
      style={{ width: `${size}rem`, height: `${size}rem` }}
      viewBox="-17 -17 34 34"
      aria-hidden="true"
    >
      {SHAPES[sign]}
      <text y="5.5" text-anchor="middle">
        {sign}
      </text>
    </svg>
  );
}
