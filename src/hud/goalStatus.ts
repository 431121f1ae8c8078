/** What the viewer may know about the objectives. */
import type { GameView } from '../app/types.ts';
import type { Objective } from '../engine/types.ts';
import { LAB_ORDER } from './labReadings.ts';

export type GoalStatus = 'kept' | 'lost' | 'unknown';

/** True when the quantity of an objective is a laboratory value, which a clinician must order to know. */
export function isLabObjective(objective: Objective): boolean {
  return (LAB_ORDER as readonly string[]).includes(objective.quantity);
}

/**
 * Status of each objective. In clinician mode one about a laboratory value is
 * judged by the measured results alone: the engine's own verdict would tell
 * what nobody has measured.
 */
export function goalsOf(game: GameView): readonly GoalStatus[] {
  return game.level.objectives.map((objective) => {
    if (game.mode === 'clinician' && isLabObjective(objective)) return measuredStatus(game, objective);
    return game.now.objectives.find(({ id }) => id === objective.id)?.kept === false ? 'lost' : 'kept';
  });
}

function measuredStatus(game: GameView, { quantity, rule, limit }: Objective): GoalStatus {
  const results = game.now.labs.find(({ test }) => test === quantity)?.results ?? [];
  if (results.length === 0) return 'unknown';
  const isLost = results.some(({ value }) => (rule === 'keepBelow' ? value >= limit : value <= limit));
  return isLost ? 'lost' : 'kept';
}
