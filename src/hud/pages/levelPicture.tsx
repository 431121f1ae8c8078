/** The picture of a level: what it is about, drawn in the colours that mean the same in play. */
import type { VNode } from 'preact';

const MAXIMUM_SCORE = 100;
const RING_RADIUS = 57;
const RING_LENGTH = 2 * Math.PI * RING_RADIUS;

/** A round window on the level, with a ring as long as the best score. */
export function LevelWindow({ best }: { readonly best: number | null }): VNode {
  const arc = ((best ?? 0) / MAXIMUM_SCORE) * RING_LENGTH;
  return (
    <svg class="level-window" viewBox="-66 -66 132 132" aria-hidden="true">
      <circle r="64" class="window-halo" />
      <image href="pictures/quietDoubling.webp" x="-55" y="-55" width="110" height="110" />
      <circle r={RING_RADIUS} class="window-ring" />
      {best !== null && best > 0 && (
        <circle r={RING_RADIUS} class="window-best" stroke-dasharray={`${arc} ${RING_LENGTH}`} />
      )}
      {best !== null && (
        <g transform="translate(36 38)">
          <rect x="-18" y="-12" width="36" height="24" rx="12" class="window-badge" />
          <text y="5.5" class="window-score number">
            {best}
          </text>
        </g>
      )}
    </svg>
  );
}

/** The wide picture over a level's text. */
export function LevelPicture(): VNode {
  return <img class="level-picture" src="pictures/briefing.webp" alt="" decoding="async" />;
}
