import { expect, test } from 'vitest';
import { CLASS_LIMITS, CODE_ALPHABET, CODE_LENGTH } from '../../../src/schema/classroom/limits.ts';
import { addressKey, LIMIT_WINDOWS } from '../../../src/server/hub/limits.ts';

const DAY = 24 * 60 * 60;

test('an address that tries all day finds one of a thousand rooms in less than one of 400 days', () => {
  const codes = CODE_ALPHABET.length ** CODE_LENGTH;
  expect(codes).toBe(387_420_489);
  const aDay = Math.min(...LIMIT_WINDOWS.guess.map(({ events, seconds }) => (events * DAY) / seconds));
  expect(aDay).toBe(960);
  expect(1 - (1 - 1_000 / codes) ** aDay).toBeLessThan(1 / 400);
});

test('a class behind one address gets in, with two typing errors each', () => {
  for (const { events } of LIMIT_WINDOWS.guess) expect(events).toBeGreaterThanOrEqual(30 * 2);
  for (const { events } of LIMIT_WINDOWS.takeSeat) expect(events).toBeGreaterThanOrEqual(CLASS_LIMITS.seats);
});

test.each([
  ['192.168.1.20', '192.168.1.20'],
  ['::ffff:192.168.1.20', '192.168.1.20'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002:ffff::1', '2001:db8:1:2::/64'],
  ['2001:db8::7', '2001:db8:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s is counted as %s', (address, key) => {
  expect(addressKey(address)).toBe(key);
});
