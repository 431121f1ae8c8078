import { fluidY, SACS, sacDepth, type WallPlace, wallPlaces } from '../anatomy.ts';
import type { Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded } from '../seeds.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const MOST_VIRIONS = 60;
const MOST_BACTERIA = 48;

/** Cells of the wall from which the drawn virus has come: the first to be infected. */
const SOURCE_CELLS = 13;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Free virus near the cells that shed it, and bacteria on the floor of the sacs and in the tissue below. */
export class Pathogens implements Drawable {
  private readonly virusSpots: readonly Spot[];
  private readonly bacteriumSpots: readonly Spot[];

  constructor() {
    const places = wallPlaces();
    this.virusSpots = Array.from({ length: MOST_VIRIONS }, (_, index) => virusSpot(places, index));
    this.bacteriumSpots = Array.from({ length: MOST_BACTERIA }, (_, index) => bacteriumSpot(index));
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
    for (let index = 0; index < MOST_BACTERIA; index += 1) {
      const here = presence(picture.bacteria, index);
      if (here === 0) break;
      const spot = this.bacteriumSpots[index] as Spot;
      const heading = 6.28 * seeded(index, 92) + 0.5 * Math.sin(time * 0.4 + index);
      const x = spot.x + 10 * Math.sin(time * 0.22 + index * 1.3);
      const y = spot.y + 6 * Math.sin(time * 0.19 + index * 2.1);
      const size = 0.62 + 0.3 * seeded(index, 93);
      // Antibiotic thins their walls before it kills them.
      pen.stamp(
        index % 4 === 3 ? figures['bacterium-1'] : figures['bacterium-0'],
        x,
        y,
        size,
        size,
        heading,
        here * (1 - 0.45 * picture.antibiotic),
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

function bacteriumSpot(index: number): Spot {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const x = 150 + 440 * seeded(index, 200 + attempt);
    const y = 190 + 180 * seeded(index, 260 + attempt);
    const depth = sacDepth(x, y);
    if (depth > 14 || depth < -18) return { x, y };
  }
  return { x: SACS[0].x, y: SACS[0].y };
}
