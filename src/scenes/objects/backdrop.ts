import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { seeded } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const FIBRES = 22;
const FAR_CELLS = 16;

/** The depth behind the stage: fibres of the tissue and cells far out of focus. */
export class Backdrop implements Drawable {
  draw(pen: Pen, figures: Figures, { time, picture }: Moment): void {
    for (let index = 0; index < FAR_CELLS; index += 1) {
      const x = 860 * seeded(index, 1) + 8 * Math.sin(time * 0.05 + index);
      const y = 560 * seeded(index, 2);
      const size = 0.5 + 1.3 * seeded(index, 3);
      pen.dot(figures.bokeh, x, y, size, 0.03 + 0.04 * seeded(index, 4), 0x7f9fe8);
    }
    for (let index = 0; index < FIBRES; index += 1) {
      const x = 700 * seeded(index, 5) - 10;
      const y = 270 + 120 * seeded(index, 6) + 4 * Math.sin(time * 0.11 + index * 2);
      const rotation = -0.16 + 0.32 * seeded(index, 7);
      const length = 1.1 + 1.3 * seeded(index, 8);
      pen.stamp(
        index % 5 === 4 ? figures['fibre-thick'] : index % 2 === 0 ? figures['fibre-0'] : figures['fibre-1'],
        x,
        y,
        length,
        seeded(index, 9) < 0.5 ? -1 : 1,
        rotation,
        0.3 - 0.1 * picture.storm,
        0xffffff,
      );
    }
  }
}
