import { EYE, VESSEL_HALF_WIDTH, vesselY } from '../anatomy.ts';
import type { Figure, Figures } from '../figures.ts';
import type { Moment } from '../moment.ts';
import { MOTE_LIMITS } from '../picture.ts';
import { presence, seeded, smoothStep } from '../seeds.ts';
import { MACROPHAGE_HOMES } from './cellHomes.ts';
import type { Pen } from './pen.ts';
import type { Drawable } from './spriteLayer.ts';
import { NESTS } from './tumourPlaces.ts';
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

/** Interferon-γ comes from the hunters at their nests and goes to the macrophages beside them. */
const NEST_SOURCES = [
  ...NESTS.map(({ x, y, r }) => ({ x, y, spread: r * 1.5 })),
  ...SOURCES.slice(0, 2),
] as const;

/** Calm middle of the storm, where no mote flies, and how far out the arms reach. */
const EYE_RADIUS = 84;
const ARM_REACH = 370;

/** Radians that an arm trails behind for each e-fold of distance from the eye. */
const ARM_PITCH = 2.1;

/** What the arms turn, and the share of their reach that the motes fly inwards, while the storm turns by one radian. */
const ARM_TURN = 0.22;
const INFLOW = 0.05;

/** Everything that belongs to a mote for ever. */
interface MoteSeeds {
  readonly homeX: Float32Array;
  readonly homeY: Float32Array;
  /** How far out in its arm, 0 at the eye to 1, and its angle there. */
  readonly way: Float32Array;
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
  private readonly ifng = moteSeeds(MOTE_LIMITS.ifng, 3, NEST_SOURCES);

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
    this.drawKind(pen, figures, moment, this.ifng, picture.ifngMotes, figures['mote-ifng'], 3);
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
    const turns = kind % 2 === 1;
    if (joined === 0) {
      pen.stamp(figure, calmX, calmY, size, size, turns ? phase : 0, here * 0.95, tint);
      return;
    }
    // The arms turn as one, so that they never wind up; the motes fly inwards along them, faster round the eye.
    const way = ((seeds.way[index] as number) - turn * INFLOW) % 1;
    const out = way < 0 ? way + 1 : way;
    const radius = EYE_RADIUS + ARM_REACH * out * (0.85 + 0.15 * out);
    const angle =
      (seeds.angle[index] as number) -
      ARM_PITCH * Math.log(radius / EYE_RADIUS) +
      hour * 0.5 +
      turn * ARM_TURN;
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const x = calmX + (EYE.x + radius * cos - calmX) * joined;
    const y = calmY + (EYE.y + radius * WEATHER_TILT * sin - calmY) * joined;
    const inwards = ARM_REACH * INFLOW;
    const around = ARM_TURN * radius + ARM_PITCH * inwards;
    const heading = Math.atan2(WEATHER_TILT * (around * cos - inwards * sin), -around * sin - inwards * cos);
    const seen = here * (1 - joined + joined * smoothStep(0, 0.05, out) * smoothStep(1, 0.94, out));
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
        seen * joined * 0.7,
        AMBER,
      );
    }
    pen.stamp(figure, x, y, size, size, turns ? heading : 0, seen * (0.95 - 0.15 * joined), tint);
  }
}

function moteSeeds(count: number, kind: number, sources = SOURCES): MoteSeeds {
  const of = (make: (index: number) => number): Float32Array =>
    Float32Array.from({ length: count }, (_, index) => make(index));
  const base = 300 + kind * 40;
  const source = (index: number) =>
    sources[Math.floor(sources.length * seeded(index, base))] as (typeof sources)[number];
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
    way: of((index) => seeded(index, base + 4)),
    // Two arms that trail outwards, with stragglers between.
    angle: of((index) => {
      const arm = Math.PI * Math.floor(2 * seeded(index, base + 5));
      const scatter =
        (seeded(index, base + 6) + seeded(index, base + 7) + seeded(index, base + 11) - 1.5) * 0.8;
      return arm + scatter;
    }),
    joins: of((index) => 0.22 + 0.42 * seeded(index, base + 8)),
    size: of((index) =>
      kind === 0
        ? 0.34 + 0.5 * seeded(index, base + 9) ** 2
        : (kind === 3 ? 0.74 : 0.6) + 0.25 * seeded(index, base + 9),
    ),
    phase: of((index) => 2 * Math.PI * seeded(index, base + 10)),
  };
}
