/** Hands mutated logs to the real verifier, the same ones at every run. */
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { createRandom, nextIndex, type RandomState } from '../../src/math/random.ts';
import { createVerifier } from '../../src/server/verify/pool.ts';
import type { Verifier } from '../../src/server/verify/types.ts';
import { makeClass } from '../../tests/support/classLogs.ts';
import { GAME_MUTATIONS, type Played } from './mutateGames.ts';
import { createTally, expectedOf, type Mutant, type MutationReport } from './mutateJudge.ts';
import { pick, TEXT_MUTATIONS } from './mutateTexts.ts';

/** Games of each level and view. */
const GAMES = 12;
/** Logs on their way at once: one is played, the others wait. */
const AT_ONCE = 8;
const SEED = 4;

/** Real games of every level in both views. */
function playedGames(): readonly Played[] {
  return loadLevels().flatMap((level) =>
    level.modes.flatMap((mode) => makeClass(level, GAMES, SEED, mode).map((log) => ({ level, log }))),
  );
}

/** The mutant of this number, the same one always: one to three mutations of one game. */
function mutantOf(index: number, games: readonly Played[]): Mutant {
  const draw = createRandom(index, 'mutant');
  const played = pick(draw, games);
  const kinds = [Object.keys(GAME_MUTATIONS), Object.keys(TEXT_MUTATIONS)] as const;
  const name = pick(draw, nextIndex(draw, 3) < 2 ? kinds[0] : kinds[1]);
  const game = GAME_MUTATIONS[name];
  let text = JSON.stringify(game === undefined ? played.log : game(played, draw, games));
  const names = [name];
  if (game === undefined) text = mutateText(text, name, draw);
  // One in eight is also broken as a text.
  else if (nextIndex(draw, 8) === 0) {
    names.push(pick(draw, kinds[1]));
    text = mutateText(text, names[1] as string, draw);
  }
  return { name: names.join(' + '), played, text };
}

function mutateText(text: string, name: string, draw: RandomState): string {
  return TEXT_MUTATIONS[name]?.(text, draw) ?? text;
}

export interface MutationOptions {
  /** The real one, on one thread, unless another is given; it is closed at the end. */
  readonly verifier?: Verifier;
  /** Told after every thousand. */
  readonly onProgress?: (done: number) => void;
}

/** The mutants from 0 to `count`. */
export async function runMutations(count: number, options: MutationOptions = {}): Promise<MutationReport> {
  const { verifier = createVerifier({ threads: 1 }), onProgress = () => {} } = options;
  const games = playedGames();
  const tally = createTally();
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const index = next;
      next += 1;
      const mutant = mutantOf(index, games);
      const since = performance.now();
      const verdict = await verifier.verify(mutant.text, expectedOf(mutant.played));
      tally.add(index, mutant, verdict, performance.now() - since);
      if (next % 1_000 === 0) onProgress(next);
    }
  };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  } finally {
    await verifier.close();
  }
  return tally.report();
}
