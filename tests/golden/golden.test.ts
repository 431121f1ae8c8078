/**
 * Golden logs: a hash that moves here means that a trajectory moved, and then
 * MODEL_VERSION has to move too. To write them anew: GOLDEN=write npx vitest run tests/golden
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { antiviralAtStorm, none, overDampening, random } from '../../src/analysis/baselines.ts';
import { guideline } from '../../src/analysis/guideline.ts';
import { decideHourly, type Policy } from '../../src/analysis/policy.ts';
import { makeLog } from '../../src/engine/log.ts';
import { replayLog } from '../../src/engine/replay.ts';
import { simulate } from '../../src/engine/simulate.ts';
import { stateHash } from '../../src/engine/stateHash.ts';
import type { DecisionLog, Level, Mode } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import { MODEL_HASH, MODEL_VERSION } from '../../src/model/version.ts';
import { parseDecisionLog } from '../../src/schema/decisionLog.ts';
import modelVersions from './modelVersions.json' with { type: 'json' };

const WRITE = process.env.GOLDEN === 'write';

interface GoldenCase {
  readonly name: string;
  readonly mode: Mode;
  readonly seed: number;
  readonly policy: (level: Level) => Policy;
}

/** Every test of the laboratory once a day, beside the guideline: the stream of assay noise is part of the hash. */
const measuring =
  (level: Level): Policy =>
  (observation) => [
    ...guideline(observation),
    ...(observation.hour % 24 === 0 ? level.labs.map(({ id }) => ({ type: 'lab', test: id }) as const) : []),
  ];

const CASES: readonly GoldenCase[] = [
  { name: 'none', mode: 'student', seed: 1, policy: () => none },
  { name: 'guideline', mode: 'student', seed: 1, policy: () => guideline },
  { name: 'measuring', mode: 'clinician', seed: 2, policy: measuring },
  { name: 'antiviral-at-storm', mode: 'student', seed: 3, policy: () => antiviralAtStorm },
  { name: 'over-dampening', mode: 'clinician', seed: 4, policy: () => overDampening },
  { name: 'random', mode: 'clinician', seed: 4294967295, policy: (level) => random(level, 77) },
];

function play(level: Level, { policy, mode, seed }: GoldenCase): DecisionLog {
  const { state, recorder } = simulate(level, { seed, mode, decide: decideHourly(level, policy(level)) });
  return makeLog(level, state, recorder);
}

it('a version of the model names one set of equations for ever', () => {
  expect(modelVersions).toHaveProperty([MODEL_VERSION], MODEL_HASH);
});

describe.each(loadLevels().map((level) => [level.id, level] as const))('golden logs of %s', (id, level) => {
  for (const golden of CASES) {
    const file = new URL(`${id}.${golden.name}.json`, import.meta.url);

    it(`${golden.name} replays to the hashes and the score that were kept`, () => {
      if (WRITE || !existsSync(file)) {
        if (!WRITE) throw new Error(`${file.pathname} is missing`);
        writeFileSync(file, `${JSON.stringify(play(level, golden))}\n`);
      }
      const kept = parseDecisionLog(readFileSync(file, 'utf8'));
      if (!kept.ok) throw new Error(`${kept.problem.code} ${kept.problem.path}`);
      expect(kept.value.model.version).toBe(MODEL_VERSION);
      const replayed = replayLog(level, kept.value);
      expect(replayed).toMatchObject({ ok: true });
      if (replayed.ok) expect(stateHash(replayed.state)).toBe(kept.value.checkpoints.at(-1)?.hash);
    });
  }
});
