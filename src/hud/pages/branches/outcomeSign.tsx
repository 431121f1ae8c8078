import type { VNode } from 'preact';
import type { OutcomeKind } from '../../../engine/types.ts';

/** What stands for an outcome: disc, cross, diamond, open arrow. The words stand beside it, or are its label. */
const SIGNS: Readonly<Record<OutcomeKind, VNode>> = {
  recovered: <circle cx="8" cy="8" r="5.5" fill="currentColor" />,
  organFailure: (
    <path d="M3 3 13 13M13 3 3 13" stroke="currentColor" stroke-width="2.6" stroke-linecap="round" />
  ),
  opportunisticInfection: <path d="M8 1.5 14.5 8 8 14.5 1.5 8Z" fill="currentColor" />,
  stillOnWard: (
    <path d="M4 3 11 8 4 13" fill="none" stroke="currentColor" stroke-width="2.4" stroke-linejoin="round" />
  ),
};

/** The sign of an outcome, without words of its own. */
export function OutcomeSign({ outcome }: { readonly outcome: OutcomeKind }): VNode {
  return (
    <svg class={`branch-sign branch-sign-${outcome}`} viewBox="0 0 16 16" aria-hidden="true">
      {SIGNS[outcome]}
    </svg>
  );
}
