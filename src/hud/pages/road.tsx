/** The menu's ground: a capillary that leads on, and the storm that stands over its far end. */
import type { VNode } from 'preact';

/** Square roots of primes stand in for chance: their multiples spread evenly, each its own way, and never change. */
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19] as const;
const STREAKS = 460;
const RED_CELLS = 34;

/** Centre of the storm in the picture's 840 x 720 field. */
const EYE = { x: 560, y: 185 };

const ROAD = 'M-40 500C60 505 130 430 235 405S430 420 540 440S720 470 790 380S900 250 960 290';

/** Vessels out of focus below the road, so that the ground under it is a body and not a void. */
const FAR_VESSELS = [
  { path: 'M-40 625C120 665 250 560 400 575S640 690 880 610', width: 38, opacity: 0.5 },
  { path: 'M-40 560C90 530 190 640 330 650S560 560 880 545', width: 16, opacity: 0.45 },
] as const;

/** 0 to 1, even over the indices; `which` chooses one of eight unrelated sequences. */
function spread(index: number, which: number): number {
  const value = (index + 1) * Math.sqrt(PRIMES[which % PRIMES.length] ?? 2);
  return value - Math.floor(value);
}

interface Streak {
  readonly path: string;
  readonly opacity: number;
}

/** Wind seen from above: short arcs of a spiral, longer and fainter far from the eye. */
function streaks(): readonly Streak[] {
  return Array.from({ length: STREAKS }, (_, index) => {
    const far = spread(index, 0) ** 0.8;
    const radius = 26 + far * 330;
    const from = spread(index, 1) * 2 * Math.PI;
    const sweep = (8 + 24 * spread(index, 2)) / radius;
    const at = (angle: number, r: number) =>
      `${(EYE.x + r * 1.2 * Math.cos(angle)).toFixed(1)} ${(EYE.y + r * 0.5 * Math.sin(angle)).toFixed(1)}`;
    return {
      path: `M${at(from, radius)}L${at(from + sweep, radius - 3.5)}`,
      opacity: Math.max(0.06, 0.75 * (1 - far) * (0.5 + spread(index, 3)) * bands(from, radius)),
    };
  });
}

/** The arms of the spiral: two bands that wind outwards, with thinner air between. */
function bands(angle: number, radius: number): number {
  return 0.45 + 0.55 * Math.cos(angle * 2 + radius / 34) ** 2;
}

const STREAKS_DRAWN = streaks();

/** Decoration alone; the levels on it are a list of their own. */
export function Road(): VNode {
  return (
    <svg class="road" viewBox="0 0 840 720" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <defs>
        <radialGradient id="storm-air" cx={EYE.x / 840} cy={EYE.y / 720} r="0.5">
          <stop offset="0" stop-color="#6b4520" stop-opacity="0.5" />
          <stop offset="0.5" stop-color="#3d2540" stop-opacity="0.35" />
          <stop offset="1" stop-color="#132150" stop-opacity="0" />
        </radialGradient>
        <linearGradient id="road-blood" x1="0" x2="1">
          <stop offset="0" stop-color="#3a1d52" />
          <stop offset="0.6" stop-color="#4a1c46" />
          <stop offset="1" stop-color="#33204d" />
        </linearGradient>
      </defs>
      <rect width="840" height="720" fill="url(#storm-air)" />
      <g class="road-streaks">
        {STREAKS_DRAWN.map(({ path, opacity }) => (
          <path key={path} d={path} opacity={opacity.toFixed(2)} />
        ))}
      </g>
      {FAR_VESSELS.map(({ path, width, opacity }) => (
        <path key={path} d={path} class="road-far" stroke-width={width} opacity={opacity} />
      ))}
      <path d={ROAD} class="road-halo" />
      <path d={ROAD} class="road-wall" />
      <path d={ROAD} class="road-blood" stroke="url(#road-blood)" />
      <path d={ROAD} class="road-tiles" />
      <g class="road-cells">
        {Array.from({ length: RED_CELLS }, (_, index) => (
          <RoadCell key={index} index={index} />
        ))}
      </g>
    </svg>
  );
}

/** A red cell, carried along the road's own path by CSS, so that it needs no geometry here. */
function RoadCell({ index }: { readonly index: number }): VNode {
  const along = ((index + 0.6 * spread(index, 5)) / RED_CELLS) * 100;
  const across = (spread(index, 6) - 0.5) * 22;
  return (
    <g class="road-cell" style={{ offsetPath: `path("${ROAD}")`, offsetDistance: `${along.toFixed(2)}%` }}>
      <g transform={`translate(0 ${across.toFixed(1)}) rotate(${(spread(index, 7) * 50 - 25).toFixed(0)})`}>
        <ellipse rx="9.5" ry="6" class="cell-body" />
        <ellipse rx="4" ry="2" class="cell-dent" />
      </g>
    </g>
  );
}
