/** What the viewer may know about the objectives. */
import type { GameView } from '../app/types.ts';
import type { Objective, ObjectiveStatus } from '../engine/types.ts';
import { LAB_ORDER } from './labReadings.ts';

export type GoalStatus = ObjectiveStatus | 'unknown';

/** True when the quantity of an objective is a laboratory value, which a clinician must order to know. */
export function isLabObjective(objective: Objective): boolean {
  return (LAB_ORDER as readonly string[]).includes(objective.quantity);
}

/** True when an objective asks for something to be reached, not to be kept. */
function isToReach({ rule }: Objective): boolean {
  return rule === 'reachBelow' || rule === 'reachAbove';
}

/**
 * Status of each objective. In clinician mode one about a laboratory value is
 * judged by the measured results alone: the engine's own verdict would tell
 * what nobody has measured.
 */
export function goalsOf(game: GameView): readonly GoalStatus[] {
  return game.level.objectives.map((objective) => {
    if (game.mode === 'clinician' && isLabObjective(objective)) return measuredStatus(game, objective);
    return game.now.objectives.find(({ id }) => id === objective.id)?.status ?? 'unknown';
  });
}

function measuredStatus(game: GameView, objective: Objective): GoalStatus {
  const { quantity, rule, limit, byHour } = objective;
  const results = game.now.labs.find(({ test }) => test === quantity)?.results ?? [];
  const isBelow = rule === 'keepBelow' || rule === 'reachBelow';
  if (isToReach(objective)) {
    if (results.some(({ value }) => (isBelow ? value <= limit : value >= limit))) return 'reached';
    return game.now.hour >= (byHour ?? game.level.horizonHours) ? 'lost' : 'open';
  }
  if (results.length === 0) return 'unknown';
  const isLost = results.some(({ value }) => (isBelow ? value >= limit : value <= limit));
  return isLost ? 'lost' : 'kept';
}
