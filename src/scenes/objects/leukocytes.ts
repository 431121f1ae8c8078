import {
  fluidY,
  sacDepth,
  TILE_PITCH,
  TILE_XS,
  VESSEL_HALF_WIDTH,
  vesselSlope,
  vesselY,
} from '../anatomy.ts';
import type { Figure, Figures } from '../figures.ts';
import { surfaceY } from '../groundShader.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded, smoothStep } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

/** Where a group of neutrophils is on its way from the blood to the fluid. */
export type LeukocytePart = 'rolling' | 'crossing' | 'drowning';

const MOST = 12;

/** Gaps of the upper wall, in the order in which neutrophils use them. */
const GAPS = [6, 9, 4, 7, 10, 3, 8] as const;

/** Seconds to squeeze through the wall. */
const CROSSING_SECONDS = 11;

const CELL_RADIUS = 25;

/** Rolling is slow, whatever the stream does: field units a second. */
const ROLLING_SPEED = 8;

interface Home {
  readonly x: number;
  readonly y: number;
}

/** Places in the tissue that are free of sacs, gaps and other cells, in the order in which they fill. */
const TISSUE_HOMES: readonly Home[] = [
  { x: 258, y: 296 },
  { x: 648, y: 258 },
  { x: 158, y: 362 },
  { x: 28, y: 316 },
  { x: 78, y: 238 },
  { x: 732, y: 376 },
  { x: 20, y: 224 },
];

/** Neutrophils: they roll along the wall, squeeze through its gaps, walk in the tissue and end in the fluid. */
export class Leukocytes implements Drawable {
  private readonly part: LeukocytePart;
  private readonly floorOf: readonly Home[] = Array.from({ length: MOST }, (_, index) => sacFloor(index));

