import { vesselY } from '../anatomy.ts';
import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const MOST_RINGS = 34;

/** Gas on its way from the air in the sacs to the blood; fluid shuts its way. */
export class GasRings implements Drawable {
  draw(pen: Pen, figures: Figures, { picture, time }: Moment): void {
    for (let index = 0; index < MOST_RINGS; index += 1) {
      const here = presence(picture.gasRings, index);
      if (here === 0) return;
      const way = (time * (0.07 + 0.05 * seeded(index, 81)) + seeded(index, 82)) % 1;
      const startX = 372 + 190 * (seeded(index, 83) - 0.5);
      const startY = 40 + 170 * seeded(index, 84);
      const endX = startX + 60 * (seeded(index, 85) - 0.5);
      const x = startX + (endX - startX) * way + 5 * Math.sin(time * 0.8 + index * 2.3);
      const y = startY + (vesselY(endX) - 10 - startY) * way;
      pen.dot(
        figures.ring,
        x,
        y,
        0.45 + 0.5 * seeded(index, 86),
        here * Math.min(1, 4 * way, 6 * (1 - way)) * 0.7,
        0xcfe2ff,
      );
    }
  }
}
