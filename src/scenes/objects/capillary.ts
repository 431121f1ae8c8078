import { gapWidth, TILE_PITCH, TILE_XS, VESSEL_HALF_WIDTH, vesselSlope, vesselY } from '../anatomy.ts';
import type { Figure, Figures } from '../figures.ts';
import { contraction, type Moment } from '../moment.ts';
import { mixColours, seeded, smoothStep } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

/** Length that an endothelial cell is drawn at. */
const CELL_LENGTH = 63;

/** From the vessel's middle to the middle of a cell. */
const WALL = VESSEL_HALF_WIDTH + 2;

/** Tint of a cell that bleeds into itself: under the red of its damage it is plum, not pale. */
const BRUISED = 0xb466a0;

type Side = 'upper' | 'lower';

/** The capillary's wall: cells, the zips between them, what leak and damage do to both, and the plasma that escapes. */
export class Capillary implements Drawable {
  draw(pen: Pen, figures: Figures, moment: Moment): void {
    for (let index = 0; index < TILE_XS.length; index += 1) this.drawLinings(pen, figures, moment, index);
    for (let index = 0; index < TILE_XS.length; index += 1) this.drawDrops(pen, figures, moment, index);
    for (let index = 0; index < TILE_XS.length; index += 1) {
      this.drawCell(pen, figures, moment, index, 'upper');
      this.drawCell(pen, figures, moment, index, 'lower');
      this.drawZip(pen, figures, moment, index, -WALL);
      this.drawZip(pen, figures, moment, index, WALL);
    }
  }

  /** The membrane outside and the glycocalyx inside; a leaking wall has shed the latter. */
  private drawLinings(pen: Pen, figures: Figures, { picture }: Moment, index: number): void {
    const x = TILE_XS[index] as number;
    const slope = vesselSlope(x);
    const shed = 1 - smoothStep(0.05, 0.5, picture.leak);
    for (const outwards of [-1, 1]) {
      const upright = -outwards;
      pen.stamp(
        figures['basement-membrane'],
        x,
        vesselY(x) + outwards * (WALL + 13),
        0.88,
        upright,
        slope,
        0.5,
        0xffffff,
      );
      pen.stamp(
        figures.glycocalyx,
        x,
        vesselY(x) + outwards * (WALL - 11),
        0.98,
        upright,
        slope,
        0.6 * shed,
        0xffffff,
      );
    }
  }

  private drawCell(pen: Pen, figures: Figures, moment: Moment, index: number, side: Side): void {
    const { picture, time, beats } = moment;
    const outwards = side === 'upper' ? -1 : 1;
    const seed = index * 2 + (side === 'upper' ? 0 : 1);
    const trouble = smoothStep(0.5, 1, picture.storm);
    const x = (TILE_XS[index] as number) + trouble * Math.sin(time * 9 + seed * 2.1) * 0.5;
    const y =
      vesselY(x) +
      outwards * (WALL + contraction(beats - index * 0.035) + trouble * 0.5 * Math.sin(time * 11 + seed));
    const rotation = vesselSlope(x) + (seeded(seed, 61) - 0.5) * 0.3 * picture.leak;
    const length = (TILE_PITCH - gapWidth(picture.leak, side)) / CELL_LENGTH;
    const hurt = Math.min(1, picture.hurt * (0.6 + 0.8 * seeded(seed, 62)));
    const kind = seed % 3;
    const tint = mixColours(0xffffff, BRUISED, smoothStep(0, 0.7, hurt));
    pen.stamp(bodyOf(figures, kind), x, y, length, -outwards, rotation, 1, tint);
    pen.stamp(
      bruiseOf(figures, kind),
      x,
      y,
      length,
      -outwards,
      rotation,
      smoothStep(0, 0.6, hurt) * 0.7,
      0xffffff,
    );
    pen.stamp(
      crackOf(figures, kind),
      x,
      y,
      length,
      -outwards,
      rotation,
      smoothStep(0.5, 1, hurt) * 0.9,
      0xffffff,
    );
  }

  private drawZip(pen: Pen, figures: Figures, { picture }: Moment, index: number, offset: number): void {
    const closed = 1 - smoothStep(0.12, 0.3, picture.leak);
    const x = (TILE_XS[index] as number) + TILE_PITCH / 2;
    const y = vesselY(x) + offset;
    const slope = vesselSlope(x);
    pen.stamp(figures.junction, x, y, 0.62, 0.62, slope, 0.9 * closed, 0xffffff);
    pen.stamp(
      figures['junction-open'],
      x,
      y,
      0.8,
      0.7,
      slope,
      0.8 * (1 - closed) * (1 - smoothStep(0.6, 1, picture.leak)),
      0xffffff,
    );
  }

  /** Plasma that leaves through a gap, as drops that rise to the alveolus; its glow is in Glows. */
  private drawDrops(pen: Pen, figures: Figures, { picture, time }: Moment, index: number): void {
    if (picture.leak < 0.04) return;
    const x = (TILE_XS[index] as number) + TILE_PITCH / 2;
    const y = vesselY(x) - WALL;
    const sway = 0.12 * Math.sin(time * 0.8 + index * 1.9);
    for (let drop = 0; drop < 4; drop += 1) {
      const seed = index * 4 + drop;
      const way = (time * (0.14 + 0.1 * seeded(seed, 64)) + seeded(seed, 65)) % 1;
      const dropX = x + 26 * way * (seeded(seed, 66) - 0.5) + sway * 40 * way;
      const shown = picture.leak * Math.sin(Math.PI * way) * 0.9;
      pen.dot(figures.bubble, dropX, y - 6 - 74 * way, 0.4 + 0.4 * seeded(seed, 67), shown, 0xf0dcea);
    }
  }
}

function bodyOf(figures: Figures, kind: number): Figure {
  return kind === 0
    ? figures['endothelium-0']
    : kind === 1
      ? figures['endothelium-1']
      : figures['endothelium-2'];
}

function bruiseOf(figures: Figures, kind: number): Figure {
  return kind === 0
    ? figures['endothelium-0-hurt-0']
    : kind === 1
      ? figures['endothelium-1-hurt-0']
      : figures['endothelium-2-hurt-0'];
}

function crackOf(figures: Figures, kind: number): Figure {
  return kind === 0
    ? figures['endothelium-0-hurt-1']
    : kind === 1
      ? figures['endothelium-1-hurt-1']
      : figures['endothelium-2-hurt-1'];
}
