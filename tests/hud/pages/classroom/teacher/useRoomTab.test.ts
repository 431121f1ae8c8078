import { expect, it } from 'vitest';
import { tabOf } from '../../../../../src/hud/pages/classroom/teacher/useRoomTab.ts';

const live = { code: 'KQ7ZDW', kind: 'live' } as const;

it('shows how to come in to homework that nobody has joined', () => {
  const homework = { ...live, kind: 'until', state: 'open' } as const;
  expect(tabOf(null, homework, true).tab).toBe('lobby');
  expect(tabOf(null, homework, false).tab).toBe('board');
});
