import type { VNode } from 'preact';
import { formatNumber } from '../../format.ts';
import { type Box, inside, leastCrossed, type Point, roughWidth } from './labelPlaces.ts';
import type { Plot } from './plot.ts';
import { t } from './words.ts';

/** Above 1000 pg/mL of IL-6 the level speaks of a storm; below 10 is health. */
export const STORM = 1000;
export const HEALTH = 10;

/** Letters in rem. */
const LETTERS = 0.75;

interface PlacedRange {
  readonly box: Box;
  readonly words: string;
}

/** Where the two ranges are named: at the edge of each, on the side where fewest lines run. */
export function rangeBoxes(plot: Plot, paths: readonly (readonly Point[])[]): readonly PlacedRange[] {
  const { time, top, bottom, y } = plot;
  const [height, gap] = [1.35 * LETTERS * time.rem, 0.25 * time.rem];
  const bounds = { left: time.left, right: time.right, top, bottom };
  const place = (words: string, boxTop: number): readonly PlacedRange[] => {
    const width = roughWidth(words, LETTERS * time.rem);
    const tried = [0.99, 0.72, 0.45, 0.25].map((share): Box => {
      const right = time.left + share * (time.right - time.left);
      return { left: right - width, right, top: boxTop, bottom: boxTop + height };
    });
    const box = leastCrossed(
      tried.filter((candidate) => inside(candidate, bounds)),
      paths,
    );
    return box ? [{ box, words }] : [];
  };
  return [
    ...place(t('debrief.page.storm', { limit: formatNumber(STORM, 0) }), y(STORM) - height - gap),
    ...place(t('debrief.page.health', { limit: formatNumber(HEALTH, 0) }), y(HEALTH) + gap),
  ];
}

export function RangeNames({ ranges }: { readonly ranges: readonly PlacedRange[] }): VNode {
  return (
    <>
      {ranges.map(({ box, words }) => (
        <text
          key={words}
          class="range-name"
          x={box.right}
          y={box.bottom - 0.25 * (box.bottom - box.top)}
          text-anchor="end"
        >
          {words}
        </text>
      ))}
    </>
  );
}
