/** Slow drift: many small losses, none of them worth a sign, taken as one. */
import type { TimedCommand } from '../../engine/types.ts';
import { type Alternative, isSameCommand, withOrder } from './alternatives.ts';
import { bestOf, lossOf, spreadOf, weigh } from './compare.ts';
import { type Board, CLOSER, shapeOf } from './decisions.ts';
import { isUnclear, signOf } from './signs.ts';
import type { Mark } from './types.ts';

/** Loss (share) from which a mark without a sign counts, and what all of them must seem to make together. */
const SMALL_LOSS = 0.01;
const SUM_OF_LOSSES = 0.05;
const LEAST_PARTS = 3;

/** One mark for all decisions that lost a little, if putting all of them right at once is worth a sign; or none. */
export async function driftOf(board: Board, marks: readonly Mark[]): Promise<readonly Mark[]> {
  const small = marks
    .filter(
      ({ sign, loss, best }) =>
        sign === '' && best !== null && best.type !== 'guideline' && loss.value >= SMALL_LOSS,
    )
    .sort((a, b) => a.tick - b.tick || a.commandIndex - b.commandIndex);
  const sum = small.reduce((total, { loss }) => total + loss.value, 0);
  const first = small[0];
  if (first === undefined || small.length < LEAST_PARTS || sum < SUM_OF_LOSSES) return [];
  const together: Alternative = { change: { type: 'all' }, commands: putRight(board, small), added: -1 };
  const weighing = await weigh(board.cohort, first.tick, [together], board.patients * CLOSER);
  const best = bestOf(weighing.weighed);
  const loss = lossOf(best?.better ?? null);
  if (signOf(loss) === '') return [];
  const mark: Mark = {
    ...shapeOf(weighing, best, board.commands),
    id: 'drift',
    kind: 'drift',
    tick: first.tick,
    fromTick: first.tick,
    toTick: (small.at(-1) as Mark).toTick,
    commandIndex: -1,
    command: null,
    sign: signOf(loss),
    unclear: isUnclear(loss),
    loss,
    gain: null,
    difficulty: spreadOf(weighing),
    tryAgainTick: first.tryAgainTick,
    parts: small.map(({ id }) => id),
  };
  return [mark];
}

/** The commands with the best change of every mark at once. */
function putRight({ commands }: Board, marks: readonly Mark[]): readonly TimedCommand[] {
  let changed = commands;
  for (const { commandIndex, best } of marks) {
    const old = commands[commandIndex];
    if (old !== undefined) changed = changed.filter((timed) => !isTheOne(timed, old));
    if (best?.type === 'move' || best?.type === 'order') changed = withOrder(changed, best.to).commands;
  }
  return changed;
}

function isTheOne(timed: TimedCommand, old: TimedCommand): boolean {
  return timed === old || (timed.tick === old.tick && isSameCommand(timed.command, old.command));
}
