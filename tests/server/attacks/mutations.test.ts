import { expect, test } from 'vitest';
import { runMutations } from '../../../scripts/crowd/mutateRun.ts';
import { parseDecisionLog } from '../../../src/schema/decisionLog.ts';
import { createVerifier } from '../../../src/server/verify/pool.ts';
import type { Verified, Verifier } from '../../../src/server/verify/types.ts';

const COUNT = 1_500;

test('of mutated logs none breaks a thread, and none is accepted that was not played', async () => {
  const report = await runMutations(COUNT);
  expect(report.forged).toEqual([]);
  expect(report.crashed).toBe(0);
  const refused = Object.values(report.refused).reduce((sum, count) => sum + count, 0);
  expect(report.acceptedSame + report.acceptedOther + refused).toBe(COUNT);
  // The mutants come as far as the last check, and some are legal.
  expect(report.acceptedSame).toBeGreaterThan(100);
  expect(report.acceptedOther).toBeGreaterThan(10);
  const codes = ['notJson', 'tooDeep', 'forbiddenKey', 'order', 'tooLarge'].map((code) => `form.${code}`);
  const replays = ['checkpoint', 'score', 'outcome', 'endTick', 'commandRefused'].map(
    (code) => `replay.${code}`,
  );
  expect(Object.keys(report.refused)).toEqual(
    expect.arrayContaining([...codes, ...replays, 'otherLevel', 'otherMode', 'otherSeed']),
  );
});

/** The real one, but what a log says of its end is believed. */
function gullible(): Verifier {
  const real = createVerifier({ threads: 1 });
  return {
    ...real,
    async verify(text, expected) {
      const parsed = parseDecisionLog(text);
      if (!parsed.ok || parsed.value.level.hash !== expected.levelHash) return real.verify(text, expected);
      const { score, outcome, endTick, commands, pauses } = parsed.value;
      return {
        ...{
          ok: true,
          log: JSON.stringify(parsed.value),
          logHash: '',
          commandsHash: '',
          score,
          outcome,
          endTick,
        },
        ...{ commandCount: commands.length, pauses: pauses.length },
        pausedSeconds: pauses.reduce((sum, { seconds }) => sum + seconds, 0),
      } satisfies Verified;
    },
  };
}

test('a verifier that believes what a log says is found out', async () => {
  const { forged } = await runMutations(300, { verifier: gullible() });
  const faults = new Set(forged.map((fault) => fault.replace(/^.*?\): /, '')));
  expect(faults).toContain('it differs from what its commands give');
  expect(faults).toContain('it is of another room');
});
