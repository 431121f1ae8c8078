import { TILE_PITCH, TILE_XS, VESSEL_HALF_WIDTH, vesselY, wallPlaces } from '../anatomy.ts';
import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded } from '../seeds.ts';
import { TUMOUR_CELLS } from '../tumourPicture.ts';
import { MACROPHAGE_HOMES } from './cellHomes.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';
import { NESTS, type Nest } from './tumourPlaces.ts';

const VIOLET = 0x8a4dff;
const AMBER = 0xf5a524;
const RED = 0xc4284c;
const TUMOUR = 0xd83fa8;

/** Endotoxin: the violet of what it comes from, paler. */
const ENDOTOXIN = 0xb794ff;
const CLOUDS = 11;

/** Light that cells and regions give off, behind them. */
export class Glows implements Drawable {
  private readonly wall = wallPlaces();

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    const { picture } = moment;
    const glow = figures['glow-soft'];
    const lost = picture.lost * this.wall.length;
    const taken = lost + picture.infected * this.wall.length;
    for (let index = 0; index < this.wall.length && index < taken; index += 1) {
      const place = this.wall[index] as (typeof this.wall)[number];
      const infected = presence(taken, index) * (1 - presence(lost, index));
      pen.dot(glow, place.x, place.y, 46 / glow.radius, infected * 0.42, VIOLET);
      pen.dot(glow, place.x, place.y, 34 / glow.radius, presence(lost, index) * 0.4, RED);
    }
    for (let index = 0; index < MACROPHAGE_HOMES.length; index += 1) {
      const home = MACROPHAGE_HOMES[index] as (typeof MACROPHAGE_HOMES)[number];
      const light = presence(picture.macrophages, index) * picture.ember;
      pen.dot(glow, home.x, home.y, (home.size * 105) / glow.radius, light * 0.55, AMBER);
    }
    this.drawNests(pen, figures, moment);
    drawHaze(pen, figures, moment);
    for (let index = 1; index < TILE_XS.length && picture.leak > 0.05; index += 1) {
      const x = (TILE_XS[index] as number) + TILE_PITCH / 2;
      pen.dot(
        glow,
        x,
        vesselY(x) - VESSEL_HALF_WIDTH,
        40 / glow.radius,
        picture.leak * picture.hurt * 0.3,
        RED,
      );
      this.drawPlume(pen, figures, moment, index, x);
    }
  }

  /** The tumour's own light, as wide as what is left of it. */
  private drawNests(pen: Pen, figures: Figures, { picture, time }: Moment): void {
    const glow = figures['glow-soft'];
    const left = picture.tumour / TUMOUR_CELLS;
    if (left < 0.01) return;
    for (let index = 0; index < NESTS.length; index += 1) {
      const nest = NESTS[index] as Nest;
      const radius = (26 + nest.r * 1.3 * Math.sqrt(left)) * (1 + 0.03 * Math.sin(time * 0.9 + index));
      pen.dot(glow, nest.x, nest.y, radius / glow.radius, 0.5 * Math.min(1, left * 4), TUMOUR);
    }
  }

  /** Plasma that blows out of a gap in the vessel's wall. */
  private drawPlume(pen: Pen, figures: Figures, { picture, time }: Moment, index: number, x: number): void {
    const y = vesselY(x) - VESSEL_HALF_WIDTH;
    const sway = 0.12 * Math.sin(time * 0.8 + index * 1.9);
    const reach = (0.62 + 0.4 * seeded(index, 63)) * (0.45 + 0.6 * picture.leak);
    const wide = (0.7 + 0.4 * seeded(index, 68)) * (0.5 + 0.6 * picture.leak);
    pen.stamp(
      figures.plume,
      x + 46 * reach * sway,
      y + 6 - 46 * reach,
      wide,
      reach,
      sway,
      Math.min(1, 0.9 * picture.leak),
      0xe0c0e8,
    );
  }
}

/** Endotoxin drifts as clouds from the floor of the sacs into the blood. */
function drawHaze(pen: Pen, figures: Figures, { picture, time }: Moment): void {
  if (picture.endotoxin < 0.01) return;
  const glow = figures['glow-soft'];
  for (let index = 0; index < CLOUDS; index += 1) {
    const x = 150 + 460 * seeded(index, 75) + 24 * Math.sin(time * 0.13 + index * 1.7);
    const y = 268 + 190 * seeded(index, 76) + 14 * Math.sin(time * 0.17 + index * 2.3);
    const wide = 64 + 60 * seeded(index, 77);
    const shown = picture.endotoxin * (0.62 + 0.2 * Math.sin(time * 0.4 + index * 2.1));
    pen.stamp(glow, x, y, wide / glow.radius, (wide * 0.6) / glow.radius, 0, shown, ENDOTOXIN);
  }
}
