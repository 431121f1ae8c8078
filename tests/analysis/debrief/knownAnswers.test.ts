import { beforeAll, describe, expect, it } from 'vitest';
import type { Debrief } from '../../../src/analysis/debrief/types.ts';
import type { Level } from '../../../src/engine/types.ts';
import {
  type AtHour,
  CLEAN_LUNG,
  COIN_TOSS,
  GROWING_SEPSIS,
  OPEN_DOOR,
  playedLog,
  RIGHT_GAMBLE,
} from '../../support/debriefLevels.ts';
import { debriefOf, decisionMark, missedMarks, ownKept } from '../../support/debriefs.ts';
import { order } from '../../support/play.ts';

const SEEDS = [1, 2, 3];
const antibiotic = order('antibiotic', 'course');

/** Debriefs of one log with every seed, made once. */
function debriefsOf(level: Level, given: readonly AtHour[]): readonly Debrief[] {
  const made: Debrief[] = [];
  beforeAll(async () => {
    for (const seed of SEEDS) made.push(await debriefOf(level, playedLog(level, given), seed));
  }, 180_000);
  return made;
}

describe('a fatal omission', () => {
  const debriefs = debriefsOf(GROWING_SEPSIS, []);

  it('is one missed window with ??, and the answer is the antibiotic', () => {
    for (const made of debriefs) {
      const [missed, ...others] = missedMarks(made);
      expect(others).toEqual([]);
      expect(missed).toMatchObject({
        sign: '??',
        unclear: false,
        commandIndex: -1,
        command: null,
        gain: null,
      });
      expect(missed?.best).toMatchObject({ type: 'order', to: { command: antibiotic } });
      expect(missed?.loss.value).toBeGreaterThan(0.9);
      expect(missed?.loss.low).toBeGreaterThan(0.8);
      // After two days it was too late for anybody.
      expect(missed?.fromTick).toBe(0);
      expect(missed?.tick).toBeLessThan(24 * 20);
      expect(missed?.toTick).toBeLessThanOrEqual(36 * 20);
      expect(made.accuracy.value).toBeLessThan(10);
    }
  });
});

describe('the only good move', { timeout: 180_000 }, () => {
  it.each([0, 24])('has ! at %i h, with the whole of its gain', async (hour) => {
    const log = playedLog(GROWING_SEPSIS, [[hour, antibiotic]]);
    for (const seed of SEEDS) {
      const mark = decisionMark(await debriefOf(GROWING_SEPSIS, log, seed), 0);
      expect(mark).toMatchObject({ sign: '!', unclear: false, best: null, bestCommands: log.commands });
      expect(mark.loss.value).toBe(0);
      expect(mark.gain?.low).toBeGreaterThan(hour === 0 ? 0.9 : 0.15);
    }
  });
});

describe('a late but right decision', () => {
  const debriefs = debriefsOf(GROWING_SEPSIS, [[24, antibiotic]]);

  it('is not blamed for the hours before it, which are', () => {
    for (const made of debriefs) {
      expect(decisionMark(made, 0).sign).toBe('!');
      const missed = missedMarks(made);
      expect(missed).toHaveLength(1);
      expect(missed[0]).toMatchObject({ sign: '??', unclear: false, fromTick: 0 });
      expect(missed[0]?.toTick).toBeLessThanOrEqual(24 * 20);
      // 98 % had it been given at once, 24 % at 24 h.
      expect(missed[0]?.loss.value).toBeGreaterThan(0.65);
      expect(missed[0]?.loss.value).toBeLessThan(0.85);
    }
  });
});

