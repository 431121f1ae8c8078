/** The picture of a level: what it is about, drawn in the colours that mean the same in play. */
import type { VNode } from 'preact';

const MAXIMUM_SCORE = 100;
const RING_RADIUS = 57;
const RING_LENGTH = 2 * Math.PI * RING_RADIUS;

interface LevelPictures {
  readonly window: string;
  readonly wide: string;
}

/** The pictures of each level by its id. */
const PICTURES: Readonly<Record<string, LevelPictures>> = {
  'the-quiet-doubling': { window: 'quietDoubling', wide: 'briefing' },
  'the-golden-hours': { window: 'goldenHours', wide: 'goldenHoursWide' },
  'engineered-fire': { window: 'engineeredFire', wide: 'engineeredFireWide' },
};

/** For a level that brings no pictures: a patient looks like the next from outside. */
const ANY_LEVEL: LevelPictures = { window: 'quietDoubling', wide: 'briefing' };

/** Names of a level's pictures: the round window, and the wide one over its text. */
export function picturesOf(levelId: string): LevelPictures {
  return PICTURES[levelId] ?? ANY_LEVEL;
}

interface LevelWindowProps {
  readonly levelId: string;
  readonly best: number | null;
}

/** A round window on the level, with a ring as long as the best score. */
export function LevelWindow({ levelId, best }: LevelWindowProps): VNode {
  const arc = ((best ?? 0) / MAXIMUM_SCORE) * RING_LENGTH;
  return (
    <svg class="level-window" viewBox="-66 -66 132 132" aria-hidden="true">
      <circle r="64" class="window-halo" />
      <image href={`pictures/${picturesOf(levelId).window}.webp`} x="-55" y="-55" width="110" height="110" />
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
export function LevelPicture({ levelId }: { readonly levelId: string }): VNode {
  return (
    <img class="level-picture" src={`pictures/${picturesOf(levelId).wide}.webp`} alt="" decoding="async" />
  );
}
