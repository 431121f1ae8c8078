import { fluidY, SACS, sacDepth, type WallPlace, wallPlaces } from '../anatomy.ts';
import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const MOST_VIRIONS = 60;

/** Cells of the wall from which the drawn virus has come: the first to be infected. */
const SOURCE_CELLS = 13;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Free virus near the cells that shed it. */
export class Virions implements Drawable {
  private readonly virusSpots: readonly Spot[];

  constructor() {
    const places = wallPlaces();
    this.virusSpots = Array.from({ length: MOST_VIRIONS }, (_, index) => virusSpot(places, index));
  }

  draw(pen: Pen, figures: Figures, { picture, time }: Moment): void {
    const level = fluidY(picture.fluid);
    for (let index = 0; index < MOST_VIRIONS; index += 1) {
      const here = presence(picture.virions, index);
      if (here === 0) break;
      const spot = this.virusSpots[index] as Spot;
      const slow = spot.y > level ? 0.6 : 1;
      const x =
        spot.x + 7 * Math.sin(time * 0.31 * slow + index * 1.7) + 3 * Math.sin(time * 0.83 * slow + index);
      const y = spot.y + 6 * Math.sin(time * 0.27 * slow + index * 2.9);
      const size = 0.5 + 0.25 * seeded(index, 91);
      pen.stamp(
        index % 3 === 0 ? figures['virus-0'] : index % 3 === 1 ? figures['virus-1'] : figures['virus-2'],
        x,
        y,
        size,
        size,
        time * 0.12 + index,
        here,
        0xffffff,
      );
    }
  }
}

/** A place inside the sacs, some way in from a cell of the wall. */
function virusSpot(places: readonly WallPlace[], index: number): Spot {
  const place = places[Math.floor(SOURCE_CELLS * seeded(index, 94) ** 1.2)] as WallPlace;
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const out = 14 + 62 * seeded(index, 95 + attempt) ** 1.4;
    const along = 46 * (seeded(index, 145 + attempt) - 0.5);
    const x = place.x + Math.cos(place.angle) * along - Math.sin(place.angle) * out;
    const y = place.y + Math.sin(place.angle) * along + Math.cos(place.angle) * out;
    if (sacDepth(x, y) > 12) return { x, y };
  }
  return { x: SACS[0].x, y: SACS[0].y + 80 };
}
