import type { VNode } from 'preact';
import type { Band } from '../../../app/debrief/types.ts';
import type { Plot } from './plot.ts';

/** The range of like patients behind a course: nine tenths of them, and the middle half. */
export function BandArea({ plot, band }: { readonly plot: Plot; readonly band: Band }): VNode {
  return (
    <g class="chart-band">
      <path d={areaOf(plot, band.hours, band.p5, band.p95)} />
      <path d={areaOf(plot, band.hours, band.p25, band.p75)} />
    </g>
  );
}

function areaOf(
  { time, y }: Plot,
  hours: readonly number[],
  low: readonly number[],
  high: readonly number[],
): string {
  const point = (values: readonly number[]) => (hour: number, index: number) =>
    `${time.x(hour).toFixed(1)} ${y(values[index] ?? 0).toFixed(1)}`;
  const back = hours.map(point(low)).toReversed();
  return `M${[...hours.map(point(high)), ...back].join('L')}Z`;
}
