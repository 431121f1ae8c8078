import type { VNode } from 'preact';
import { clockTime } from '../../format.ts';
import type { ChartLine } from './chartFrame.ts';
import { type Box, inside, leastCrossed, overlap, type Point, roughWidth } from './labelPlaces.ts';
import { t } from './words.ts';

const TICKS_PER_HOUR = 20;

/** Letters of these words, and the room between them and the sign, in rem. */
const LETTERS = 0.8125;
const GAP = 0.85;

interface PlacedWords {
  readonly box: Box;
  readonly words: string;
  readonly lost: boolean;
}

/** How the player's own game ended, in words beside the sign at the end of its line, where there is room. */
export function endBoxes(
  lines: readonly ChartLine[],
  ends: readonly Point[],
  paths: readonly (readonly Point[])[],
  bounds: Box,
  rem: number,
): readonly PlacedWords[] {
  const index = lines.findIndex(({ kind }) => kind === 'own');
  const [line, end] = [lines[index], ends[index]];
  if (!line || !end) return [];
  const { outcome, endTick } = line.course;
  const words = t(`debrief.page.ended.${outcome}`, { day: clockTime(endTick / TICKS_PER_HOUR).day });
  const [x, y] = end;
  const width = roughWidth(words, LETTERS * rem);
  const [half, gap] = [0.55 * rem, GAP * rem];
  const box = (left: number, middle: number): Box => ({
    left,
    right: left + width,
    top: middle - half,
    bottom: middle + half,
  });
  const others = ends.filter((_, other) => other !== index);
  const tried = [
    box(x + gap, y),
    box(x - width, y - 1.5 * gap),
    box(x - width, y + 1.5 * gap),
    box(x - width, y - 2.5 * gap),
    box(x - width, y + 2.5 * gap),
    box(x - gap - width, y),
  ];
  const isFree = (candidate: Box): boolean =>
    inside(candidate, bounds) &&
    !others.some(([ox, oy]) =>
      overlap(candidate, { left: ox - half, right: ox + half, top: oy - half, bottom: oy + half }),
    );
  const found = leastCrossed(tried.filter(isFree), paths);
  const lost = outcome === 'organFailure' || outcome === 'opportunisticInfection';
  return found ? [{ box: found, words, lost }] : [];
}

export function EndWords({ words }: { readonly words: readonly PlacedWords[] }): VNode {
  return (
    <>
      {words.map(({ box, words: said, lost }) => (
        <text
          key={said}
          class={`course-end ${lost ? 'lost' : ''}`}
          x={(box.left + box.right) / 2}
          y={box.bottom - 0.25 * (box.bottom - box.top)}
          text-anchor="middle"
        >
          {said}
        </text>
      ))}
    </>
  );
}
