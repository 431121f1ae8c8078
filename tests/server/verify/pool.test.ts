import { createHash } from 'node:crypto';
import { afterAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/schema/limits.ts';
import { createVerifier, type VerifierOptions } from '../../../src/server/verify/pool.ts';
import type { Expected, Verified, Verifier } from '../../../src/server/verify/types.ts';
import { KNOWN_LOG } from '../../support/knownLog.ts';

const KNOWN = JSON.parse(KNOWN_LOG);
const EXPECTED: Expected = {
  levelId: KNOWN.level.id,
  levelHash: KNOWN.level.hash,
  mode: KNOWN.mode,
  seed: KNOWN.seed,
};
const BROKEN = new URL('../../support/brokenThread.ts', import.meta.url);

const open: Verifier[] = [];
function start(options: VerifierOptions): Verifier {
  const verifier = createVerifier({ threads: 1, ...options });
  open.push(verifier);
  return verifier;
}
afterAll(() => Promise.all(open.map((verifier) => verifier.close())));

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const changed = (change: object) => JSON.stringify({ ...KNOWN, ...change });

describe('a text', () => {
  const verifier = start({});
  const judge = (text: string, expected: Partial<Expected> = {}) =>
    verifier.verify(text, { ...EXPECTED, ...expected });

  test('that holds comes back in its canonical form, with what it gave', async () => {
    const log = {
      ...KNOWN,
      pauses: [
        { tick: 3, seconds: 1.5 },
        { tick: 9, seconds: 20 },
      ],
    };
    const verdict = (await judge(JSON.stringify(log, null, 3))) as Verified;
    expect(verdict).toMatchObject({
      ok: true,
      score: KNOWN.score,
      outcome: KNOWN.outcome,
      endTick: KNOWN.endTick,
      commandCount: KNOWN.commands.length,
      pauses: 2,
      pausedSeconds: 21.5,
    });
    expect(JSON.parse(verdict.log)).toEqual(log);
    expect(verdict.logHash).toBe(sha256(verdict.log));
  });

  test('with its keys in another order is the same log', async () => {
    const turned = (value: unknown): unknown =>
      Array.isArray(value)
        ? value.map(turned)
        : typeof value === 'object' && value !== null
          ? Object.fromEntries(
              Object.entries(value)
                .reverse()
                .map(([key, inner]) => [key, turned(inner)]),
            )
          : value;
    const one = (await judge(KNOWN_LOG)) as Verified;
    const other = (await judge(`\uFEFF${JSON.stringify(turned(KNOWN), null, 1)}`)) as Verified;
    expect(other).toEqual(one);
    const paused = (await judge(changed({ pauses: [{ tick: 1, seconds: 1 }] }))) as Verified;
    expect(paused.logHash).not.toBe(one.logHash);
    expect(paused.commandsHash).toBe(one.commandsHash);
  });

  test.each([
    ['otherLevel', { levelId: 'engineered-fire' }],
    ['otherLevel', { levelId: 'no-such-level' }],
    ['otherLevel', { levelHash: '0000000000000000' }],
    ['otherMode', { mode: 'clinician' }],
    ['otherSeed', { seed: KNOWN.seed + 1 }],
  ] as const)('of another game is refused as %s', async (code, expected) => {
    expect(await judge(KNOWN_LOG, expected)).toEqual({ ok: false, code });
  });

  test('that claims what its commands do not give is refused with the tick', async () => {
    expect(await judge(changed({ score: KNOWN.score - 1 }))).toMatchObject({
      code: 'replay',
      refusal: 'score',
      tick: KNOWN.endTick,
    });
    const checkpoints = KNOWN.checkpoints.map((point: { tick: number; hash: string }, at: number) =>
      at === 2 ? { ...point, hash: '0123456789abcdef' } : point,
    );
    expect(await judge(changed({ checkpoints }))).toMatchObject({ refusal: 'checkpoint', tick: 480 });
    const level = { ...KNOWN.level, hash: '0123456789abcdef' };
    expect(await judge(changed({ level }), { levelHash: level.hash })).toMatchObject({
      refusal: 'levelHash',
    });
  });

  test('that plays on past the horizon of its level ends with it', async () => {
    const endTick = LIMITS.ticks;
    const verdict = await judge(
      changed({ endTick, checkpoints: [...KNOWN.checkpoints, { tick: endTick, hash: '0123456789abcdef' }] }),
    );
    expect(verdict).toMatchObject({ code: 'replay', tick: KNOWN.endTick });
  });

  test.each([
    ['empty', ''],
    ['notJson', 'no log'],
    ['tooDeep', '['.repeat(100_000)],
    ['forbiddenKey', '{"format":1,"__proto__":{"ok":true}}'],
    ['unknownField', changed({ ok: true })],
    ['tooLarge', ' '.repeat(LIMITS.logCharacters + 1)],
  ])('that is no log is refused as %s', async (code, text) => {
    expect(await judge(text)).toMatchObject({ ok: false, code: 'form', problem: { code } });
  });
});

describe('a thread', () => {
  test('that hangs is ended, and the log behind it is played', async () => {
    const verifier = start({ module: BROKEN, seconds: 1 });
    const [hung, next] = await Promise.all([
      verifier.verify('hang', EXPECTED),
      verifier.verify(KNOWN_LOG, EXPECTED),
    ]);
    expect(hung).toEqual({ ok: false, code: 'tooSlow' });
    expect(next).toMatchObject({ ok: true, score: KNOWN.score });
  });

  test.each(['memory', 'exit', 'throw'])('that breaks by %s takes nothing with it', async (text) => {
    const verifier = start({ module: BROKEN, megabytes: 64 });
    const [broken, next] = await Promise.all([
      verifier.verify(text, EXPECTED),
      verifier.verify(KNOWN_LOG, EXPECTED),
    ]);
    expect(broken).toEqual({ ok: false, code: 'tooSlow' });
    expect(next).toMatchObject({ ok: true });
    expect(verifier.waiting()).toBe(0);
  });
});

describe('the queue', () => {
  test('says busy when it is full, by number and by size', async () => {
    const few = start({ queue: 1 });
    const verdicts = [1, 2, 3].map(() => few.verify(KNOWN_LOG, EXPECTED));
    expect(few.waiting()).toBe(2);
    expect(await verdicts[2]).toBe('busy');
    expect(await Promise.all(verdicts.slice(0, 2))).toMatchObject([{ ok: true }, { ok: true }]);
    const small = start({ queueCharacters: KNOWN_LOG.length + 10 });
    const sizes = [1, 2, 3].map(() => small.verify(KNOWN_LOG, EXPECTED));
    expect(await sizes[2]).toBe('busy');
    expect(await Promise.all(sizes.slice(0, 2))).toMatchObject([{ ok: true }, { ok: true }]);
  });

  test('answers busy to whatever waits when the server stops', async () => {
    const verifier = start({ module: BROKEN });
    const verdicts = ['hang', KNOWN_LOG].map((text) => verifier.verify(text, EXPECTED));
    await verifier.close();
    expect(await Promise.all(verdicts)).toEqual(['busy', 'busy']);
    expect(await verifier.verify(KNOWN_LOG, EXPECTED)).toBe('busy');
  });
});