  constructor(part: LeukocytePart) {
    this.part = part;
  }

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    for (let index = 0; index < MOST; index += 1) {
      if (this.part === 'rolling') this.drawRolling(pen, figures, moment, index);
      else if (this.part === 'drowning') this.drawDrowning(pen, figures, moment, index);
      else {
        this.drawSqueezing(pen, figures, moment, index);
        this.drawWandering(pen, figures, moment, index);
      }
    }
  }

  private drawRolling(pen: Pen, figures: Figures, { picture, time }: Moment, index: number): void {
    const here = presence(picture.rolling, index);
    if (here === 0) return;
    const along = (140 + index * 271 + time * ROLLING_SPEED) % 940;
    const x = along - 60;
    const upper = index % 3 !== 2;
    const size = 0.94;
    const y = vesselY(x) + (upper ? -1 : 1) * (VESSEL_HALF_WIDTH - CELL_RADIUS * size + 1);
    this.drawCell(
      pen,
      figures,
      index,
      x,
      y,
      size,
      (upper ? -1 : 1) * (along / CELL_RADIUS) * 0.8,
      here,
      picture.steroid,
    );
  }

  private drawSqueezing(pen: Pen, figures: Figures, { picture, time }: Moment, index: number): void {
    if (index >= GAPS.length) return;
    const here = presence(picture.squeezing, index);
    if (here === 0) return;
    const x = (TILE_XS[GAPS[index] as number] as number) + TILE_PITCH / 2;
    const way = (time / CROSSING_SECONDS + seeded(index, 112)) % 1;
    const wall = vesselY(x) - VESSEL_HALF_WIDTH - 2;
    const y = wall + 28 - 62 * smoothStep(0.12, 0.88, way);
    const thin = smoothStep(0.1, 0.24, way) * (1 - smoothStep(0.76, 0.9, way));
    const shown = here * Math.min(1, way * 10, (1 - way) * 10);
    const rotation = vesselSlope(x) + 0.05 * Math.sin(time + index);
    if (thin < 1)
      this.drawCell(pen, figures, index, x, y, 0.86, index + way, shown * (1 - thin), picture.steroid);
    if (thin === 0) return;
    const through = smoothStep(0.3, 0.7, way) * 2;
    const squeezeY = wall + 8 - 18 * smoothStep(0.2, 0.8, way);
    pen.stamp(
      figures['neutrophil-squeeze-0'],
      x,
      squeezeY,
      0.86,
      0.86,
      rotation,
      shown * thin * Math.max(0, 1 - through),
      0xffffff,
    );
    pen.stamp(
      figures['neutrophil-squeeze-1'],
      x,
      squeezeY,
      0.86,
      0.86,
      rotation,
      shown * thin * (1 - Math.abs(through - 1)),
      0xffffff,
    );
    pen.stamp(
      figures['neutrophil-squeeze-2'],
      x,
      squeezeY,
      0.86,
      0.86,
      rotation,
      shown * thin * Math.max(0, through - 1),
      0xffffff,
    );
  }

  private drawWandering(pen: Pen, figures: Figures, { picture, time }: Moment, index: number): void {
    if (index >= TISSUE_HOMES.length) return;
    const here = presence(picture.wandering - 1, index);
    if (here === 0) return;
    const home = TISSUE_HOMES[index] as Home;
    const x = home.x + 7 * Math.sin(time * 0.17 + index * 2.2);
    const y = home.y + 5 * Math.sin(time * 0.21 + index * 1.4);
    this.drawCell(
      pen,
      figures,
      index,
      x,
      y,
      0.88,
      0.4 * Math.sin(time * 0.2 + index) + index,
      here,
      picture.steroid,
    );
  }

  private drawDrowning(pen: Pen, figures: Figures, { picture, time }: Moment, index: number): void {
    const here = presence(picture.drowning, index);
    if (here === 0) return;
    const floor = this.floorOf[index] as Home;
    const level = fluidY(picture.fluid);
    const depth = floor.y - level;
    if (depth < 26) return;
    const x = floor.x + 8 * Math.sin(time * 0.13 + index * 1.8);
    const lap = surfaceY(0, 1.4, x, time);
    const y = level + 24 + (depth - 26) * seeded(index, 113) + lap;
    const size = 0.8;
    this.drawCell(
      pen,
      figures,
      index,
      x,
      y,
      size,
      0.25 * Math.sin(time * 0.3 + index) + index,
      here * smoothStep(26, 44, depth),
      picture.steroid,
    );
  }

  private drawCell(
    pen: Pen,
    figures: Figures,
    index: number,
    x: number,
    y: number,
    size: number,
    turn: number,
    alpha: number,
    steroid: number,
  ): void {
    const kind = index % 3;
    const glow = figures['glow-soft'];
    pen.dot(glow, x, y, (38 * size) / glow.radius, alpha * 0.5, 0x050816);
    pen.stamp(
      pick(kind, figures['neutrophil-0'], figures['neutrophil-1'], figures['neutrophil-2']),
      x,
      y,
      size,
      size,
      turn * 0.25,
      alpha,
      0xffffff,
    );
    const nucleus = pick(
      kind,
      figures['neutrophil-nucleus-0'],
      figures['neutrophil-nucleus-1'],
      figures['neutrophil-nucleus-2'],
    );
    pen.stamp(nucleus, x, y, size, size, turn, alpha, 0xffffff);
    const rim = pick(
      kind,
      figures['neutrophil-0-rim'],
      figures['neutrophil-1-rim'],
      figures['neutrophil-2-rim'],
    );
    pen.stamp(rim, x, y, size, size, turn * 0.25, alpha * (1 - steroid / 2), 0xffffff);
  }
}

function pick(kind: number, first: Figure, second: Figure, third: Figure): Figure {
  return kind === 0 ? first : kind === 1 ? second : third;
}

/** The lowest place of the sacs under a column, for a cell that sinks there. */
function sacFloor(index: number): Home {
  const x = 150 + 440 * ((index * 0.382 + 0.27) % 1);
  let y = 344;
  while (y > 60 && sacDepth(x, y) < 26) y -= 2;
  return { x, y };
}
