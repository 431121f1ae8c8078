import type { VNode } from 'preact';
import type { SeatState } from '../../../schema/classroom/room.ts';

/** What a seat does, each with a shape of its own: ring, triangle, two bars, hook, broken ring. */
const SIGNS: Readonly<Record<SeatState, VNode>> = {
  waiting: <circle cx="8" cy="8" r="4.6" fill="none" stroke="currentColor" stroke-width="1.8" />,
  playing: <path d="M4.5 2.8 13 8l-8.5 5.2Z" fill="currentColor" />,
  paused: <path d="M4 3h3v10H4ZM9.2 3h3v10h-3Z" fill="currentColor" />,
  finished: (
    <path
      d="m2.8 8.6 3.6 3.6 6.8-8"
      fill="none"
      stroke="currentColor"
      stroke-width="2.3"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  ),
  away: (
    <circle
      cx="8"
      cy="8"
      r="5.2"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-dasharray="2.7 2.7"
    />
  ),
};

/** The sign of what a seat does; the words stand beside it. */
export function StateSign({ state }: { readonly state: SeatState }): VNode {
  return (
    <svg class={`state-sign state-sign-${state}`} viewBox="0 0 16 16" aria-hidden="true">
      {SIGNS[state]}
    </svg>
  );
}