describe('a harmless order', () => {
  const debriefs = debriefsOf(CLEAN_LUNG, [
    [10, order('fluids', 'bag')],
    [30, antibiotic],
  ]);

  it('has no sign, surely, and costs no accuracy', () => {
    for (const made of debriefs) {
      for (const index of [0, 1]) {
        const mark = decisionMark(made, index);
        expect(mark).toMatchObject({ sign: '', unclear: false });
        expect(mark.loss.value).toBeLessThan(0.005);
        expect(Math.abs(mark.gain?.value ?? 1)).toBeLessThan(0.005);
        expect(mark.loss.high).toBeLessThan(0.05);
        expect(mark.difficulty).toBeLessThan(0.01);
      }
      expect(missedMarks(made)).toEqual([]);
      expect(made.accuracy.value).toBe(100);
    }
  });
});

describe('an over-dampening order', () => {
  const steroid = order('dexamethasone', 'high');
  const debriefs = debriefsOf(OPEN_DOOR, [
    [12, steroid],
    [24, order('tocilizumab', 'single')],
  ]);

  it('is a blunder, of which leaving it out would have been better', () => {
    for (const made of debriefs) {
      const mark = decisionMark(made, 0);
      expect(mark).toMatchObject({ sign: '??', unclear: false, best: { type: 'none' } });
      expect(mark.loss.low).toBeGreaterThan(0.6);
      expect(mark.gain?.high).toBeLessThan(-0.6);
      expect(made.accuracy.value).toBeLessThan(40);
    }
  });

  it('is not blamed on what came after it', () => {
    for (const made of debriefs) {
      const mark = decisionMark(made, 1);
      // Leaving out the antibody alone saves fewer than one in five.
      expect(mark.sign).not.toBe('??');
      expect(mark.loss.value).toBeLessThan(0.2);
    }
  });

  it('is not told twice: no window of its own hour asks to stop it', () => {
    for (const made of debriefs) {
      for (const { best } of missedMarks(made))
        if (best?.type === 'order') expect(best.to.tick).toBeGreaterThan(12 * 20);
    }
  });
});

describe('hindsight', { timeout: 180_000 }, () => {
  const cases = [
    { name: 'a coin toss', level: COIN_TOSS, hour: 17, command: order('dexamethasone', 'low'), lost: 0.9 },
    {
      name: 'a right gamble',
      level: RIGHT_GAMBLE,
      hour: 22,
      command: order('tocilizumab', 'single'),
      lost: 0.2,
    },
  ] as const;

  it.each(cases)('does not blame $name that went wrong', async ({ level, hour, command, lost }) => {
    const log = playedLog(level, [[hour, command]]);
    // In this very patient the order cost so much that a judge who saw the end would call it a blunder.
    expect(ownKept(level, []) - ownKept(level, log.commands)).toBeGreaterThan(lost);
    for (const seed of SEEDS) {
      const mark = decisionMark(await debriefOf(level, log, seed), 0);
      expect(['', '?!', '!']).toContain(mark.sign);
      expect(mark.sign === '' || mark.unclear).toBe(true);
      expect(mark.loss.value).toBeLessThan(0.08);
    }
  });

  it('knows nothing that came after: later tests change no mark before them', async () => {
    const given: readonly AtHour[] = [[30, antibiotic]];
    const later: readonly AtHour[] = [...given, [48, { type: 'lab', test: 'IL6' }]];
    const [without, having] = await Promise.all(
      [given, later].map((commands) =>
        debriefOf(GROWING_SEPSIS, playedLog(GROWING_SEPSIS, commands, 'clinician')),
      ),
    );
    expect(decisionMark(having as Debrief, 0)).toEqual({
      ...decisionMark(without as Debrief, 0),
      bestCommands: expect.anything(),
    });
  });

  it('knows what was measured before', async () => {
    const given: readonly AtHour[] = [[30, antibiotic]];
    const before: readonly AtHour[] = [[3, { type: 'lab', test: 'IL6' }], ...given];
    const [without, having] = await Promise.all(
      [given, before].map((commands) =>
        debriefOf(GROWING_SEPSIS, playedLog(GROWING_SEPSIS, commands, 'clinician')),
      ),
    );
    expect(decisionMark(having as Debrief, 1).gain).not.toEqual(decisionMark(without as Debrief, 0).gain);
  });
});
