import fc from 'fast-check';
import { deflateSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import {
  carriesLog,
  fragmentToLogText,
  LINK_CHARACTERS_LIMIT,
  LOG_BYTES_LIMIT,
  logToFragment,
} from '../../src/app/logLink.ts';
import { playedLog } from './fixtures.ts';

const fragmentOf = (bytes: Uint8Array) =>
  `log=${Buffer.from(deflateSync(bytes, { level: 9 })).toString('base64url')}`;

describe('a log in a link', () => {
  it('comes back letter by letter', () => {
    const log = playedLog();
    const fragment = logToFragment(log);
    expect(fragmentToLogText(`#${fragment}`)).toEqual({ ok: true, text: JSON.stringify(log) });
    expect(fragmentToLogText(fragment)).toEqual({ ok: true, text: JSON.stringify(log) });
    expect(fragment).toMatch(/^log=[A-Za-z0-9_-]+$/);
  });

  it('is known by its first letters', () => {
    expect(carriesLog('#log=abc')).toBe(true);
    expect(carriesLog('#menu')).toBe(false);
    expect(carriesLog('')).toBe(false);
  });

  it.each([
    ['empty', '#log='],
    ['letters', '#log=%3Cscript%3E'],
    ['letters', '#log=ab+/'],
    ['tooLong', `#log=${'A'.repeat(LINK_CHARACTERS_LIMIT + 1)}`],
    ['packing', '#log=AAAA'],
    ['letters', '#log=A'],
  ] as const)('is refused as %s', (problem, fragment) => {
    expect(fragmentToLogText(fragment)).toEqual({ ok: false, problem });
  });

  it('is refused when it was cut off anywhere', () => {
    const whole = logToFragment(playedLog());
    for (const share of [0.1, 0.5, 0.9, 0.99]) {
      expect(fragmentToLogText(whole.slice(0, Math.floor(whole.length * share)))).toMatchObject({
        ok: false,
      });
    }
  });

  it('unpacks at most 256 kB of a bomb', () => {
    // 90 MB of nothing in about 90 kB: the most that fits under the limit of letters.
    const bomb = fragmentOf(new Uint8Array(90_000_000));
    expect(bomb.length).toBeLessThan(LINK_CHARACTERS_LIMIT);
    const before = process.memoryUsage().rss;
    expect(fragmentToLogText(bomb)).toEqual({ ok: false, problem: 'tooLarge' });
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000);
  });

  it('takes exactly 256 kB and not a byte more', () => {
    const full = new Uint8Array(LOG_BYTES_LIMIT).fill(32);
    expect(fragmentToLogText(fragmentOf(full))).toMatchObject({ ok: true });
    expect(fragmentToLogText(fragmentOf(new Uint8Array(LOG_BYTES_LIMIT + 1).fill(32)))).toEqual({
      ok: false,
      problem: 'tooLarge',
    });
  });

  it('is refused when it is not text', () => {
    expect(fragmentToLogText(fragmentOf(new Uint8Array([0xff, 0xfe, 0xfd])))).toEqual({
      ok: false,
      problem: 'characters',
    });
  });

  it('never throws, whatever stands after #log=', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String()), (garbage) => {
        expect(typeof fragmentToLogText(`#log=${garbage}`).ok).toBe('boolean');
      }),
    );
  });
});
