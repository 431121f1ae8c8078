import type { Figure, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import type { Outlines } from '../outlines.ts';
import { mixColours, presence, seeded, smoothStep } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

interface CellHome {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Macrophages left and right of the lowest sac, on its floor, then those that a storm calls. */
export const MACROPHAGE_HOMES: readonly CellHome[] = [
  { x: 112, y: 322, size: 0.92 },
  { x: 600, y: 328, size: 1.02 },
  { x: 418, y: 280, size: 0.66 },
  { x: 208, y: 330, size: 0.68 },
  { x: 494, y: 336, size: 0.64 },
];

export const T_CELL_HOMES: readonly CellHome[] = [
  { x: 690, y: 284, size: 0.95 },
  { x: 300, y: 350, size: 0.9 },
  { x: 42, y: 268, size: 0.95 },
  { x: 546, y: 300, size: 0.85 },
  { x: 684, y: 354, size: 0.9 },
  { x: 436, y: 360, size: 0.78 },
  { x: 34, y: 360, size: 0.85 },
  { x: 160, y: 268, size: 0.85 },
];

/** Which of the two groups of cells a layer draws: those in the air of the sac lie under its fluid. */
export type TissuePart = 'inSac' | 'inTissue';
const IN_SAC = 2;

/** IL-6 receptors on a cell; the first of them are capped when antibody is there. */
const MACROPHAGE_RECEPTORS = 9;
const T_CELL_RECEPTORS = 6;

/** Seconds in which a macrophage flows from one shape into the next. */
const SHAPE_SECONDS = 7;
const SHAPES = 4;

/** Tint of a body that glows. */
const WARMED = 0xc9a476;

/** Radius on which a T cell's receptors stand. */
const T_CELL_RADIUS = 20;

/** Macrophages and T cells: embers by secretion, rims by steroid, receptors by antibody. */
export class TissueCells implements Drawable {
  private readonly part: TissuePart;
  private readonly outlines: Outlines;

  constructor(part: TissuePart, outlines: Outlines) {
    this.part = part;
    this.outlines = outlines;
  }

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    for (let index = 0; index < MACROPHAGE_HOMES.length; index += 1) {
      if ((index === IN_SAC) === (this.part === 'inSac')) this.drawMacrophage(pen, figures, moment, index);
    }
    if (this.part === 'inSac') return;
    for (let index = 0; index < T_CELL_HOMES.length; index += 1) this.drawTCell(pen, figures, moment, index);
  }

  private drawMacrophage(pen: Pen, figures: Figures, moment: Moment, index: number): void {
    const { picture, time } = moment;
    const here = presence(picture.macrophages, index);
    if (here === 0) return;
    const { x, y, size } = MACROPHAGE_HOMES[index] as CellHome;
    const way = time / SHAPE_SECONDS + index * 1.31;
    const shape = Math.floor(way) % SHAPES;
    const next = (shape + 1) % SHAPES;
    const flowing = smoothStep(0.3, 1, way - Math.floor(way));
    const rotation = index * 1.3 + 0.05 * Math.sin(time * 0.35 + index);
    const ember = Math.min(1, picture.ember * (0.9 + 0.4 * seeded(index, 101)));
    const glow = figures['glow-soft'];
    pen.dot(glow, x, y, (72 * size) / glow.radius, here * 0.6, 0x050816);
    this.drawReceptors(
      pen,
      figures,
      moment,
      x,
      y,
      size,
      rotation,
      MACROPHAGE_RECEPTORS,
      index,
      here,
      shape,
      next,
      flowing,
    );
    this.drawShape(
      pen,
      shapeOf(figures, shape),
      x,
      y,
      size,
      rotation,
      here,
      1 - flowing * flowing,
      ember,
      picture.steroid,
    );
    this.drawShape(
      pen,
      shapeOf(figures, next),
      x,
      y,
      size,
      rotation,
      here,
      1 - (1 - flowing) * (1 - flowing),
      ember,
      picture.steroid,
    );
    const tilt = 0.12 * Math.sin(time * 0.2 + index * 2);
    pen.stamp(figures['macrophage-vacuoles'], x, y, size, size, tilt, here, 0xffffff);
    const meal = here * Math.min(1, picture.virions / 10);
    pen.dot(
      figures['macrophage-meal'],
      x + size * (2 * Math.cos(tilt) - 24 * Math.sin(tilt)),
      y + size * (24 * Math.cos(tilt) + 2 * Math.sin(tilt)),
      size,
      meal,
      0xffffff,
    );
    pen.stamp(figures['macrophage-core'], x, y, size, size, tilt, here, 0xffffff);
  }

  private drawShape(
    pen: Pen,
    shape: Shape,
    x: number,
    y: number,
    size: number,
    rotation: number,
    here: number,
    share: number,
    ember: number,
    steroid: number,
  ): void {
    if (share < 0.004) return;
    // The blue of rest gives way as the cell begins to glow.
    pen.stamp(
      shape.body,
      x,
      y,
      size,
      size,
      rotation,
      here * share,
      mixColours(0xffffff, WARMED, Math.min(1, ember * 1.6)),
    );
    pen.stamp(shape.ember, x, y, size, size, rotation, here * share * ember, 0xffffff);
    pen.stamp(shape.rim, x, y, size, size, rotation, here * share * (1 - steroid / 2), 0xffffff);
  }

  private drawTCell(pen: Pen, figures: Figures, moment: Moment, index: number): void {
    const { picture, time } = moment;
    const here = presence(picture.tCells, index);
    if (here === 0) return;
    const home = T_CELL_HOMES[index] as CellHome;
    const x = home.x + 4 * Math.sin(time * 0.3 + index * 2);
    const y = home.y + 3 * Math.sin(time * 0.23 + index * 1.3);
    const rotation = 0.12 * Math.sin(time * 0.21 + index) + index;
    this.drawReceptors(
      pen,
      figures,
      moment,
      x,
      y,
      home.size,
      rotation,
      T_CELL_RECEPTORS,
      index + 20,
      here,
      -1,
      -1,
      0,
    );
    pen.stamp(figures['t-cell'], x, y, home.size, home.size, rotation, here, 0xffffff);
    pen.stamp(
      figures['t-cell-rim'],
      x,
      y,
      home.size,
      home.size,
      rotation,
      here * (1 - picture.steroid / 2),
      0xffffff,
    );
  }

  /** Receptors around a cell: empty, holding IL-6, or covered by the antibody, which comes from outside and settles. */
  private drawReceptors(
    pen: Pen,
    figures: Figures,
    { picture }: Moment,
    x: number,
    y: number,
    size: number,
    rotation: number,
    count: number,
    seed: number,
    here: number,
    shape: number,
    next: number,
    flowing: number,
  ): void {
    for (let receptor = 0; receptor < count; receptor += 1) {
      const turn = ((receptor + 0.5 * seeded(seed * 16 + receptor, 103)) / count) * 2 * Math.PI;
      const radius =
        shape < 0
          ? T_CELL_RADIUS
          : this.radiusAt(shape, turn) * (1 - flowing) + this.radiusAt(next, turn) * flowing;
      const direction = turn + rotation;
      const upright = direction + Math.PI / 2;
      const reach = radius * size + 5;
      const across = Math.cos(direction);
      const down = Math.sin(direction);
      const capped = presence(picture.blockade * count, (receptor * 5 + seed) % count);
      const bound =
        (1 - capped) * presence(Math.min(1, picture.il6Motes / 1500) * count, (receptor * 4 + seed) % count);
      const free = (1 - capped) * (1 - bound);
      pen.stamp(
        figures['receptor-il6'],
        x + reach * across,
        y + reach * down,
        0.85,
        0.85,
        upright,
        here * free,
        0xffffff,
      );
      pen.stamp(
        figures['receptor-il6-bound'],
        x + reach * across,
        y + reach * down,
        0.85,
        0.85,
        upright,
        here * bound,
        0xffffff,
      );
      pen.stamp(
        figures['receptor-il6-capped'],
        x + (reach + 3) * across,
        y + (reach + 3) * down,
        0.8,
        0.8,
        upright,
        here * capped,
        0xffffff,
      );
    }
  }

  private radiusAt(shape: number, turn: number): number {
    const outline = this.outlines[shape] as readonly number[];
    return outline[Math.floor((turn / (2 * Math.PI)) * outline.length) % outline.length] as number;
  }
}

interface Shape {
  readonly body: Figure;
  readonly rim: Figure;
  readonly ember: Figure;
}

const shapesOf = new WeakMap<Figures, readonly Shape[]>();

/** The four shapes, put together once for each atlas. */
function shapeOf(figures: Figures, shape: number): Shape {
  let shapes = shapesOf.get(figures);
  if (shapes === undefined) {
    shapes = [
      {
        body: figures['macrophage-0'],
        rim: figures['macrophage-0-rim'],
        ember: figures['macrophage-0-ember'],
      },
      {
        body: figures['macrophage-1'],
        rim: figures['macrophage-1-rim'],
        ember: figures['macrophage-1-ember'],
      },
      {
        body: figures['macrophage-2'],
        rim: figures['macrophage-2-rim'],
        ember: figures['macrophage-2-ember'],
      },
      {
        body: figures['macrophage-3'],
        rim: figures['macrophage-3-rim'],
        ember: figures['macrophage-3-ember'],
      },
    ];
    shapesOf.set(figures, shapes);
  }
  return shapes[shape] as Shape;
}
