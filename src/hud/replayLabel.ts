/** What a replay says of the decisions around its present moment. */
import type { Level, TimedCommand } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { decisionText } from './doses.ts';

/** The decisions given last at or before a moment of a log. */
export interface DecisionPlace {
  /** Numbers of those decisions, counted from 1; 0 and 0 before the first. */
  readonly first: number;
  readonly last: number;
  readonly total: number;
  /** True at the very moment at which they were given. */
  readonly isNow: boolean;
  readonly given: readonly TimedCommand[];
}

/** Where a moment stands among the commands of a log, which are in the order of time. */
export function decisionPlace(commands: readonly TimedCommand[], tick: number): DecisionPlace {
  const last = commands.filter((given) => given.tick <= tick).length;
  const at = commands[last - 1]?.tick;
  const given = commands.slice(0, last).filter((command) => command.tick === at);
  return {
    first: last === 0 ? 0 : last - given.length + 1,
    last,
    total: commands.length,
    isNow: at === tick,
    given,
  };
}

/** "Decision 3 of 8: Dexamethasone: 6 mg iv, daily". */
export function decisionLabel(level: Level, { first, last, total, isNow, given }: DecisionPlace): string {
  if (total === 0) return t('page.replay.noDecisions');
  if (last === 0) return t('page.replay.before', { total });
  const which =
    first === last
      ? t('page.replay.one', { number: first, total })
      : t('page.replay.several', { first, last, total });
  const words = given.map(({ command }) => decisionText(level, command)).join('; ');
  return t(isNow ? 'page.replay.now' : 'page.replay.after', { which, words });
}
