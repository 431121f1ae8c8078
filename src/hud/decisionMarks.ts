/** Decisions as marks on a time axis. */
import type { GameView } from '../app/types.ts';
import type { TimedCommand } from '../engine/types.ts';
import type { CardId } from './cards.ts';

const TICKS_PER_HOUR = 20;

export interface DecisionMark {
  readonly hour: number;
  /** Symbol: a treatment, or the laboratory. */
  readonly symbol: CardId;
  readonly stops: boolean;
  /** How many decisions stand on this mark. */
  readonly count: number;
  /** Those decisions, in order of time. */
  readonly given: readonly TimedCommand[];
}

/** Decisions about treatments, without tests, in order of time. */
export function treatmentMarks(
  commands: readonly TimedCommand[],
  untilTick: number,
): readonly DecisionMark[] {
  return commands.flatMap((timed) => {
    const { tick, command } = timed;
    if (tick > untilTick || command.type === 'lab') return [];
    const symbol: CardId = command.type === 'oxygen' ? 'oxygen' : command.treatment;
    return [
      { hour: tick / TICKS_PER_HOUR, symbol, stops: command.type === 'stop', count: 1, given: [timed] },
    ];
  });
}

/** Joins marks that would cover each other; the newest gives the symbol, and all are counted. */
export function joinNear(marks: readonly DecisionMark[], hoursApart: number): readonly DecisionMark[] {
  const joined: DecisionMark[] = [];
  for (const mark of marks) {
    const last = joined.at(-1);
    if (last && mark.hour - last.hour < hoursApart)
      joined[joined.length - 1] = {
        ...mark,
        hour: last.hour,
        count: last.count + 1,
        given: [...last.given, ...mark.given],
      };
    else joined.push(mark);
  }
  return joined;
}

/** Number of decisions up to now: tells cheaply that a mark has come or gone. */
export function decisionCount(game: GameView): number {
  return game.commands.reduce((count, { tick }) => (tick <= game.now.tick ? count + 1 : count), 0);
}
