import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { mixColours, seeded, smoothStep } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const DISCS = 9;

/** What floats before the plane of focus: pale discs, amber in a storm. */
export class Foreground implements Drawable {
  draw(pen: Pen, figures: Figures, { time, turn, picture }: Moment): void {
    const storm = smoothStep(0.3, 0.9, picture.storm);
    const colour = mixColours(0x6f94e6, 0xf2a640, storm);
    for (let index = 0; index < DISCS; index += 1) {
      const drift = time * (3 + 3 * seeded(index, 21)) + turn * 26 * storm;
      const x = ((860 * seeded(index, 22) + drift) % 920) - 40;
      const y = 60 + 440 * seeded(index, 23) + 10 * Math.sin(time * 0.2 + index * 1.7);
      pen.dot(figures.bokeh, x, y, 0.25 + 0.55 * seeded(index, 24), 0.05 + 0.09 * storm, colour);
    }
  }
}
