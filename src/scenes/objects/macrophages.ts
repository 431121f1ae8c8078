import type { Figure, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import type { Outlines } from '../outlines.ts';
import type { Picture } from '../picture.ts';
import { mixColours, presence, seeded, smoothStep } from '../seeds.ts';
import { ALVEOLAR_MACROPHAGE, type CellHome, MACROPHAGE_HOMES } from './cellHomes.ts';
import type { Pen, Pose } from './pen.ts';
import { Receptors } from './receptors.ts';
import type { Drawable } from './spriteLayer.ts';

const RECEPTORS = 9;

/** Seconds in which a macrophage flows from one shape into the next. */
const SHAPE_SECONDS = 7;

/** Where in its body a macrophage keeps what it has swallowed. */
const MEAL = { x: 2, y: 24 } as const;

const WHITE = 0xffffff;

/** Tint of a body that glows: the blue of rest gives way. */
const WARMED = 0xc9a476;

/** Dark light around a cell that parts it from what lies behind. */
const NIGHT = 0x050816;

interface Shape {
  readonly body: Figure;
  readonly rim: Figure;
  readonly ember: Figure;
}

/** Macrophages: they flow from shape to shape; embers by secretion, rims by steroid, receptors by antibody. */
export class Macrophages implements Drawable {
  private readonly inSac: boolean;
  private readonly shapes: readonly Shape[];
  private readonly outlines: Outlines;
  private readonly receptors = MACROPHAGE_HOMES.map((_, index) => new Receptors(RECEPTORS, index));
  private readonly pose: Pose = { x: 0, y: 0, size: 1, rotation: 0, alpha: 1 };
  private shape = 0;
  private next = 0;
  private flowing = 0;

  /** @param inSac true draws the one in the air of the sac, false the others */
  constructor(inSac: boolean, figures: Figures, outlines: Outlines) {
    this.inSac = inSac;
    this.outlines = outlines;
    this.shapes = [
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
  }

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    for (let index = 0; index < MACROPHAGE_HOMES.length; index += 1) {
      if ((index === ALVEOLAR_MACROPHAGE) !== this.inSac) continue;
      this.pose.alpha = presence(moment.picture.macrophages, index);
      if (this.pose.alpha > 0) this.drawCell(pen, figures, moment, index);
    }
  }

  private drawCell(pen: Pen, figures: Figures, { picture, time }: Moment, index: number): void {
    const { pose } = this;
    const home = MACROPHAGE_HOMES[index] as CellHome;
    pose.x = home.x;
    pose.y = home.y;
    pose.size = home.size;
    pose.rotation = index * 1.3 + 0.05 * Math.sin(time * 0.35 + index);
    this.flow(time / SHAPE_SECONDS + index * 1.31);
    const ember = Math.min(1, picture.ember * (0.9 + 0.4 * seeded(index, 101)));
    const glow = figures['glow-soft'];
    pen.dot(glow, pose.x, pose.y, (72 * pose.size) / glow.radius, pose.alpha * 0.6, NIGHT);
    this.receptors[index]?.draw(pen, figures, picture, pose, this.radiusAt);
    // Squares, so that the two bodies together are never thinner than one.
    this.drawShape(pen, this.shape, 1 - this.flowing ** 2, ember, picture.steroid);
    this.drawShape(pen, this.next, 1 - (1 - this.flowing) ** 2, ember, picture.steroid);
    this.drawInside(pen, figures, 0.12 * Math.sin(time * 0.2 + index * 2), picture);
  }

  private flow(way: number): void {
    this.shape = Math.floor(way) % this.shapes.length;
    this.next = (this.shape + 1) % this.shapes.length;
    this.flowing = smoothStep(0.3, 1, way - Math.floor(way));
  }

  private drawShape(pen: Pen, index: number, share: number, ember: number, steroid: number): void {
    const shape = this.shapes[index] as Shape;
    pen.lay(shape.body, this.pose, share, mixColours(WHITE, WARMED, Math.min(1, ember * 1.6)));
    pen.lay(shape.ember, this.pose, share * ember);
    pen.lay(shape.rim, this.pose, share * (1 - steroid / 2));
  }

  private drawInside(pen: Pen, figures: Figures, tilt: number, picture: Picture): void {
    const { pose } = this;
    pose.rotation = tilt;
    pen.lay(figures['macrophage-vacuoles'], pose, 1);
    const x = pose.x + pose.size * (MEAL.x * Math.cos(tilt) - MEAL.y * Math.sin(tilt));
    const y = pose.y + pose.size * (MEAL.y * Math.cos(tilt) + MEAL.x * Math.sin(tilt));
    const virus = Math.min(1, picture.virions / 10);
    const bacterium = Math.min(1, picture.bacteria / 10) * (1 - virus);
    pen.dot(figures['macrophage-meal'], x, y, pose.size, pose.alpha * virus, WHITE);
    const eaten = 0.44 * pose.size;
    pen.stamp(figures['bacterium-0'], x, y, eaten, eaten, tilt - 0.5, pose.alpha * bacterium, WHITE);
    pen.lay(figures['macrophage-core'], pose, 1);
  }

  private readonly radiusAt = (turn: number): number => {
    const step = Math.floor((turn / (2 * Math.PI)) * (this.outlines[this.shape]?.length ?? 1));
    const from = this.outlines[this.shape]?.[step] ?? 0;
    return from + ((this.outlines[this.next]?.[step] ?? 0) - from) * this.flowing;
  };
}
