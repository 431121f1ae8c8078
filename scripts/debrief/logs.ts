/** The logs over which the debrief's agreement with itself is measured: good, usual, random and bad ways to play a level. */
import { none, random } from '../../src/analysis/baselines.ts';
import { overTreatmentOf, underTreatmentOf } from '../../src/analysis/extremes.ts';
import { guideline } from '../../src/analysis/guideline.ts';
import { decideHourly, type Policy } from '../../src/analysis/policy.ts';
import { supportOf } from '../../src/analysis/support.ts';
import { makeLog } from '../../src/engine/log.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { DecisionLog, Level } from '../../src/engine/types.ts';
import { readBestLog } from '../../src/levels/nodeLevels.ts';

export interface PlayedLog {
  /** How it was played, as the table names it. */
  readonly played: string;
  readonly log: DecisionLog;
}

/** Hours for which the late one does nothing but support. */
const LATE_HOURS = 48;
const RANDOM_SEEDS = [1, 2, 3];

const late: Policy = (observation) =>
  observation.hour < LATE_HOURS ? supportOf(observation) : guideline(observation);

/** The level played by a policy in student mode, seed 1, to its end. */
function play(level: Level, policy: Policy): DecisionLog {
  const { state, recorder } = simulate(level, {
    seed: 1,
    mode: 'student',
    decide: decideHourly(level, policy),
  });
  return makeLog(level, state, recorder);
}

/** Every log of a level: best known, guideline, body alone, too much, too little, late, and three by chance. */
export function logsOf(level: Level): readonly PlayedLog[] {
  const best = readBestLog(level.id);
  const over = overTreatmentOf(level.trigger);
  const under = underTreatmentOf(level.trigger);
  const policies: readonly (readonly [string, Policy | null])[] = [
    ['guideline', guideline],
    ['body alone', none],
    ['over-dampening', over],
    ['too little', under],
    ['late', late],
    ...RANDOM_SEEDS.map((seed): readonly [string, Policy] => [`random ${seed}`, random(level, seed)]),
  ];
  return [
    ...(best?.ok === true ? [{ played: 'best known', log: best.value }] : []),
    ...policies.flatMap(([played, policy]) =>
      policy === null ? [] : [{ played, log: play(level, policy) }],
    ),
  ];
}
