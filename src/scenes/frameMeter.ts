import type { FrameCost } from './source.ts';

/** Frames over which the cost is averaged: the weight of older ones fades. */
const AVERAGED_FRAMES = 20;

/** Measures the JavaScript of each frame. */
export interface FrameMeter {
  updated(milliseconds: number): void;
  /** Also counts the frame. */
  rendered(milliseconds: number): void;
  cost(): FrameCost;
}

export function createFrameMeter(): FrameMeter {
  let update = 0;
  let render = 0;
  let frames = 0;
  const average = (before: number, milliseconds: number): number =>
    before + (milliseconds - before) / Math.min(AVERAGED_FRAMES, frames + 1);
  return {
    updated(milliseconds) {
      update = average(update, milliseconds);
    },
    rendered(milliseconds) {
      render = average(render, milliseconds);
      frames += 1;
    },
    cost: () => ({ update, render, frames }),
  };
}
