/**
 * Judges what a verifier accepted by another way than its own: what an accepted log holds is played from its commands
 * alone, and must give every number that would be stored.
 */
import { levelHash } from '../../src/engine/levelHash.ts';
import { makeLog } from '../../src/engine/log.ts';
import { fromCommands, simulate } from '../../src/engine/simulate.ts';
import type { DecisionLog, Level } from '../../src/engine/types.ts';
import { LIMITS } from '../../src/schema/limits.ts';
import type { Expected, Verdict, Verified } from '../../src/server/verify/types.ts';
import type { Played } from './mutateGames.ts';

export interface Mutant {
  readonly name: string;
  readonly played: Played;
  readonly text: string;
}

export interface MutationReport {
  readonly logs: number;
  /** Of those accepted: the game of the original, and another one that was truly played. */
  readonly acceptedSame: number;
  readonly acceptedOther: number;
  /** By the code of the refusal. */
  readonly refused: Readonly<Record<string, number>>;
  /** Logs that broke a thread, or took longer than any log may. */
  readonly crashed: number;
  /** Milliseconds from handing in to the verdict, waiting included. */
  readonly slowest: number;
  /** What must not be: accepted, and not what its commands give. */
  readonly forged: readonly string[];
  readonly byMutation: Readonly<Record<string, { readonly logs: number; readonly accepted: number }>>;
}

type Judge = (level: Level, log: DecisionLog) => DecisionLog;

export interface Tally {
  add(index: number, mutant: Mutant, verdict: Verdict | 'busy', milliseconds: number): void;
  report(): MutationReport;
}

export function createTally(): Tally {
  const judge = createJudge();
  const refused: Record<string, number> = {};
  const forged: string[] = [];
  const byMutation: Record<string, { logs: number; accepted: number }> = {};
  const sums = { logs: 0, same: 0, other: 0, crashed: 0, slowest: 0 };
  return {
    add(index, mutant, verdict, milliseconds) {
      if (verdict === 'busy') throw new Error('The queue of the verifier was full.');
      const entry = byMutation[mutant.name] ?? { logs: 0, accepted: 0 };
      byMutation[mutant.name] = entry;
      entry.logs += 1;
      sums.logs += 1;
      sums.slowest = Math.max(sums.slowest, milliseconds);
      if (verdict.ok) {
        entry.accepted += 1;
        sums[isSameGame(mutant, verdict) ? 'same' : 'other'] += 1;
        const fault = faultOf(mutant, verdict, judge);
        if (fault !== null) forged.push(`mutant ${index} (${mutant.name}): ${fault}`);
      } else {
        const code = codeOf(verdict);
        refused[code] = (refused[code] ?? 0) + 1;
        if (verdict.code === 'tooSlow') sums.crashed += 1;
      }
    },
    report: () => ({
      ...{ logs: sums.logs, acceptedSame: sums.same, acceptedOther: sums.other, refused },
      ...{ crashed: sums.crashed, slowest: Math.round(sums.slowest), forged, byMutation },
    }),
  };
}

function isSameGame({ played }: Mutant, { log }: Verified): boolean {
  return JSON.stringify(JSON.parse(log).commands) === JSON.stringify(played.log.commands);
}

/** What the verifier is told of the room. */
export function expectedOf({ level, log }: Played): Expected {
  return { levelId: level.id, levelHash: levelHash(level), mode: log.mode, seed: log.seed };
}

/** What the commands of a log give, played here; remembered, because most mutants change none. */
function createJudge(): Judge {
  const known = new Map<string, DecisionLog>();
  return (level, { seed, mode, commands }) => {
    const key = JSON.stringify([level.id, seed, mode, commands]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const { state, recorder } = simulate(level, { seed, mode, decide: fromCommands(commands) });
    const log = makeLog(level, state, recorder);
    known.set(key, log);
    return log;
  };
}

/** Why an accepted log must not have been; null for one that is legal. */
function faultOf({ played }: Mutant, verdict: Verified, judge: Judge): string | null {
  const { level } = played;
  const log = JSON.parse(verdict.log) as DecisionLog;
  let truth: DecisionLog;
  try {
    truth = judge(level, log);
  } catch (error) {
    return `its commands cannot be played: ${String(error)}`;
  }
  const { pauses, speeds, ...rest } = log;
  const { pauses: _pauses, speeds: _speeds, ...true_ } = truth;
  // Key by key in one order: what is not in a log that was made by playing must not be in this one.
  if (JSON.stringify(rest) !== JSON.stringify(true_)) return 'it differs from what its commands give';
  const { score, outcome, endTick } = truth;
  const stored = [verdict.score, verdict.outcome, verdict.endTick, verdict.commandCount];
  if (JSON.stringify(stored) !== JSON.stringify([score, outcome, endTick, truth.commands.length]))
    return 'what would be stored is not what its commands give';
  const expected = expectedOf(played);
  if (log.seed !== expected.seed || log.mode !== expected.mode || log.level.hash !== expected.levelHash)
    return 'it is of another room';
  const seconds = pauses.reduce((sum, pause) => sum + pause.seconds, 0);
  const isBounded = Number.isFinite(verdict.pausedSeconds) && verdict.pausedSeconds === seconds;
  if (!isBounded || verdict.pauses !== pauses.length || speeds.length > LIMITS.declarations)
    return 'what it declares is not bounded';
  return null;
}

const codeOf = (verdict: Exclude<Verdict, { ok: true }>): string => {
  if (verdict.code === 'form') return `form.${verdict.problem.code}`;
  return verdict.code === 'replay' ? `replay.${verdict.refusal}` : verdict.code;
};
