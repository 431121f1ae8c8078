import { describe, expect, it } from 'vitest';
import { bodyAloneTrend } from '../../src/app/bodyAlone.ts';
import { SHORT_LEVEL } from './fixtures.ts';
import { createTestSession } from './sessionSupport.ts';

describe('the body alone', () => {
  it('takes the course of a game in which nothing is ordered', () => {
    const { actions, game } = createTestSession();
    actions.startGame(SHORT_LEVEL, 'student', 3);
    actions.stepHours(48);
    expect(bodyAloneTrend(SHORT_LEVEL, 'student', 3)).toEqual(game().trend);
  });
});
