import { expect, it } from 'vitest';
import { keptText } from '../../../../src/hud/pages/classroom/keptText.ts';
import { dateText } from '../../../../src/hud/pages/classroom/teacher/momentWords.ts';

const expiresAt = '2026-11-23T23:07:00.000Z';
const date = dateText(expiresAt);
const live = { kind: 'live', keepDays: 30, expiresAt } as const;

it('says of a room that waits what its date is about', () => {
  expect(keptText({ ...live, state: 'lobby' })).toBe(
    `If the room is never started, everything in it is deleted on ${date}. Otherwise it is deleted 30 days after the room is closed.`,
  );
});

it('says of an open one that closing begins the days', () => {
  expect(keptText({ ...live, state: 'open' })).toBe(
    `Everything in this room is deleted 30 days after it is closed. If nobody closes it, that is on ${date}.`,
  );
});

it('says of homework that its date is followed by the days, and one of them in words', () => {
  expect(keptText({ ...live, state: 'open', kind: 'until', keepDays: 1 })).toBe(
    `Everything in this room is deleted one day after its end, on ${date}. If it is closed earlier, it is deleted earlier.`,
  );
});

it('says of a closed one the date alone', () => {
  for (const kind of ['live', 'until'] as const)
    expect(keptText({ ...live, state: 'closed', kind })).toBe(
      `Everything in this room is deleted on ${date}.`,
    );
});
