import { SACS, sacDepth, VESSEL_HALF_WIDTH, vesselSlope, vesselY } from '../anatomy.ts';
import type { Figure, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { presence, seeded, smoothStep } from '../seeds.ts';
import type { Pen, Pose } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';

const MOST_BACTERIA = 48;
const MOST_IN_BLOOD = 18;

/** Share of the drawn bacteria that are bulging or burst under an antibiotic at full effect; it goes by the root of the effect. */
const BURSTING = 0.8;

/** Seconds from the first bulge of a wall until what is left of it has gone. */
const BURST_SECONDS = 9;

const STREAM_LENGTH = 950;

/** So far from the wall of the sacs they live; none swims in the air. */
const DEEPEST = 36;

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Bacteria on the floor of the sacs and in the tissue below, or carried by the blood; an antibiotic bursts them. */
export class Bacteria implements Drawable {
  private readonly inBlood: boolean;
  private readonly spots: readonly Spot[] = Array.from({ length: MOST_BACTERIA }, (_, index) =>
    bacteriumSpot(index),
  );
  private readonly pose: Pose = { x: 0, y: 0, size: 1, rotation: 0, alpha: 1 };

  /** @param inBlood true draws those in the vessel, false the others */
  constructor(inBlood: boolean) {
    this.inBlood = inBlood;
  }

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    const count = this.inBlood ? moment.picture.bacteraemia : moment.picture.bacteria;
    const most = this.inBlood ? MOST_IN_BLOOD : MOST_BACTERIA;
    for (let index = 0; index < most; index += 1) {
      this.pose.alpha = presence(count, index);
      if (this.pose.alpha === 0) return;
      if (this.inBlood) this.placeInBlood(moment, index);
      else this.placeInTissue(moment, index);
      this.drawOne(pen, figures, moment, index);
    }
  }

  private placeInTissue({ time }: Moment, index: number): void {
    const { pose } = this;
    const spot = this.spots[index] as Spot;
    pose.x = spot.x + 10 * Math.sin(time * 0.22 + index * 1.3);
    pose.y = spot.y + 6 * Math.sin(time * 0.19 + index * 2.1);
    pose.rotation = 6.28 * seeded(index, 92) + 0.5 * Math.sin(time * 0.4 + index);
    pose.size = 0.62 + 0.3 * seeded(index, 93);
  }

  /** The stream carries them, slower than red cells, and tumbles them. */
  private placeInBlood({ time, flowed }: Moment, index: number): void {
    const { pose } = this;
    const across = 1.7 * (seeded(index, 192) - 0.5);
    const speed = 0.5 + 0.4 * Math.sqrt(1 - across * across);
    pose.x = ((STREAM_LENGTH * seeded(index, 191) + flowed * speed) % STREAM_LENGTH) - 55;
    pose.y = vesselY(pose.x) + across * (VESSEL_HALF_WIDTH - 10) + 2 * Math.sin(time * 0.7 + index);
    pose.rotation =
      vesselSlope(pose.x) + 6.28 * seeded(index, 193) + 0.25 * time * (seeded(index, 194) - 0.5);
    pose.size = 0.56 + 0.18 * seeded(index, 195);
  }

  private drawOne(pen: Pen, figures: Figures, { picture, time, reducedMotion }: Moment, index: number): void {
    const { pose } = this;
    const kind = index % 4 === 3 ? figures['bacterium-1'] : figures['bacterium-0'];
    const bursting = smoothStep(0, 0.1, BURSTING * Math.sqrt(picture.antibiotic) - seeded(index, 196));
    if (bursting === 0) {
      pen.lay(kind, pose, 1);
      return;
    }
    // Each is at its own point between whole and gone; without motion it stays there.
    const way = (seeded(index, 197) + (reducedMotion ? 0 : time / BURST_SECONDS)) % 1;
    const bulges = smoothStep(0.2, 0.34, way);
    const bursts = smoothStep(0.5, 0.58, way);
    this.layPart(pen, kind, 1 - bursting * bulges);
    this.layPart(pen, figures['bacterium-bulging'], bursting * bulges * (1 - bursts));
    pose.size *= 1 + 0.35 * bursts * way;
    this.layPart(pen, figures['bacterium-burst'], bursting * bursts * (1 - smoothStep(0.74, 0.98, way)));
  }

  private layPart(pen: Pen, figure: Figure, alpha: number): void {
    if (alpha > 0) pen.lay(figure, this.pose, alpha);
  }
}

function bacteriumSpot(index: number): Spot {
  for (let attempt = 0; attempt < 60; attempt += 1) {
    const x = 150 + 440 * seeded(index, 200 + attempt);
    const y = 190 + 180 * seeded(index, 260 + attempt);
    const depth = sacDepth(x, y);
    const nearTheFloor = depth > 14 && depth < DEEPEST;
    if (nearTheFloor || depth < -18) return { x, y };
  }
  return { x: SACS[0].x, y: SACS[0].y };
}
