import { EYE, VESSEL_HALF_WIDTH, vesselY } from '../anatomy.ts';
import type { Figure, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { MOTE_LIMITS } from '../picture.ts';
import { presence, seeded, smoothStep } from '../seeds.ts';
import { MACROPHAGE_HOMES } from './cellHomes.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';
import { WEATHER_TILT } from './weather.ts';

/** Colour of the streaks of IL-6, which are drawn white. */
const AMBER = 0xf5a524;

/** Warms the pale middle of the motes of IL-6, so that a crowd of them is amber too. */
const AMBER_MOTE = 0xffeeb8;
const WHITE = 0xffffff;

/** Length of the drawn streak. */
const STREAK_LENGTH = 64;

/** Where motes are born, and which share of them. */
const SOURCES: readonly { readonly x: number; readonly y: number; readonly spread: number }[] = [
  ...MACROPHAGE_HOMES.slice(0, 3).map(({ x, y, size }) => ({ x, y, spread: 62 * size })),
  { x: EYE.x, y: EYE.y - 10, spread: 120 },
  { x: 400, y: 385, spread: 330 },
];

/** Everything that belongs to a mote for ever. */
interface MoteSeeds {
  readonly homeX: Float32Array;
  readonly homeY: Float32Array;
  readonly radius: Float32Array;
  readonly angle: Float32Array;
  readonly joins: Float32Array;
  readonly size: Float32Array;
  readonly phase: Float32Array;
}

/** Cytokines as motes: a random walk around the cells that make them, in a storm a spiral around its eye. */
export class MoteField implements Drawable {
  private readonly il6 = moteSeeds(MOTE_LIMITS.il6, 0);
  private readonly tnf = moteSeeds(MOTE_LIMITS.tnf, 1);
  private readonly il10 = moteSeeds(MOTE_LIMITS.il10, 2);

  draw(pen: Pen, figures: Figures, moment: Moment): void {
    const { picture, stage } = moment;
    this.drawKind(
      pen,
      figures,
      moment,
      this.il6,
      Math.min(picture.il6Motes, stage.moteLimit),
      figures['mote-il6'],
      0,
    );
    this.drawKind(pen, figures, moment, this.tnf, picture.tnfMotes, figures['mote-tnf'], 1);
    this.drawKind(pen, figures, moment, this.il10, picture.il10Motes, figures['mote-il10'], 2);
  }

  private drawKind(
    pen: Pen,
    figures: Figures,
    moment: Moment,
    seeds: MoteSeeds,
    count: number,
    figure: Figure,
    kind: number,
  ): void {
    if (!moment.reducedMotion) {
      for (let index = 0; index < count; index += 1)
        this.drawMote(pen, figures, moment, seeds, index, figure, kind, presence(count, index), 0);
      return;
    }
    // Still pictures, one for each hour, each fading into the next over its last fifth.
    const hour = Math.floor(moment.picture.hour);
    const next = smoothStep(0.8, 1, moment.picture.hour - hour);
    for (let index = 0; index < count; index += 1) {
      const here = presence(count, index);
      this.drawMote(pen, figures, moment, seeds, index, figure, kind, here * (1 - next), hour);
      if (next > 0) this.drawMote(pen, figures, moment, seeds, index, figure, kind, here * next, hour + 1);
    }
  }

  private drawMote(
    pen: Pen,
    figures: Figures,
    { picture, time, turn }: Moment,
    seeds: MoteSeeds,
    index: number,
    figure: Figure,
    kind: number,
    here: number,
    hour: number,
  ): void {
    const phase = (seeds.phase[index] as number) + hour * 2.4;
    const homeX = seeds.homeX[index] as number;
    const homeY = seeds.homeY[index] as number;
    const calmX = homeX + 13 * Math.sin(time * 0.33 + phase) + 5 * Math.sin(time * 0.71 + phase * 3.1);
    const calmY = homeY + 11 * Math.sin(time * 0.29 + phase * 1.7) + 5 * Math.sin(time * 0.63 + phase * 2.3);
    const joined = smoothStep(0, 0.16, picture.storm - (seeds.joins[index] as number));
    const size = seeds.size[index] as number;
    const tint = kind === 0 ? AMBER_MOTE : WHITE;
    if (joined === 0) {
      pen.stamp(figure, calmX, calmY, size, size, kind === 1 ? phase : 0, here * 0.95, tint);
      return;
    }
    const radius = seeds.radius[index] as number;
    // Faster near the eye, as wind is.
    const angle = (seeds.angle[index] as number) + hour * 0.5 + turn * (90 / (radius + 60));
    const x = calmX + (EYE.x + radius * Math.cos(angle) - calmX) * joined;
    const y = calmY + (EYE.y + radius * WEATHER_TILT * Math.sin(angle) - calmY) * joined;
    const heading = Math.atan2(WEATHER_TILT * Math.cos(angle), -Math.sin(angle));
    const length = (8 + (30 * 280) / (radius + 170)) * joined * Math.min(1, picture.storm * 1.2);
    if (kind === 0) {
      const reach = (length / STREAK_LENGTH) * (0.7 + 0.6 * size);
      pen.stamp(
        figures.streak,
        x - Math.cos(heading) * length * 0.5,
        y - Math.sin(heading) * length * 0.5,
        reach,
        0.5 * size + 0.22,
        heading,
        here * joined * 0.7,
        AMBER,
      );
    }
    pen.stamp(figure, x, y, size, size, kind === 1 ? heading : 0, here * (0.95 - 0.15 * joined), tint);
  }
}

/** Calm middle of the storm, where no mote flies. */
const EYE_RADIUS = 84;

function orbitRadius(index: number, base: number): number {
  return EYE_RADIUS + 370 * seeded(index, base + 4) ** 1.15;
}

function moteSeeds(count: number, kind: number): MoteSeeds {
  const of = (make: (index: number) => number): Float32Array =>
    Float32Array.from({ length: count }, (_, index) => make(index));
  const base = 300 + kind * 40;
  const source = (index: number) =>
    SOURCES[Math.floor(SOURCES.length * seeded(index, base))] as (typeof SOURCES)[number];
  const away = (index: number, spread: number): number =>
    spread * (0.34 + 0.86 * Math.sqrt(seeded(index, base + 1)));
  const direction = (index: number): number => 2 * Math.PI * seeded(index, base + 2);
  const homeX = of(
    (index) => source(index).x + away(index, source(index).spread) * Math.cos(direction(index)),
  );
  return {
    homeX,
    homeY: of((index) => {
      const { y, spread } = source(index);
      const x = homeX[index] as number;
      const height = y + away(index, Math.min(spread, 110)) * 0.8 * Math.sin(direction(index));
      // Most stay in the tissue; some are already in the blood.
      return seeded(index, base + 3) < 0.85 ? Math.min(height, vesselY(x) - VESSEL_HALF_WIDTH - 12) : height;
    }),
    radius: of((index) => orbitRadius(index, base)),
    // Two arms that trail outwards, with stragglers between.
    angle: of((index) => {
      const radius = orbitRadius(index, base);
      const arm = Math.PI * Math.floor(2 * seeded(index, base + 5));
      const scatter =
        (seeded(index, base + 6) + seeded(index, base + 7) + seeded(index, base + 11) - 1.5) * 0.8;
      return arm - 2.1 * Math.log(radius / EYE_RADIUS) + scatter;
    }),
    joins: of((index) => 0.22 + 0.42 * seeded(index, base + 8)),
    size: of((index) =>
      kind === 0 ? 0.34 + 0.5 * seeded(index, base + 9) ** 2 : 0.6 + 0.25 * seeded(index, base + 9),
    ),
    phase: of((index) => 2 * Math.PI * seeded(index, base + 10)),
  };
}
