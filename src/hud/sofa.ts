/** SOFA by organ, from what the viewer may know. */
import type { GameView } from '../app/types.ts';
import { Q } from '../model/generated/system.ts';
import { lastKnown } from './labReadings.ts';

export const ORGANS = ['lungs', 'blood', 'liver', 'heart', 'brain', 'kidneys'] as const;
export type Organ = (typeof ORGANS)[number];

/** The quantity of the model behind each ring. */
export const OBSERVABLE = {
  lungs: 'sofaLungs',
  blood: 'sofaBlood',
  liver: 'sofaLiver',
  heart: 'sofaHeart',
  brain: 'sofaBrain',
  kidneys: 'sofaKidneys',
} as const;

export interface SofaReading {
  /** Points 0 to 4 by organ; null where nothing was measured. */
  readonly points: Readonly<Record<Organ, number | null>>;
  /** Sum of what is known. */
  readonly sum: number;
  /** True when every organ is known. */
  readonly complete: boolean;
}

function count(
  value: number,
  limits: readonly number[],
  isPast: (value: number, limit: number) => boolean,
): number {
  return limits.filter((limit) => isPast(value, limit)).length;
}

/**
 * Lung points from a measured PaO2/FiO2 (mmHg). As in the model, and so in the score, the two highest do not ask
 * for ventilatory support, which Vincent et al. 1996 do.
 */
export function lungPoints(pf: number): number {
  return count(pf, [400, 300, 200, 100], (value, limit) => value < limit);
}

/** Kidney points from a measured creatinine in µmol/L (Vincent et al. 1996). */
export function kidneyPoints(creatinine: number): number {
  return count(creatinine, [110, 171, 300, 440], (value, limit) => value >= limit);
}

/**
 * In student mode the model's own score. In clinician mode circulation and
 * consciousness are seen at the bedside, lungs and kidneys come from the last
 * measured PaO2/FiO2 and creatinine, and blood and liver stay unknown: no
 * level offers platelets or bilirubin.
 */
export function sofaReading(game: GameView): SofaReading {
  const seen = (organ: Organ): number => Math.round(game.now.values[Q[OBSERVABLE[organ]]] ?? 0);
  if (game.mode === 'student') {
    const all = Object.fromEntries(ORGANS.map((organ) => [organ, seen(organ)])) as Record<Organ, number>;
    return summed(all);
  }
  const pf = lastKnown(game, 'PF');
  const creatinine = lastKnown(game, 'creatinine');
  return summed({
    lungs: pf === null ? null : lungPoints(pf),
    blood: null,
    liver: null,
    heart: seen('heart'),
    brain: seen('brain'),
    kidneys: creatinine === null ? null : kidneyPoints(creatinine),
  });
}

function summed(points: Readonly<Record<Organ, number | null>>): SofaReading {
  const known = ORGANS.map((organ) => points[organ]).filter((value) => value !== null);
  return {
    points,
    sum: known.reduce((sum, value) => sum + value, 0),
    complete: known.length === ORGANS.length,
  };
}
