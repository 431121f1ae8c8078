import { VESSEL_HALF_WIDTH, vesselY } from '../anatomy.ts';
import type { Figure, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded } from '../seeds.ts';
import type { Pen, Pose } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';
import { HUNTS, type Hunt, hunterPlace, NESTS, type Nest, type Place, tumourCells } from './tumourPlaces.ts';

/** Dark light around a cell that parts it from what lies behind. */
const NIGHT = 0x050816;

/** Seconds in which a CAR-T cell tumbles once around itself. */
const TUMBLE_SECONDS = 40;

/** Size of a CAR-T cell against the drawn one, and the blood's speed that carries it. */
const CAR_T_SIZE = 0.8;
const STREAM_LENGTH = 960;
const STREAM_SPEED = 0.42;

/** Nests of tumour cells that are eaten from their rim; what has just been killed lies where it lived. */
export class Tumour implements Drawable {
  private readonly cells = tumourCells();

  draw(pen: Pen, figures: Figures, { picture, time }: Moment): void {
    const { tumour, dying, debris } = picture;
    if (tumour + dying + debris < 0.3) return;
    for (let index = this.cells.length - 1; index >= 0; index -= 1) {
      const cell = this.cells[index] as (typeof this.cells)[number];
      const alive = presence(tumour, index);
      const dies = presence(tumour + dying, index) - alive;
      const lies = presence(tumour + dying + debris, index) - alive - dies;
      if (alive + dies + lies < 0.004) continue;
      const x = cell.x + 1.6 * Math.sin(time * 0.31 + index * 1.9);
      const y = cell.y + 1.3 * Math.sin(time * 0.27 + index * 2.7);
      const breath = cell.size * (1 + 0.025 * Math.sin(time * 1.2 + index));
      const turn = cell.turn + 0.06 * Math.sin(time * 0.23 + index);
      const glow = figures['glow-soft'];
      pen.dot(glow, x, y, (26 * cell.size) / glow.radius, (alive + dies) * 0.5, NIGHT);
      pen.stamp(figures['tumour-debris'], x, y, cell.size, cell.size, turn, lies * 0.7, 0xffffff);
      // It trembles as it falls to pieces.
      const shiver = dies > 0 ? 0.7 * Math.sin(time * 5 + index * 3) : 0;
      pen.stamp(figures['tumour-dying'], x + shiver, y, cell.size, cell.size, turn, dies, 0xffffff);
      pen.stamp(kindOf(figures, cell.kind), x, y, breath, breath, turn, alive, 0xffffff);
    }
  }
}

function kindOf(figures: Figures, kind: 0 | 1 | 2): Figure {
  return kind === 0 ? figures['tumour-0'] : kind === 1 ? figures['tumour-1'] : figures['tumour-2'];
}

/** CAR-T cells at the rim of the tumour, holding its cells, and those that the blood still carries. */
export class CarTCells implements Drawable {
  private readonly inBlood: boolean;
  private readonly pose: Pose = { x: 0, y: 0, size: CAR_T_SIZE, rotation: 0, alpha: 1 };
  private readonly place: Place = { x: 0, y: 0 };

  /** @param inBlood true draws those in the vessel, false those in the tissue */
  constructor(inBlood: boolean) {
    this.inBlood = inBlood;
  }

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    const { carT } = moment.picture;
    for (let index = 0; index < HUNTS.length && index < carT; index += 1) {
      const hunt = HUNTS[index] as Hunt;
      if ((hunt.nest === null) !== this.inBlood) continue;
      this.pose.alpha = presence(carT, index);
      if (this.pose.alpha === 0) continue;
      if (hunt.nest === null) this.drawCarried(pen, figures, moment, index);
      else this.drawHunter(pen, figures, moment, index, NESTS[hunt.nest] as Nest, hunt.turn);
    }
  }

  private drawHunter(
    pen: Pen,
    figures: Figures,
    { picture, time }: Moment,
    index: number,
    nest: Nest,
    direction: number,
  ): void {
    const { pose, place } = this;
    hunterPlace(nest, direction, picture.tumour, place);
    const held = picture.engaged;
    const drift = 1 - 0.7 * held;
    pose.x = place.x + drift * 5 * Math.sin(time * 0.34 + index * 2.1);
    pose.y = place.y + drift * 4 * Math.sin(time * 0.29 + index * 1.3);
    pose.rotation = index * 1.7 + (time / TUMBLE_SECONDS) * 6.28 * drift;
    this.drawCell(pen, figures, picture.steroid, held * (0.75 + 0.25 * Math.sin(time * 1.6 + index * 1.9)));
    // The contact: it faces the middle of the nest, and its light comes and goes with the blows.
    const towards = direction + Math.PI;
    const reach = 15 * pose.size;
    const blow = 0.7 + 0.3 * Math.sin(time * 2.1 + index * 2.6);
    pen.stamp(
      figures.synapse,
      pose.x + reach * Math.cos(towards),
      pose.y + reach * Math.sin(towards),
      1,
      1,
      towards,
      pose.alpha * held * blow,
      0xffffff,
    );
  }

  private drawCarried(pen: Pen, figures: Figures, { picture, time, flowed }: Moment, index: number): void {
    const { pose } = this;
    const carried = STREAM_LENGTH * seeded(index, 181) + flowed * STREAM_SPEED;
    pose.x = (carried % STREAM_LENGTH) - 60;
    pose.y = vesselY(pose.x) + (VESSEL_HALF_WIDTH - 24) * (2 * seeded(index, 182) - 1);
    pose.rotation = time * 0.25 + index;
    this.drawCell(pen, figures, picture.steroid, 0);
  }

  private drawCell(pen: Pen, figures: Figures, steroid: number, ember: number): void {
    const { pose } = this;
    const glow = figures['glow-soft'];
    pen.dot(glow, pose.x, pose.y, (34 * pose.size) / glow.radius, pose.alpha * 0.45, NIGHT);
    pen.lay(figures['car-t'], pose, 1);
    pen.lay(figures['car-t-ember'], pose, 0.8 * ember * (1 - steroid / 2));
    pen.lay(figures['car-t-rim'], pose, 1 - steroid / 2);
  }
}
