import type { Figures } from '../figures.ts';
import { contraction, type Moment } from '../moment.ts';
import { mixColours } from '../seeds.ts';
import type { OrganWindowPlace } from '../stage.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const TICKS = 24;

/** Radius of the window that the figures are drawn for. */
const DRAWN_RADIUS = 44;

/** Size of the organs, which are drawn larger than the window. */
const HEART_SIZE = 0.68;
const KIDNEY_SIZE = 0.74;

/** Distance of the ring from the glass. */
const RING = 8;

const RED = 0xff5a75;
const WHITE = 0xf2f7ff;
const DAMAGE = 0xc4284c;
const FAINT = 0x2c4a86;

/** Colour of an organ that has failed. */
const DIMMED = 0x5d5470;

/** Two round windows: the heart in step with the pulse, the kidney; both dim with what they lose. */
export class OrganWindows implements Drawable {
  draw(pen: Pen, figures: Figures, { picture, stage, beats }: Moment): void {
    pen.onCanvas();
    this.drawHeart(pen, figures, stage.heart, picture.heart, beats);
    this.drawKidney(pen, figures, stage.kidney, picture.kidney, beats);
    pen.inField();
  }

  private drawHeart(pen: Pen, figures: Figures, place: OrganWindowPlace, left: number, beats: number): void {
    const size = (place.r / DRAWN_RADIUS) * HEART_SIZE;
    const { x, y } = place;
    const tint = mixColours(DIMMED, 0xffffff, left);
    // The chambers squeeze, the great vessels above them hold still; a weak heart squeezes less.
    const ventricle = size * (1 - 0.07 * (0.35 + 0.65 * left) * contraction(beats));
    const filled = size * (1 + 0.02 * contraction(beats + 0.16));
    this.drawBack(pen, figures, place, left);
    pen.dot(figures['heart-body'], x, y, size, 1, tint);
    pen.dot(figures['heart-right'], x, y, filled * (ventricle / size), 1, tint);
    pen.dot(figures['heart-left'], x, y, ventricle, 1, tint);
    pen.dot(figures['heart-coronary'], x, y, ventricle, 1, tint);
    pen.dot(figures['heart-damage'], x, y, ventricle, 1 - left, 0xffffff);
    this.drawFront(pen, figures, place, left);
  }

  private drawKidney(pen: Pen, figures: Figures, place: OrganWindowPlace, left: number, beats: number): void {
    const size = (place.r / DRAWN_RADIUS) * KIDNEY_SIZE;
    const { x, y } = place;
    const tint = mixColours(DIMMED, 0xffffff, left);
    this.drawBack(pen, figures, place, left);
    pen.dot(figures['kidney-body'], x, y, size, 1, tint);
    pen.dot(figures['kidney-vessels'], x, y, size * (1 + 0.012 * contraction(beats - 0.12)), 1, tint);
    pen.dot(figures['kidney-filtrate'], x, y, size, left, 0xffffff);
    pen.dot(figures['kidney-damage'], x, y, size, 1 - left, 0xffffff);
    this.drawFront(pen, figures, place, left);
  }

  private drawBack(pen: Pen, figures: Figures, place: OrganWindowPlace, left: number): void {
    const glow = figures['glow-soft'];
    pen.dot(glow, place.x, place.y, (place.r * 2) / glow.radius, 0.85, 0x050816);
    pen.dot(glow, place.x, place.y, (place.r * 1.9) / glow.radius, (1 - left) * 0.6, DAMAGE);
    pen.dot(figures['porthole-back'], place.x, place.y, place.r / DRAWN_RADIUS, 1, 0xffffff);
  }

  private drawFront(pen: Pen, figures: Figures, place: OrganWindowPlace, left: number): void {
    const size = place.r / DRAWN_RADIUS;
    pen.dot(figures['porthole-glass'], place.x, place.y, size, 1, 0xffffff);
    const colour = left < 0.5 ? RED : WHITE;
    for (let tick = 0; tick < TICKS; tick += 1) {
      const turn = (tick / TICKS) * 2 * Math.PI - Math.PI / 2;
      const lit = Math.max(0, Math.min(1, left * TICKS - tick));
      const x = place.x + (place.r + RING * size) * Math.cos(turn);
      const y = place.y + (place.r + RING * size) * Math.sin(turn);
      pen.stamp(figures.tick, x, y, size, size, turn, 1, mixColours(FAINT, colour, lit));
    }
  }
}
