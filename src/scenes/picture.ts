import type { Level, Snapshot } from '../engine/types.ts';
import { Q } from '../model/generated/system.ts';

/**
 * Everything that the inside view shows, as numbers. Each is derived from one
 * snapshot and from nothing else, so a seek shows the right picture at once.
 * Counts are real numbers: a figure between two whole ones is half faded in.
 */
export interface Picture {
  /** Hours since the player took over. */
  readonly hour: number;
  /** Amber motes, at most {@link MOTE_LIMITS}.il6. */
  readonly il6Motes: number;
  /** Vermilion triangles. */
  readonly tnfMotes: number;
  /** Green-blue diamonds. */
  readonly il10Motes: number;
  /** Turning of the weather, 0 calm to 1 full storm. */
  readonly storm: number;
  /** Share of maximal secretion by tissue macrophages, 0 to 0.8: the ember inside their rim. */
  readonly ember: number;
  /** Opening of the endothelium, 0 to 1: gaps, tilt, plumes. */
  readonly leak: number;
  /** Damage of the endothelium, 0 to 1: deep red fill and cracks. */
  readonly hurt: number;
  /** Height of the fluid in the alveolus: 0 dry, 1 over the middle sac's top. */
  readonly fluid: number;
  /** Rings of gas on their way from sac to blood. */
  readonly gasRings: number;
  /** Colour of the red cells: saturation, 0 to 1. */
  readonly saturation: number;
  /** Speed of the blood; 1 at a MAP of 88 mmHg. */
  readonly flow: number;
  /** Red cells turned and stacked, 0 to 1 as MAP falls from 65 to 50 mmHg. */
  readonly stacking: number;
  /** Share of the drawn cells of the alveolar wall that are infected, 0 to 1. */
  readonly infected: number;
  /** Share of those that are lost, 0 to 1. */
  readonly lost: number;
  /** Virus particles in the sacs. */
  readonly virions: number;
  /** Buds on each infected cell, 0 to 3. */
  readonly buds: number;
  /** Bacteria in sacs and tissue. */
  readonly bacteria: number;
  /** Neutrophils rolling along the wall, in its gaps, in the tissue, and in the fluid. */
  readonly rolling: number;
  readonly squeezing: number;
  readonly wandering: number;
  readonly drowning: number;
  /** T cells in the tissue. */
  readonly tCells: number;
  /** Macrophages on the stage. */
  readonly macrophages: number;
  /** Share of IL-6 receptors capped by antibody, 0 to 1. */
  readonly blockade: number;
  /** Steroid effect, 0 to 1. */
  readonly steroid: number;
  /** Antiviral effect, 0 to 1: budding stops. */
  readonly antiviral: number;
  /** Antibiotic effect, 0 to 1. */
  readonly antibiotic: number;
  /** Shapes of each drug in the blood. */
  readonly antibodyShapes: number;
  readonly steroidShapes: number;
  readonly antiviralShapes: number;
  readonly antibioticShapes: number;
  /** How far the last dose has come in from the left, 0 to 1 within its first hour. */
  readonly antibodyEntry: number;
  readonly steroidEntry: number;
  readonly antiviralEntry: number;
  readonly antibioticEntry: number;
  /** Beats a minute of the heart window. */
  readonly heartRate: number;
  /** What is left of the organs, 0 to 1: ring and dimming. */
  readonly heart: number;
  readonly kidney: number;
  /** Worst of shock and hypoxia, 0 to 1. */
  readonly alarm: number;
}

type MutablePicture = { -readonly [K in keyof Picture]: number };

/** Caps on the numbers of motes; the stage lowers that of IL-6 on small screens. */
export const MOTE_LIMITS = { il6: 2600, tnf: 160, il10: 160 } as const;

/** Motes of IL-6 by its concentration in pg/mL: 147 at 14, 416 at 100, about 1550 at 1180. */
export function il6MoteCount(concentration: number): number {
  return Math.min(MOTE_LIMITS.il6, 36 * 3.4 ** log10(concentration));
}

/** Motes of TNF-α by its concentration in pg/mL: 9 at 6, eightfold for each decade. */
export function tnfMoteCount(concentration: number): number {
  return Math.min(MOTE_LIMITS.tnf, 9 * 8 ** log10(concentration / 6));
}

/** Motes of IL-10 by its concentration in pg/mL: 10 in health (0.248), threefold for each decade. */
export function il10MoteCount(concentration: number): number {
  return Math.min(MOTE_LIMITS.il10, 10 * 3 ** log10(concentration / 0.248));
}

/** Height of the fluid by lung damage Lu (0 to 1): a third of the middle sac where PaO2/FiO2 is 150. */
export function fluidHeight(lungDamage: number): number {
  return 0.62 * share(lungDamage) ** 1.5;
}

/** Opening of the wall (0 to 1) by permeability E (0 to 1): the first tenth already shows. */
export function leakOpening(permeability: number): number {
  return share(permeability) ** 0.6;
}

