import type { Figures } from '../figures.ts';
import type { Picture } from '../picture.ts';
import { presence, seeded } from '../seeds.ts';
import type { Pen, Pose } from './pen.ts';

/** IL-6 motes at which every free receptor holds one. */
const MOTES_THAT_FILL = 1500;

/** How far out of the rim a receptor stands, and one that wears an antibody. */
const STANDS_OUT = 5;
const CAPPED_OUT = 8;

/** The IL-6 receptors around one cell: empty, holding IL-6, or covered by the antibody. */
export class Receptors {
  private readonly count: number;
  private readonly seed: number;
  private readonly pose: Pose = { x: 0, y: 0, size: 0.85, rotation: 0, alpha: 1 };

  constructor(count: number, seed: number) {
    this.count = count;
    this.seed = seed;
  }

  /**
   * Draws them around a cell.
   *
   * @param radiusAt radius of the cell's outline in a direction from its own right, at size 1
   */
  draw(pen: Pen, figures: Figures, picture: Picture, cell: Pose, radiusAt: (turn: number) => number): void {
    const { count, seed, pose } = this;
    const holding = Math.min(1, picture.il6Motes / MOTES_THAT_FILL) * count;
    pose.alpha = cell.alpha;
    for (let index = 0; index < count; index += 1) {
      const turn = ((index + 0.5 * seeded(seed * 16 + index, 103)) / count) * 2 * Math.PI;
      const direction = turn + cell.rotation;
      const rim = radiusAt(turn) * cell.size;
      // Neighbours are not capped one after the other.
      const capped = presence(picture.blockade * count, (index * 5 + seed) % count);
      const bound = (1 - capped) * presence(holding, (index * 4 + seed) % count);
      pose.rotation = direction + Math.PI / 2;
      pose.x = cell.x + (rim + STANDS_OUT) * Math.cos(direction);
      pose.y = cell.y + (rim + STANDS_OUT) * Math.sin(direction);
      pen.lay(figures['receptor-il6'], pose, (1 - capped) * (1 - bound));
      pen.lay(figures['receptor-il6-bound'], pose, bound);
      pose.x = cell.x + (rim + CAPPED_OUT) * Math.cos(direction);
      pose.y = cell.y + (rim + CAPPED_OUT) * Math.sin(direction);
      pen.lay(figures['receptor-il6-capped'], pose, capped);
    }
  }
}
