import type { Level, Snapshot } from '../engine/types.ts';
import { defaultParameters, P, Q } from '../model/generated/system.ts';
import { share, tileShare } from './scales.ts';

/** What the picture shows of a tumour and of the engineered cells that hunt it; all 0 where no CAR-T cells were infused. */
export interface TumourPicture {
  /** CAR-T cells in tissue and blood, at most {@link MOST_CAR_T}. */
  readonly carT: number;
  /** Share of them that hold a tumour cell and make interferon-γ, 0 to 1. */
  readonly engaged: number;
  /** Living cells of the tumour, {@link TUMOUR_CELLS} at infusion. */
  readonly tumour: number;
  /** Cells of the tumour killed in the last hours, and what is left of those killed in the last day. */
  readonly dying: number;
  readonly debris: number;
}

export const TUMOUR_CELLS = 36;
export const MOST_CAR_T = 18;

/** Hours for which a killed cell is seen to die, and for which its remains lie about. */
const DYING_HOURS = 8;
const DEBRIS_HOURS = 24;

/** The trigger that brings engineered cells and a tumour; other triggers use the same species for cells of the body's own. */
const ENGINEERED = 'carT';

const STANDARD = defaultParameters();
const standard = (parameter: number): number => STANDARD[parameter] ?? 0;

/**
 * CAR-T cells on the picture by their number relative to 24 000 copies/µg of genomic DNA: 15 at that number, a
 * little less than half as many for each tenth, so that one is seen at infusion and every doubling shows.
 */
export function carTCount(relative: number): number {
  return Math.min(MOST_CAR_T, 15 * Math.max(0, relative) ** 0.35);
}

/** True if the level is played with engineered cells and a tumour. */
export function hasTumour(level: Level): boolean {
  return level.trigger === ENGINEERED;
}

/** Tumour and CAR-T cells of one moment. */
export function tumourPictureOf(snapshot: Snapshot, level: Level): TumourPicture {
  if (!hasTumour(level)) return { carT: 0, engaged: 0, tumour: 0, dying: 0, debris: 0 };
  const cells = Math.max(0, snapshot.values[Q.C] ?? 0);
  const left = share(snapshot.values[Q.A] ?? 0);
  const steroid = share(snapshot.values[Q.steroidEffect] ?? 0);
  // The model's own rate of the kill, per hour, at its standard parameters.
  const killed = standard(P.kA) * cells * left * Math.max(0, 1 - standard(P.gC) * steroid ** 2);
  const ago = (hours: number): number => TUMOUR_CELLS * tileShare(left + hours * killed);
  const tumour = ago(0);
  const dying = ago(DYING_HOURS) - tumour;
  return {
    carT: carTCount(cells),
    engaged: left / (left + standard(P.KA)),
    tumour,
    dying,
    debris: ago(DEBRIS_HOURS) - tumour - dying,
  };
}
