import type { TimeFrame } from './chartFrame.ts';

/** What the parts of the chart are drawn on, in CSS pixels. */
export interface Plot {
  readonly time: TimeFrame;
  readonly top: number;
  readonly bottom: number;
  readonly y: (value: number) => number;
}
