import { EYE } from '../anatomy.ts';
import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { seeded, smoothStep } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

/** How much flatter than wide the storm is seen. */
export const WEATHER_TILT = 0.66;

/** Storm index at which the weather begins, and at which it is whole: 74 and 1030 pg/mL of IL-6. */
const BEGINS = 0.3;
const WHOLE = 0.9;

const GUSTS = 26;
const NEAREST_GUST = 96;
const FARTHEST_GUST = 310;

/** Radius on which the drawn gust is bent, at size 1. */
const GUST_BEND = 330;

/** Share of the weather that a storm index brings, 0 to 1; the mirror of the shader's. */
function weatherAt(storm: number): number {
  return smoothStep(BEGINS, WHOLE, storm);
}

/** The storm's arms and the gusts between them, lying flat around the infected floor that glows in their middle. */
export class Weather implements Drawable {
  draw(pen: Pen, figures: Figures, { picture, turn }: Moment): void {
    const weather = weatherAt(picture.storm);
    if (weather === 0) return;
    const glow = figures['glow-soft'];
    pen.stamp(glow, EYE.x, EYE.y, 300 / glow.radius, 165 / glow.radius, 0, weather * 0.28, 0xff8a1e);
    pen.stamp(glow, EYE.x, EYE.y, 150 / glow.radius, 92 / glow.radius, 0, weather * 0.6, 0xf5941e);
    const arms = figures['storm-spiral'];
    const near = 330 / arms.radius;
    pen.stamp(arms, EYE.x, EYE.y, near, near, turn * 0.22, weather * 0.68, 0xffcf8c, WEATHER_TILT);
    const far = 600 / arms.radius;
    pen.stamp(arms, EYE.x, EYE.y, far, far, turn * 0.16 + 1.9, weather * 0.3, 0xffc890, WEATHER_TILT);
    for (let gust = 0; gust < GUSTS; gust += 1) drawGust(pen, figures, gust, turn, weather);
  }
}

function drawGust(pen: Pen, figures: Figures, gust: number, turn: number, weather: number): void {
  const outwards = seeded(gust, 151);
  const radius = NEAREST_GUST + (FARTHEST_GUST - NEAREST_GUST) * outwards;
  const angle = 6.28 * seeded(gust, 152) + turn * (90 / (radius + 60));
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const x = EYE.x + radius * cos;
  const y = EYE.y + radius * WEATHER_TILT * sin;
  const heading = Math.atan2(WEATHER_TILT * cos, -sin);
  // It bends as the ellipse does on which it flies.
  const bend = (radius * (sin * sin + (WEATHER_TILT * cos) ** 2) ** 1.5) / WEATHER_TILT;
  const length = 0.42 + 0.5 * outwards + 0.2 * seeded(gust, 153);
  const height = Math.min(1.5, Math.max(0.35, (GUST_BEND * length * length) / bend));
  pen.stamp(figures.gust, x, y, length, -height, heading, weather * 0.66, 0xffc070);
}
