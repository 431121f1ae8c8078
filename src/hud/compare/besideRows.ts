/** Two courses at the same hour, as rows of values and differences. */

import { t } from '../../app/branches/words.ts';
import { isOver, valueAt } from '../../app/debrief/courseMoment.ts';
import type { Course } from '../../app/debrief/types.ts';
import type { Level } from '../../engine/types.ts';
import { Q } from '../../model/generated/system.ts';
import { VITALS } from '../announcements.ts';
import { type ChartQuantity, chartName, chartUnit, chartValue, scaleOf } from '../chartData.ts';
import { clockTime, formatNumber, NO_VALUE } from '../format.ts';
import { LAB_ORDER } from '../labReadings.ts';

const TICKS_PER_HOUR = 20;

export interface BesideRow {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly first: string;
  readonly second: string;
  /** Second less first, with its sign; '' where there is none. */
  readonly difference: string;
}

/** Vital signs, laboratory and SOFA of both courses at an hour; a course that is over keeps its last values. */
export function besideRows(level: Level, first: Course, second: Course, hour: number): readonly BesideRow[] {
  const offered = new Set<string>(level.labs.map(({ id }) => id));
  const quantities: readonly ChartQuantity[] = [...VITALS, ...LAB_ORDER.filter((test) => offered.has(test))];
  const rows = quantities.map((id): BesideRow => {
    const [a, b] = [valueAt(first, Q[id], hour), valueAt(second, Q[id], hour)].map(
      (value) => scaleOf(id) * value,
    ) as [number, number];
    const values = { first: chartValue(id, a), second: chartValue(id, b) };
    return { id, name: chartName(id), unit: chartUnit(id), ...values, difference: differenceText(id, b - a) };
  });
  const sofa = [valueAt(first, Q.SOFA, hour), valueAt(second, Q.SOFA, hour)].map(Math.round) as [
    number,
    number,
  ];
  const organs: BesideRow = {
    id: 'SOFA',
    name: t('branches.compare.sofa'),
    unit: '',
    first: formatNumber(sofa[0], 0),
    second: formatNumber(sofa[1], 0),
    difference: signed(sofa[1] - sofa[0], formatNumber(Math.abs(sofa[1] - sofa[0]), 0)),
  };
  return [...rows, organs];
}

function differenceText(id: ChartQuantity, difference: number): string {
  if (!Number.isFinite(difference)) return '';
  const size = Math.abs(difference);
  // Loads are written as a limit where they are too small to be found; a difference is not.
  const isLoad = id === 'viralLoad' || id === 'bacterialLoad';
  return signed(difference, isLoad ? formatNumber(size, 1) : chartValue(id, size));
}

function signed(difference: number, size: string): string {
  if (size === NO_VALUE) return '';
  const isZero = Number(size.replace(/\s/g, '')) === 0;
  return isZero ? size : `${difference < 0 ? '\u2212' : '+'}${size}`;
}

/** How a course stands at an hour: still going on, or how and when it ended. */
export function standing(course: Course, hour: number): string {
  if (!isOver(course, hour)) return t('branches.compare.goingOn');
  return endText(course);
}

/** How and when a course ends. */
export function endText({ outcome, endTick }: Course): string {
  const { day, time } = clockTime(endTick / TICKS_PER_HOUR);
  return t('branches.compare.ended', { outcome: t(`page.outcome.${outcome}`), day, time });
}
