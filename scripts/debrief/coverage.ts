/** Intervals of debriefs held against what brute force found. */
import type { Debrief, Estimate, Mark } from '../../src/analysis/debrief/types.ts';
import type { TimedCommand } from '../../src/engine/types.ts';
import type { CoverageCase } from './coverageCases.ts';
import type { ReferenceCase, ReferenceChance } from './referenceFile.ts';

/** One interval and the truth it should hold. */
export interface Held {
  readonly level: string;
  /** 'gain': a decision against leaving it out. 'loss': what was done against what was named as the best. */
  readonly kind: 'gain' | 'loss';
  readonly mark: string;
  readonly estimate: Estimate;
  readonly truth: ReferenceChance;
  readonly isInside: boolean;
}

const isSame = (a: readonly TimedCommand[], b: readonly TimedCommand[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

function held(
  level: string,
  kind: Held['kind'],
  mark: string,
  estimate: Estimate,
  truth: ReferenceChance,
): Held {
  const isInside = estimate.low <= truth.value && truth.value <= estimate.high;
  return { level, kind, mark, estimate, truth, isInside };
}

/** What a mark says that brute force knows: its gain, and its loss where the best alternative is one of the case's. */
function holdMark(one: CoverageCase, found: ReferenceCase, mark: Mark): readonly Held[] {
  const moment = found.moments.find(({ hour }) => hour * 20 === mark.tick);
  if (moment === undefined) return [];
  const negated = ({ value, se }: ReferenceChance): ReferenceChance => ({ value: -value, se });
  const arm = one.arms.findIndex((commands) => isSame(commands, mark.bestCommands));
  const omitted = moment.better[0] as ReferenceChance;
  const isLost = mark.best !== null && arm >= 0;
  return [
    ...(mark.gain === null ? [] : [held(found.level, 'gain', mark.id, mark.gain, negated(omitted))]),
    ...(isLost ? [held(found.level, 'loss', mark.id, mark.loss, lossOf(moment.better[arm]))] : []),
  ];
}

/** A loss is what the other arm is better by, and nothing where it is not. */
function lossOf(better: ReferenceChance | undefined): ReferenceChance {
  if (better === undefined) throw new RangeError('The reference lacks an arm of its case.');
  return { ...better, value: Math.max(better.value, 0) };
}

export function holdDebrief(one: CoverageCase, found: ReferenceCase, { marks }: Debrief): readonly Held[] {
  return marks.flatMap((mark) => holdMark(one, found, mark));
}
