import type { VNode } from 'preact';
import type { Estimate } from '../../../analysis/debrief/types.ts';
import { t } from './words.ts';

/** A chance is told as so many of this number of patients: people grasp 88 of 200 better than 44 %. */
export const ALIKE = 200;

const COLUMNS = 25;
const PITCH = 10;
const RADIUS = 3.5;
const ARM = 2.7;

/** How many of {@link ALIKE} patients a chance (0 to 1) stands for. */
export function keptCount(chance: number): number {
  return Math.round(Math.min(Math.max(chance, 0), 1) * ALIKE);
}

/** A chance as a field of patients: a disc for each who keeps life, organs and guard, a cross for each who does not. */
export function KeptField({ kept }: { readonly kept: Estimate }): VNode {
  const count = keptCount(kept.value);
  const values = { count, all: ALIKE, low: keptCount(kept.low), high: keptCount(kept.high) };
  return (
    <div class="kept-field">
      <p class="kept-line">
        <span>{t('debrief.futures.keptOf', values)}</span> <b class="kept-count number">{count}</b>
      </p>
      <svg viewBox={`0 0 ${COLUMNS * PITCH} ${(ALIKE / COLUMNS) * PITCH}`} aria-hidden="true">
        <path class="kept-disc" d={discs(0, count)} />
        <path class="kept-cross" d={crosses(count, ALIKE)} />
      </svg>
      <p class="kept-range quiet">{t('debrief.futures.keptRange', values)}</p>
    </div>
  );
}

function places(from: number, until: number): readonly { readonly x: number; readonly y: number }[] {
  return Array.from({ length: Math.max(0, until - from) }, (_, index) => ({
    x: (((from + index) % COLUMNS) + 0.5) * PITCH,
    y: (Math.floor((from + index) / COLUMNS) + 0.5) * PITCH,
  }));
}

function discs(from: number, until: number): string {
  return places(from, until)
    .map(
      ({ x, y }) =>
        `M${x - RADIUS} ${y}a${RADIUS} ${RADIUS} 0 1 0 ${2 * RADIUS} 0a${RADIUS} ${RADIUS} 0 1 0 ${-2 * RADIUS} 0Z`,
    )
    .join('');
}

function crosses(from: number, until: number): string {
  return places(from, until)
    .map(({ x, y }) => `M${x - ARM} ${y - ARM}l${2 * ARM} ${2 * ARM}m0 ${-2 * ARM}l${-2 * ARM} ${2 * ARM}`)
    .join('');
}
