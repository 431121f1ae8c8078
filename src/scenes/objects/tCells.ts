import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence } from '../seeds.ts';
import { type CellHome, T_CELL_HOMES } from './cellHomes.ts';
import type { Pen, Pose } from './pen.ts';
import { Receptors } from './receptors.ts';
import type { Drawable } from './spriteLayer.ts';

const RECEPTORS = 6;

/** Receptors of macrophages have the seeds before. */
const FIRST_SEED = 20;

/** Radius on which the receptors stand. */
const RADIUS = 20;
const radiusAt = (): number => RADIUS;

/** T cells in the tissue: rims by steroid, receptors by antibody. */
export class TCells implements Drawable {
  private readonly receptors = T_CELL_HOMES.map((_, index) => new Receptors(RECEPTORS, FIRST_SEED + index));
  private readonly pose: Pose = { x: 0, y: 0, size: 1, rotation: 0, alpha: 1 };

  draw(pen: Pen, figures: Figures, { picture, time }: Moment): void {
    const { pose } = this;
    for (let index = 0; index < T_CELL_HOMES.length; index += 1) {
      pose.alpha = presence(picture.tCells, index);
      if (pose.alpha === 0) return;
      const home = T_CELL_HOMES[index] as CellHome;
      pose.x = home.x + 4 * Math.sin(time * 0.3 + index * 2);
      pose.y = home.y + 3 * Math.sin(time * 0.23 + index * 1.3);
      pose.size = home.size;
      pose.rotation = 0.12 * Math.sin(time * 0.21 + index) + index;
      this.receptors[index]?.draw(pen, figures, picture, pose, radiusAt);
      pen.lay(figures['t-cell'], pose, 1);
      pen.lay(figures['t-cell-rim'], pose, 1 - picture.steroid / 2);
    }
  }
}
