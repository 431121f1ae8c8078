import { VESSEL_HALF_WIDTH, vesselY, wallPlaces } from '../anatomy.ts';
import type { DrugPicture } from '../drugPicture.ts';
import type { Figure, FigureName, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded, smoothStep } from '../seeds.ts';
import { type CellHome, MACROPHAGE_HOMES } from './cellHomes.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const STREAM_LENGTH = 930;

/** Shapes of one drug near the cells that it acts on, and of an antibody among what it catches. */
const AT_WORK = 10;
const CATCHING = 14;

/** Plugs of anakinra around one macrophage, and how far from its middle they sit at size 1. */
const PLUGS = 4;
const PLUG_REACH = 50;

interface DrugInBlood {
  readonly figure: FigureName;
  readonly shapes: keyof DrugPicture;
  readonly entry: keyof DrugPicture;
}

/** The drugs that the blood carries; the place in the list seeds where their shapes are. */
const IN_BLOOD: readonly DrugInBlood[] = [
  { figure: 'antibody', shapes: 'antibodyShapes', entry: 'antibodyEntry' },
  { figure: 'drug-dexamethasone', shapes: 'steroidShapes', entry: 'steroidEntry' },
  { figure: 'drug-antiviral', shapes: 'antiviralShapes', entry: 'antiviralEntry' },
  { figure: 'drug-antibiotic', shapes: 'antibioticShapes', entry: 'antibioticEntry' },
  { figure: 'drug-hydrocortisone', shapes: 'hydrocortisoneShapes', entry: 'hydrocortisoneEntry' },
  { figure: 'drug-anakinra', shapes: 'anakinraShapes', entry: 'anakinraEntry' },
  { figure: 'drug-baricitinib', shapes: 'baricitinibShapes', entry: 'baricitinibEntry' },
  { figure: 'antibody-il6', shapes: 'siltuximabShapes', entry: 'siltuximabEntry' },
  { figure: 'antibody-tnf', shapes: 'tnfBlockerShapes', entry: 'tnfBlockerEntry' },
];

/** Drugs in the blood, coming in from the left after a dose, and at work on what they act on. */
export class Drugs implements Drawable {
  private readonly wall = wallPlaces();

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    const { picture } = moment;
    for (let drug = 0; drug < IN_BLOOD.length; drug += 1) {
      const { figure, shapes, entry } = IN_BLOOD[drug] as DrugInBlood;
      drawInBlood(pen, figures[figure], moment, picture[shapes], picture[entry], drug + 1);
    }
    const steroid = picture.steroid * AT_WORK;
    const hydrocortisone = Math.round(steroid * picture.hydrocortisonePart);
    drawInCells(pen, figures['drug-hydrocortisone'], moment, 0, Math.min(steroid, hydrocortisone));
    drawInCells(pen, figures['drug-dexamethasone'], moment, hydrocortisone, steroid);
    drawInCells(pen, figures['drug-baricitinib'], moment, AT_WORK, AT_WORK * (1 + picture.jakBlocked));
    drawPlugs(pen, figures['drug-anakinra'], moment);
    drawCatching(pen, figures['antibody-il6'], moment, picture.il6Bound * CATCHING, 11);
    drawCatching(pen, figures['antibody-tnf'], moment, picture.tnfBound * CATCHING, 12);
    this.drawAntiviralAtWork(pen, figures, moment);
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

function drawInBlood(
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

/** Small molecules that go into the cells that secrete: the figures from `first` up to `count`. */
function drawInCells(
  pen: Pen,
  figure: Figure,
  { picture, time }: Moment,
  first: number,
  count: number,
): void {
  for (let index = first; index < count; index += 1) {
    const here = presence(count, index);
    const cell = index % 5;
    const home = MACROPHAGE_HOMES[cell] as CellHome;
    const around = time * 0.2 + 6.28 * seeded(index, 135);
    const reach = home.size * (10 + 16 * seeded(index, 136));
    const x = home.x + reach * Math.cos(around);
    const y = home.y + reach * Math.sin(around);
    pen.stamp(figure, x, y, 0.62, 0.62, around, here * presence(picture.macrophages, cell), 0xffffff);
  }
}

/** Anakinra sits on the receptors for IL-1, between those for IL-6. */
function drawPlugs(pen: Pen, figure: Figure, { picture, time }: Moment): void {
  const plugged = picture.il1Blocked * PLUGS;
  if (plugged === 0) return;
  for (let cell = 0; cell < MACROPHAGE_HOMES.length; cell += 1) {
    const home = MACROPHAGE_HOMES[cell] as CellHome;
    const shown = presence(picture.macrophages, cell);
    for (let plug = 0; plug < PLUGS; plug += 1) {
      const turn = 0.4 + cell + (plug / PLUGS) * 6.28 + 0.04 * Math.sin(time * 0.5 + plug);
      const reach = PLUG_REACH * home.size;
      const x = home.x + reach * Math.cos(turn);
      const y = home.y + reach * Math.sin(turn);
      pen.stamp(figure, x, y, 0.62, 0.62, turn, shown * presence(plugged, plug), 0xffffff);
    }
  }
}

/** Antibodies that drift through the tissue with what they have caught. */
function drawCatching(pen: Pen, figure: Figure, { time }: Moment, count: number, drug: number): void {
  for (let index = 0; index < count; index += 1) {
    const seed = drug * 64 + index;
    const x = 40 + 640 * seeded(seed, 137) + 9 * Math.sin(time * 0.27 + index * 1.9);
    const y = 262 + 104 * seeded(seed, 138) + 7 * Math.sin(time * 0.31 + index * 2.3);
    pen.stamp(
      figure,
      x,
      y,
      0.8,
      0.8,
      0.5 * Math.sin(time * 0.4 + index) + index,
      presence(count, index),
      0xffffff,
    );
  }
}
