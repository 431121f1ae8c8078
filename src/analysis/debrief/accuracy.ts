/** The accuracy of a game: how much of what was at stake was kept. */
import type { Accuracy, Mark } from './types.ts';

const FULL = 100;
/** A game counts as if at least one blunder had been at stake (share), so that nothing much lost of not much is little. */
const LEAST_STAKE = 0.2;

/**
 * 100 x (1 - lost / at stake) over all decisions and missed windows, rounded: what was lost is the loss of each
 * mark, what was at stake is how much its alternatives differed. So an easy moment weighs little and a hard one much.
 * Never above 100 less the points of the largest single loss: one blunder is not made good by many easy moments.
 */
export function accuracyOf(marks: readonly Mark[]): Accuracy {
  let lost = 0;
  let atStake = 0;
  let worstLoss = 0;
  for (const { kind, loss, difficulty } of marks) {
    // A drift is made of marks that are counted by themselves; its joint loss only limits.
    worstLoss = Math.max(worstLoss, loss.value);
    if (kind === 'drift') continue;
    lost += loss.value;
    atStake += Math.max(difficulty, loss.value);
  }
  const share = 1 - lost / Math.max(atStake, LEAST_STAKE);
  const value = Math.floor(FULL * Math.min(share, 1 - worstLoss) + 0.5);
  return { value: Math.min(Math.max(value, 0), FULL), lost, atStake, worstLoss };
}
