import { VESSEL_HALF_WIDTH, vesselY, wallPlaces } from '../anatomy.ts';
import type { Figure, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded, smoothStep } from '../seeds.ts';
import { MACROPHAGE_HOMES } from './cellHomes.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const STREAM_LENGTH = 930;

/** Shapes of one drug near the cells that it acts on. */
const AT_WORK = 10;

/** Drugs in the blood, coming in from the left after a dose, and at work on what they act on. */
export class Drugs implements Drawable {
  private readonly wall = wallPlaces();

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    const { picture } = moment;
    this.drawInBlood(pen, figures.antibody, moment, picture.antibodyShapes, picture.antibodyEntry, 1);
    this.drawInBlood(
      pen,
      figures['drug-dexamethasone'],
      moment,
      picture.steroidShapes,
      picture.steroidEntry,
      2,
    );
    this.drawInBlood(
      pen,
      figures['drug-antiviral'],
      moment,
      picture.antiviralShapes,
      picture.antiviralEntry,
      3,
    );
    this.drawInBlood(
      pen,
      figures['drug-antibiotic'],
      moment,
      picture.antibioticShapes,
      picture.antibioticEntry,
      4,
    );
    this.drawSteroidAtWork(pen, figures, moment);
    this.drawAntiviralAtWork(pen, figures, moment);
  }

  private drawInBlood(
    pen: Pen,
    figure: Figure,
    { flowed, time }: Moment,
    count: number,
    entry: number,
    drug: number,
  ): void {
    const front = entry >= 1 ? 2000 : entry * (STREAM_LENGTH + 60);
    for (let index = 0; index < count; index += 1) {
      const seed = drug * 64 + index;
      const x =
        ((STREAM_LENGTH * seeded(seed, 131) + flowed * (0.6 + 0.3 * seeded(seed, 132))) % STREAM_LENGTH) - 30;
      const y = vesselY(x) + (VESSEL_HALF_WIDTH - 12) * (2 * seeded(seed, 133) - 1);
      const arrived = 1 - smoothStep(front - 60, front, x + 30);
      pen.stamp(
        figure,
        x,
        y,
        0.8,
        0.8,
        time * 0.3 + 6 * seeded(seed, 134),
        presence(count, index) * arrived,
        0xffffff,
      );
    }
  }

  /** Steroid goes into the cells that secrete. */
  private drawSteroidAtWork(pen: Pen, figures: Figures, { picture, time }: Moment): void {
    for (let index = 0; index < AT_WORK; index += 1) {
      const here = presence(picture.steroid * AT_WORK, index);
      if (here === 0) return;
      const cell = index % 5;
      const home = MACROPHAGE_HOMES[cell] as (typeof MACROPHAGE_HOMES)[number];
      const around = time * 0.2 + 6.28 * seeded(index, 135);
      const reach = home.size * (10 + 16 * seeded(index, 136));
      const shown = here * presence(picture.macrophages, cell);
      pen.stamp(
        figures['drug-dexamethasone'],
        home.x + reach * Math.cos(around),
        home.y + reach * Math.sin(around),
        0.62,
        0.62,
        around,
        shown,
        0xffffff,
      );
    }
  }

  /** The antiviral sits on the infected cells and stops their buds. */
  private drawAntiviralAtWork(pen: Pen, figures: Figures, { picture, time }: Moment): void {
    const taken = (picture.infected + picture.lost) * this.wall.length;
    for (let index = 0; index < this.wall.length; index += 1) {
      const here =
        presence(taken, index) * picture.antiviral * (1 - presence(picture.lost * this.wall.length, index));
      if (here === 0) continue;
      const place = this.wall[index] as (typeof this.wall)[number];
      const out = -9 - 1.5 * Math.sin(time * 0.9 + index);
      pen.stamp(
        figures['drug-antiviral'],
        place.x - Math.sin(place.angle) * out,
        place.y + Math.cos(place.angle) * out,
        0.62,
        0.62,
        place.angle,
        here,
        0xffffff,
      );
    }
  }
}
