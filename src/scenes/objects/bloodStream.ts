import { VESSEL_HALF_WIDTH, vesselSlope, vesselY } from '../anatomy.ts';
import type { Figure, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { mixColours, presence, seeded, smoothStep } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const LANES = [-0.3, 0.36, -0.62, 0.06, 0.64] as const;
/** Lanes at the back are drawn first, smaller and darker. */
const BACK_LANES = 2;
const CELLS_IN_LANE = 9;
const STREAM_LENGTH = 972;
const SPACING = STREAM_LENGTH / CELLS_IN_LANE;

/** Distance between stacked cells, as coins in a roll. */
const STACKED_SPACING = 13;

/** Tint for haemoglobin at 70 % and at 98 % saturation, which the drawn shading darkens to #5B4E8C and #FF7F86. */
const DUSKY = 0x8e78d0;
const CORAL = 0xff8a8e;
const SHADE = 0x2a1a3c;

const PLATELETS = 14;

/** Red cells and platelets carried by the stream: colour by saturation, speed and order by pressure. */
export class BloodStream implements Drawable {
  draw(pen: Pen, figures: Figures, moment: Moment): void {
    const { picture } = moment;
    const colour = mixColours(DUSKY, CORAL, Math.max(0, Math.min(1, (picture.saturation - 0.7) / 0.28)));
    for (let lane = 0; lane < LANES.length; lane += 1) {
      const back = lane < BACK_LANES;
      const carried = moment.flowed * speedAcross(LANES[lane] as number);
      const tint = back ? mixColours(SHADE, colour, 0.66) : colour;
      for (let cell = 0; cell < CELLS_IN_LANE; cell += 1)
        this.drawCell(pen, figures, moment, lane, cell, carried, tint);
      if (back) this.drawPlatelets(pen, figures, moment, lane);
    }
  }

  private drawCell(
    pen: Pen,
    figures: Figures,
    moment: Moment,
    lane: number,
    cell: number,
    carried: number,
    tint: number,
  ): void {
    const { picture, time } = moment;
    const index = lane * CELLS_IN_LANE + cell;
    const stacking = smoothStep(0, 1, picture.stacking);
    const place = cell * SPACING + lane * 37 + 30 * (seeded(index, 51) - 0.5) * (1 - stacking);
    // The middle one of every three leads a stack; its neighbours close up to it.
    const closing = stacking * (1 - (cell % 3)) * (SPACING - STACKED_SPACING);
    const x = wrapped(place + carried) + closing;
    const across = (LANES[lane] as number) + 0.1 * (seeded(index, 52) - 0.5);
    const y = vesselY(x) + across * (VESSEL_HALF_WIDTH - 7);
    const tumble = (seeded(index, 53) - 0.5) * 1.1 + 0.12 * Math.sin(time * 0.9 + index);
    const size = (lane < BACK_LANES ? 0.82 : 1) * (0.94 + 0.14 * seeded(index, 55));
    const alpha = lane < BACK_LANES ? 0.8 : 1;
    // A cell turns on edge early on its way into the stack.
    const onEdge = smoothStep(0.15, 0.55, stacking);
    if (onEdge < 1) {
      const tilt = tiltOf(index, time);
      const rotation = vesselSlope(x) + tumble;
      pen.stamp(bodyOf(figures, tilt), x, y, size, size, rotation, (1 - onEdge) * alpha, tint);
      pen.stamp(glintOf(figures, tilt), x, y, size, size, rotation, (1 - onEdge) * 0.55 * alpha, 0xffffff);
    }
    if (onEdge > 0) {
      const upright =
        vesselSlope(x) + Math.PI / 2 + 0.3 * (seeded(lane * 3 + Math.floor(cell / 3), 54) - 0.5);
      pen.stamp(figures['red-cell-2'], x, y, size, size, upright, onEdge * alpha, tint);
    }
  }

  private drawPlatelets(pen: Pen, figures: Figures, { picture, flowed, time }: Moment, lane: number): void {
    for (let index = lane; index < PLATELETS; index += BACK_LANES) {
      const across = 1.5 * (seeded(index, 56) - 0.5);
      const x = wrapped(STREAM_LENGTH * seeded(index, 57) + flowed * speedAcross(across));
      const y = vesselY(x) + across * (VESSEL_HALF_WIDTH - 6);
      const activated = presence(picture.hurt * PLATELETS, index);
      pen.stamp(figures['platelet-0'], x, y, 0.62, 0.62, time * 0.4 + index, 0.8 * (1 - activated), 0xffffff);
      pen.stamp(figures['platelet-1'], x, y, 0.7, 0.7, time * 0.4 + index, activated, 0xffffff);
    }
  }
}

/** Speed of the stream off its middle (-1 to 1): faster in the middle, as in every tube. */
function speedAcross(across: number): number {
  return 0.55 + 0.45 * Math.sqrt(1 - across * across);
}

function wrapped(x: number): number {
  return (((x % STREAM_LENGTH) + STREAM_LENGTH) % STREAM_LENGTH) - 66;
}

/** Which of the three tilts a cell shows: most lie flat, all turn now and then. */
function tiltOf(index: number, time: number): 0 | 1 | 2 {
  const turn = Math.sin(index * 2.4 + time * 0.25);
  return turn > 0.86 ? 2 : turn > 0.2 ? 1 : 0;
}

function bodyOf(figures: Figures, tilt: 0 | 1 | 2): Figure {
  return tilt === 0 ? figures['red-cell-0'] : tilt === 1 ? figures['red-cell-1'] : figures['red-cell-2'];
}

function glintOf(figures: Figures, tilt: 0 | 1 | 2): Figure {
  return tilt === 0
    ? figures['red-cell-0-glint']
    : tilt === 1
      ? figures['red-cell-1-glint']
      : figures['red-cell-2-glint'];
}
