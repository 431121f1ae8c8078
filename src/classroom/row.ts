/** One game of a class, played again: nothing that its log claims is believed. */
import { type Refusal, replayLog } from '../engine/replay.ts';
import type { EngineState } from '../engine/state.ts';
import { hoursOf } from '../engine/time.ts';
import type { Level, TimedCommand } from '../engine/types.ts';
import { TICKS_PER_HOUR } from '../model/course.ts';
import { Q } from '../model/generated/system.ts';
import { quantitiesOf } from '../model/quantities.ts';
import type { ClassRow, MapMark, NamedLog } from './types.ts';

/**
 * The row of a game, or why its log does not hold. Its rank is that of a game alone, 1, until rankRows has seen the others.
 * Takes about 20 ms for ten days of game.
 */
export function classRow(level: Level, game: NamedLog): ClassRow | Refusal {
  const { log } = game;
  const il6: number[] = [];
  const sample = (state: EngineState): void => {
    if (state.tick % TICKS_PER_HOUR === 0) il6.push(quantitiesOf(state.y, state.p)[Q.IL6] as number);
  };
  const replayed = replayLog(level, log, undefined, sample);
  if (!replayed.ok) return replayed;
  const { state, score } = replayed;
  return {
    ...game,
    score: score.total,
    // replayLog has compared both.
    outcome: log.outcome,
    endHour: hoursOf(state.tick),
    pauses: log.pauses.length,
    pausedSeconds: log.pauses.reduce((sum, { seconds }) => sum + seconds, 0),
    marks: log.commands.flatMap(markOf),
    il6,
    rank: 1,
  };
}

/** True for what classRow gives of a log that does not hold. */
export function isRefusal(row: ClassRow | Refusal): row is Refusal {
  return 'ok' in row;
}

function markOf({ tick, command }: TimedCommand): readonly MapMark[] {
  return command.type === 'order' || command.type === 'oxygen' ? [{ hour: hoursOf(tick), command }] : [];
}
