/** Making a golden log and holding one to the engine. Runs in Node and in every browser alike. */
import { makeLog } from '../../src/engine/log.ts';
import { replayLog } from '../../src/engine/replay.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { DecisionLog } from '../../src/engine/types.ts';
import { parseDecisionLog } from '../../src/schema/decisionLog.ts';
import { replayText } from '../../src/text/refusalText.ts';
import type { GoldenCase } from './cases.ts';
import { PLAYERS } from './players.ts';

/** A file of golden logs: name of a case, and its log. */
export type GoldenFile = Readonly<Record<string, unknown>>;

export interface GoldenResult {
  readonly name: string;
  /** Checkpoints of the log, all found again when `fault` is null. */
  readonly checkpoints: number;
  readonly ticks: number;
  /** Where log and game part first, in one sentence; null when every checkpoint, the outcome and the score are the same. */
  readonly fault: string | null;
}

/**
 * Plays a case to its end.
 *
 * @throws InvariantError when the patient leaves the domain of the model
 */
export function playGolden({ level, player, mode, seed, playerSeed }: GoldenCase): DecisionLog {
  const decide = PLAYERS[player].decide(level, playerSeed);
  const { state, recorder } = simulate(level, { seed, mode, decide });
  return makeLog(level, state, recorder);
}

/** Replays what a file holds for a case: hash of every checkpoint, last tick, outcome, score. */
export function holdGolden(golden: GoldenCase, kept: unknown): GoldenResult {
  const { name, level, mode, seed } = golden;
  const lost = (fault: string): GoldenResult => ({ name, checkpoints: 0, ticks: 0, fault });
  if (kept === undefined) return lost('there is no such log; npm run golden writes it');
  const parsed = parseDecisionLog(JSON.stringify(kept));
  if (!parsed.ok) return lost(`no legal decision log: ${parsed.problem.code} at ${parsed.problem.path}`);
  const log = parsed.value;
  if (log.mode !== mode || log.seed !== seed) return lost('mode or seed is not that of the case');
  const replayed = replayLog(level, log);
  const fault = replayed.ok ? null : replayText(replayed.code, { ...replayed.values, tick: replayed.tick });
  return { name, checkpoints: log.checkpoints.length, ticks: log.endTick, fault };
}
