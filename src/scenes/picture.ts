import type { Level, Snapshot } from '../engine/types.ts';
import { defaultParameters, P, Q } from '../model/generated/system.ts';
import { type DrugPicture, drugPictureOf } from './drugPicture.ts';
import { log10, logStep, share, tileShare } from './scales.ts';
import { hasTumour, type TumourPicture, tumourPictureOf } from './tumourPicture.ts';

/**
 * Everything that the inside view shows, as numbers. Each is derived from one
 * snapshot and from nothing else, so a seek shows the right picture at once.
 * Counts are real numbers: a figure between two whole ones is half faded in.
 */
export interface Picture extends DrugPicture, TumourPicture {
  /** Hours since the player took over. */
  readonly hour: number;
  /** Amber motes, at most {@link MOTE_LIMITS}.il6. */
  readonly il6Motes: number;
  /** Vermilion triangles. */
  readonly tnfMotes: number;
  /** Green-blue diamonds. */
  readonly il10Motes: number;
  /** Lime pairs. */
  readonly ifngMotes: number;
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
  /** Bacteria that the blood carries. */
  readonly bacteraemia: number;
  /** Endotoxin from burst bacteria, as a pale violet haze, 0 to 1. */
  readonly endotoxin: number;
  /** Neutrophils rolling along the wall, in its gaps, in the tissue, and in the fluid. */
  readonly rolling: number;
  readonly squeezing: number;
  readonly wandering: number;
  readonly drowning: number;
  /** T cells in the tissue. */
  readonly tCells: number;
  /** Macrophages on the stage. */
  readonly macrophages: number;
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
export const MOTE_LIMITS = { il6: 2600, tnf: 160, il10: 160, ifng: 160 } as const;

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

/** Motes of interferon-γ by its concentration in pg/mL: 12 at 40, fivefold for each decade, none in health. */
export function ifngMoteCount(concentration: number): number {
  return Math.min(MOTE_LIMITS.ifng, 12 * 5 ** log10(concentration / 40));
}

/** Height of the fluid by lung damage Lu (0 to 1): a third of the middle sac where PaO2/FiO2 is 150. */
export function fluidHeight(lungDamage: number): number {
  return 0.62 * share(lungDamage) ** 1.5;
}

/** Opening of the wall (0 to 1) by permeability E (0 to 1): the first tenth already shows. */
export function leakOpening(permeability: number): number {
  return share(permeability) ** 0.6;
}

const STANDARD = defaultParameters();

/**
 * Glow of the macrophages (0 to 0.8) by what drives them most: the lung's own cytokine (pg/mL), the activation of
 * phagocytes in the body (0 to about 1), or interferon-γ (pg/mL) by the root of the model's effect of it.
 */
export function macrophageEmber(lungCytokine: number, activated: number, interferon: number): number {
  const lung = (Math.sqrt(Math.max(0, lungCytokine) / 10000) - 0.22) / 0.78;
  const body = (activated - 0.15) / 0.85;
  const called = Math.max(0, interferon) ** 1.5;
  const byInterferon = Math.sqrt(called / (called + (STANDARD[P.KG] ?? 1) ** 1.5));
  return 0.8 * share(Math.max(lung, body, byInterferon));
}

/**
 * Bacteria in sacs and tissue by their load in log10 CFU/mL: none below 4, eight for each decade up to 6, where a
 * sepsis is about to begin, and twenty for each above.
 */
function bacteriaCount(load: number): number {
  return Math.min(48, 8 * Math.max(0, Math.min(load, 6) - 4) + 20 * Math.max(0, load - 6));
}

/**
 * Haze of endotoxin (0 to 1) by its amount in ng/kg: begins at a hundredth, whole at the 2 ng/kg that
 * volunteers are given, in decades between.
 */
function endotoxinHaze(amount: number): number {
  return share(logStep(amount, 0.01) / logStep(2, 0.01));
}

/**
 * The picture of one moment.
 *
 * @param snapshot the moment; its values are read by quantity
 * @param level the level played: treatments that it lacks are never drawn
 */
export function pictureOf(snapshot: Snapshot, level: Level): Picture {
  const value = (index: number): number => snapshot.values[index] ?? 0;
  const fluid = fluidHeight(value(Q.Lu));
  const blood = logStep(value(Q.N), 0.01);
  const lung = logStep(value(Q.Nl), 0.1);
  const leak = leakOpening(value(Q.E));
  const drugs = drugPictureOf(snapshot, level);
  const engineered = hasTumour(level);
  const inTissue = 5 * lung;
  const drownedShare = share(fluid * 2.2);
  return {
    hour: snapshot.hour,
    il6Motes: il6MoteCount(value(Q.IL6)),
    tnfMotes: tnfMoteCount(value(Q.TNF)),
    il10Motes: il10MoteCount(value(Q.IL10)),
    ifngMotes: ifngMoteCount(value(Q.G)),
    storm: share(value(Q.stormIndex)),
    ember: macrophageEmber(value(Q.K), value(Q.N), value(Q.G)),
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
    buds: 3 * share((value(Q.viralLoad) - 3) / 4) * (1 - drugs.antiviral),
    bacteria: bacteriaCount(value(Q.bacterialLoad)),
    bacteraemia: Math.min(18, 7.5 * Math.max(0, value(Q.bacterialLoad) - 5)),
    endotoxin: endotoxinHaze(value(Q.L)),
    rolling: 2 + 1.6 * blood,
    squeezing: share(leak * 1.6) * (1 + 1.6 * blood),
    wandering: inTissue * (1 - 0.3 * drownedShare),
    drowning: 1.6 * inTissue * drownedShare,
    // Engineered cells are drawn for what they are; where a tumour stands there is no room for more macrophages.
    tCells: 2 + 2 * logStep(value(Q.Z), 0.05) + (engineered ? 0 : 2 * logStep(value(Q.C), 0.05)),
    macrophages: engineered ? 3 : 3 + 2 * share((lung - 0.3) / 0.5),
    ...drugs,
    ...tumourPictureOf(snapshot, level),
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
