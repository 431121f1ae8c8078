/** The chart in sentences, for those who do not see it. */
import { formatNumber } from '../../format.ts';
import { peakOf } from '../chartAxes.ts';
import { shortNumber } from '../words.ts';
import type { ChartLine } from './chartFrame.ts';
import { type ChartQuantity, indexOf } from './courseAxes.ts';
import { t } from './words.ts';

const TICKS_PER_DAY = 480;
const PERCENT = 100;

/** Quantities of which the lowest value is the one that counts. */
const COUNTS_LOW: readonly ChartQuantity[] = ['SpO2', 'MAP', 'guard'];

/** One sentence a line that is shown: the value that counts, its day, and how the course ended. */
export function courseSummary(lines: readonly ChartLine[], quantity: ChartQuantity): string {
  const isLow = COUNTS_LOW.includes(quantity);
  return lines
    .toReversed()
    .map(({ name, course }) => {
      const values = course.trend.series[indexOf(quantity)] ?? [];
      const at = extremeOf(course.trend.hours, values, isLow ? -1 : 1);
      const shown = quantity === 'guard' ? at.value * PERCENT : at.value;
      return t(isLow ? 'debrief.page.summary.low' : 'debrief.page.summary.high', {
        name,
        quantity: t(`debrief.page.quantity.${quantity}`),
        value: formatNumber(shown, Math.abs(shown) < 10 ? 1 : 0),
        day: shortNumber(at.day),
        ended: t(`page.outcome.${course.outcome}`),
        end: shortNumber(course.endTick / TICKS_PER_DAY),
      });
    })
    .join(' ');
}

/** The largest value, or with -1 the smallest, and its day. */
function extremeOf(
  hours: readonly number[],
  values: readonly number[],
  direction: 1 | -1,
): { readonly value: number; readonly day: number } {
  const { value, day } = peakOf(
    hours,
    values.map((sample) => direction * sample),
  );
  return { value: direction * value, day };
}
