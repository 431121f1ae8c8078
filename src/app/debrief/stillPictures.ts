/** Still pictures of the inside view: what the pages ask for and the scene paints. Types only, so that neither imports the other. */
import type { Level, Snapshot } from '../../engine/types.ts';

/** Size of a still picture in pixels; pages show it smaller, or on dense screens at about its own size. */
export const STILL_SIZE = { width: 364, height: 388 } as const;

export interface StillPictures {
  /**
   * Paints a moment onto a canvas of {@link STILL_SIZE} as soon as there is time. A newer wish for the same canvas
   * takes the place of one that still waits, which then answers 'replaced'.
   *
   * @returns 'missing' when this browser cannot draw the picture; show its description then
   */
  paint(
    canvas: HTMLCanvasElement,
    snapshot: Snapshot,
    level: Level,
  ): Promise<'painted' | 'replaced' | 'missing'>;
  /** The same moment in sentences. */
  describe(snapshot: Snapshot, level: Level): string;
  /** Gives the graphics card back, and calls off what still waits. Painting again later is allowed. */
  release(): void;
}