/** Share of drawn cells by the share of real ones: its root, so that one in a hundred is still five of fifty. */
export function tileShare(cells: number): number {
  return Math.sqrt(share(cells));
}

/** Hours from a dose until its shapes have crossed the picture. */
const ENTRY_HOURS = 1;

/**
 * The picture of one moment.
 *
 * @param snapshot the moment; its values are read by quantity
 * @param level the level played: treatments that it lacks are never drawn
 */
export function pictureOf(snapshot: Snapshot, level: Level): Picture {
  const value = (index: number): number => snapshot.values[index] ?? 0;
  const has = (id: string): boolean => level.treatments.some((treatment) => treatment.id === id);
  const entry = (id: string): number => {
    const last = snapshot.treatments.find((treatment) => treatment.id === id)?.lastDoseHour ?? -1;
    return last < 0 ? 1 : share((snapshot.hour - last) / ENTRY_HOURS);
  };
  const fluid = fluidHeight(value(Q.Lu));
  const blood = logStep(value(Q.N), 0.01);
  const lung = logStep(value(Q.Nl), 0.1);
  const leak = leakOpening(value(Q.E));
  const antiviral = share(value(Q.antiviralEffect));
  const inTissue = 5 * lung;
  const drownedShare = share(fluid * 2.2);
  return {
    hour: snapshot.hour,
    il6Motes: il6MoteCount(value(Q.IL6)),
    tnfMotes: tnfMoteCount(value(Q.TNF)),
    il10Motes: il10MoteCount(value(Q.IL10)),
    storm: share(value(Q.stormIndex)),
    ember: 0.8 * share((Math.sqrt(Math.max(0, value(Q.K)) / 10000) - 0.22) / 0.78),
    leak,
    hurt: share((leak - 0.35) / 0.6),
    fluid,
    gasRings: 34 * share(1 - 1.9 * fluid),
    saturation: share(value(Q.SpO2) / 100),
    flow: Math.max(0, value(Q.MAP) / 88),
    stacking: share((65 - value(Q.MAP)) / 15),
    infected: tileShare(value(Q.I)),
    lost: tileShare(1 - value(Q.T) - value(Q.I)),
    virions: Math.min(60, 5 * Math.max(0, value(Q.viralLoad) - 2)),
    buds: 3 * share((value(Q.viralLoad) - 3) / 4) * (1 - antiviral),
    bacteria: Math.min(48, 8 * Math.max(0, value(Q.bacterialLoad) - 4)),
    rolling: 2 + 1.6 * blood,
    squeezing: share(leak * 1.6) * (1 + 1.6 * blood),
    wandering: inTissue * (1 - 0.3 * drownedShare),
    drowning: 1.6 * inTissue * drownedShare,
    tCells: 2 + 2 * logStep(value(Q.Z), 0.05) + 2 * logStep(value(Q.C), 0.05),
    macrophages: 3 + 2 * share((lung - 0.3) / 0.5),
    blockade: share(value(Q.occ)),
    steroid: share(value(Q.steroidEffect)),
    antiviral,
    antibiotic: share(value(Q.antibioticEffect)),
    antibodyShapes: has('tocilizumab') ? 14 * saturating(value(Q.tocC), 150) : 0,
    steroidShapes: has('dexamethasone') ? 12 * saturating(value(Q.dexC), 2) : 0,
    antiviralShapes: has('antiviral') ? 12 * antiviral : 0,
    antibioticShapes: has('antibiotic') ? 12 * share(value(Q.antibioticEffect)) : 0,
    antibodyEntry: entry('tocilizumab'),
    steroidEntry: entry('dexamethasone'),
    antiviralEntry: entry('antiviral'),
    antibioticEntry: entry('antibiotic'),
    heartRate: Math.max(0, value(Q.HR)),
    heart: share(value(Q.heartFunction)),
    kidney: share(value(Q.kidneyFunction)),
    alarm: share(Math.max(value(Q.shock), value(Q.hypoxia))),
  };
}

/**
 * The picture between two others.
 *
 * @param fraction 0 gives `before`, 1 gives `now`
 * @param into filled and returned when given, so that a frame allocates nothing
 */
export function mixPictures(before: Picture, now: Picture, fraction: number, into?: Picture): Picture {
  const mixed: MutablePicture = into ?? { ...now };
  const part = share(fraction);
  for (const key in now) {
    const name = key as keyof Picture;
    mixed[name] = before[name] + (now[name] - before[name]) * part;
  }
  return mixed;
}

function share(value: number): number {
  return Math.max(0, Math.min(1, value));
}

/** Logarithm of a concentration; what is below a thousandth counts as a thousandth. */
function log10(concentration: number): number {
  return Math.log10(Math.max(1e-3, concentration));
}

/** Decades above `unit`, starting softly at 0. */
function logStep(value: number, unit: number): number {
  return Math.log10(1 + Math.max(0, value) / unit);
}

function saturating(value: number, half: number): number {
  const amount = Math.max(0, value);
  return amount / (amount + half);
}
