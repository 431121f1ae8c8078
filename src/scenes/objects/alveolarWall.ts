import { type SeptumPlace, septa, type WallPlace, wallPlaces } from '../anatomy.ts';
import type { Figure, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded, smoothStep } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

/** Length that a cell of the wall is drawn at. */
const CELL_LENGTH = 47;

/** Tint of a healthy cell's figure for the film that a lost one leaves. */
const DEBRIS = 0xd4547e;

/** Seconds that a bud takes from first swelling to leaving. */
const BUD_SECONDS = 7;

/** The cells around the sacs: healthy with their surfactant, infected with budding virus, or lost with the bare membrane left. */
export class AlveolarWall implements Drawable {
  private readonly places: readonly WallPlace[] = wallPlaces();
  private readonly septa: readonly SeptumPlace[] = septa();

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    const { picture, time } = moment;
    const lostCells = picture.lost * this.places.length;
    const takenCells = lostCells + picture.infected * this.places.length;
    for (let index = 0; index < this.places.length; index += 1) {
      const lost = presence(lostCells, index);
      this.drawCell(pen, figures, moment, index, presence(takenCells, index) * (1 - lost), lost);
    }
    for (let index = 0; index < this.septa.length; index += 1) {
      const { x, y, angle } = this.septa[index] as SeptumPlace;
      const size = 0.92 * (1 + 0.012 * Math.sin(time * 1.57 + index));
      pen.stamp(
        figures['septum-tip'],
        x + 12 * Math.sin(angle),
        y - 12 * Math.cos(angle),
        size,
        size,
        angle,
        1,
        0xffffff,
      );
    }
  }

  private drawCell(
    pen: Pen,
    figures: Figures,
    moment: Moment,
    index: number,
    infected: number,
    lost: number,
  ): void {
    const { x, y, angle, round, length } = this.places[index] as WallPlace;
    // Drawn with the air above, which is inside.
    const upright = angle + Math.PI;
    const stretch = (length + 1) / CELL_LENGTH;
    const breath = 1 + 0.02 * Math.sin(moment.time * 1.57 + index);
    const size = round ? breath : stretch;
    const here = 1 - lost;
    if (!round)
      pen.stamp(
        figures.surfactant,
        x - 7 * Math.sin(angle),
        y + 7 * Math.cos(angle),
        stretch * 0.68,
        0.8,
        upright,
        here * (1 - infected) * 0.55,
        0xffffff,
      );
    pen.stamp(
      round ? figures['epithelium-round'] : healthyCell(figures, index),
      x,
      y,
      size,
      breath,
      upright,
      here * (1 - infected),
      0xffffff,
    );
    if (lost > 0) this.drawLost(pen, figures, index, stretch, lost);
    if (infected === 0) return;
    if (round)
      pen.stamp(
        figures['epithelium-round-infected'],
        x,
        y,
        breath,
        breath,
        upright,
        here * infected,
        0xffffff,
      );
    else
      pen.stamp(figures['epithelium-infected-0'], x, y, stretch, breath, upright, here * infected, 0xffffff);
    this.drawBuds(pen, figures, moment, index, infected * here);
  }

  /** What is left of a lost cell: the membrane that it stood on, under a film of its debris. */
  private drawLost(pen: Pen, figures: Figures, index: number, stretch: number, lost: number): void {
    const { x, y, angle } = this.places[index] as WallPlace;
    const upright = angle + Math.PI;
    pen.stamp(healthyCell(figures, index), x, y, stretch, 1.05, upright, lost * 0.9, DEBRIS);
    pen.stamp(figures['epithelium-lost'], x, y, stretch, 1.5, upright, lost, 0xffffff);
  }

  private drawBuds(
    pen: Pen,
    figures: Figures,
    { picture, time }: Moment,
    index: number,
    infected: number,
  ): void {
    const place = this.places[index] as WallPlace;
    for (let bud = 0; bud < 3; bud += 1) {
      const here = presence(picture.buds, bud) * infected;
      if (here === 0) return;
      const seed = index * 3 + bud;
      const grown = (time / BUD_SECONDS + seeded(seed, 71)) % 1;
      const along =
        ((bud === 0 ? 0 : bud === 1 ? -0.3 : 0.3) + 0.1 * (seeded(seed, 72) - 0.5)) *
        (place.round ? 16 : place.length);
      const out = 4 + 9 * grown + (place.round ? 7 : 0);
      const x = place.x + Math.cos(place.angle) * along - Math.sin(place.angle) * out;
      const y = place.y + Math.sin(place.angle) * along + Math.cos(place.angle) * out;
      const size = 0.2 + 0.36 * smoothStep(0, 0.8, grown);
      pen.stamp(
        figures['virus-1'],
        x,
        y,
        size,
        size,
        seed,
        here * Math.min(1, (1 - grown) * 8, grown * 8),
        0xffffff,
      );
    }
  }
}

function healthyCell(figures: Figures, index: number): Figure {
  return index % 3 === 0
    ? figures['epithelium-0']
    : index % 3 === 1
      ? figures['epithelium-1']
      : figures['epithelium-2'];
}
