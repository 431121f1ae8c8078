import { EYE, TILE_PITCH, TILE_XS, VESSEL_HALF_WIDTH, vesselY, wallPlaces } from '../anatomy.ts';
import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded, smoothStep } from '../seeds.ts';
import { MACROPHAGE_HOMES } from './cellHomes.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const VIOLET = 0x8a4dff;
const AMBER = 0xf5a524;
const RED = 0xc4284c;

/** How much flatter than wide the storm is seen. */
export const WEATHER_TILT = 0.66;

const GUSTS = 14;

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
    }
    for (let index = 0; index < MACROPHAGE_HOMES.length; index += 1) {
      const home = MACROPHAGE_HOMES[index] as (typeof MACROPHAGE_HOMES)[number];
      const light = presence(picture.macrophages, index) * picture.ember;
      pen.dot(glow, home.x, home.y, (home.size * 105) / glow.radius, light * 0.55, AMBER);
    }
    this.drawWeather(pen, figures, moment);
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
      Math.min(1, 1.3 * picture.leak),
      0xf4e4ff,
    );
  }

  /** The storm's arms and the gusts between them, lying flat around its eye. */
  private drawWeather(pen: Pen, figures: Figures, { picture, turn }: Moment): void {
    const storm = smoothStep(0.3, 1, picture.storm);
    if (storm === 0) return;
    const glow = figures['glow-soft'];
    pen.stamp(glow, EYE.x, EYE.y, 330 / glow.radius, 190 / glow.radius, 0, storm * 0.26, 0xff9a3c);
    const arms = figures['storm-spiral'];
    const size = 430 / arms.radius;
    pen.stamp(arms, EYE.x, EYE.y - 40, size, size, turn * 0.22, storm * 0.46, 0xffffff, WEATHER_TILT);
    pen.stamp(
      arms,
      EYE.x,
      EYE.y - 40,
      size * 1.5,
      size * 1.5,
      turn * 0.16 + 1.9,
      storm * 0.3,
      0xffffff,
      WEATHER_TILT,
    );
    for (let gust = 0; gust < GUSTS; gust += 1) {
      const radius = 190 + 250 * seeded(gust, 151);
      const angle = 6.28 * seeded(gust, 152) + turn * (90 / (radius + 60));
      const x = EYE.x + radius * Math.cos(angle);
      const y = EYE.y + radius * WEATHER_TILT * Math.sin(angle);
      const heading = Math.atan2(WEATHER_TILT * Math.cos(angle), -Math.sin(angle));
      pen.stamp(figures.gust, x, y, 0.8 + 0.5 * seeded(gust, 153), -0.8, heading, storm * 0.5, 0xffffff);
    }
  }
}
