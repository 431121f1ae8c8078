import { describe, expect, it } from 'vitest';
import {
  deletedAt,
  firstFields,
  KEEP_DAYS,
  LONGEST_ROOM_DAYS,
  localValue,
  type OpenFields,
  PACES,
  roomRequest,
  untilFault,
  withLevel,
} from '../../../../../src/hud/pages/classroom/teacher/openFields.ts';
import { CLASS_LIMITS } from '../../../../../src/schema/classroom/limits.ts';
import { LEVEL } from '../../../game.ts';

const NOW = new Date(2026, 10, 22, 10, 30);
const FIRST = firstFields(LEVEL, NOW);
const homework = (until: string): OpenFields => ({ ...FIRST, kind: 'until', until });

describe('the form of a room', () => {
  it('begins as a live room of the first view, with an evening in a week for a homework', () => {
    expect(FIRST).toMatchObject({
      kind: 'live',
      level: LEVEL.id,
      mode: LEVEL.modes[0],
      until: '2026-11-29T20:00',
    });
    expect(untilFault({ ...FIRST, kind: 'until' }, NOW)).toBeNull();
  });

  it('offers what the server takes', () => {
    expect(LONGEST_ROOM_DAYS).toBe(CLASS_LIMITS.roomDays);
    expect(Math.min(...PACES)).toBe(CLASS_LIMITS.slowestPace);
    expect(Math.max(...KEEP_DAYS)).toBe(CLASS_LIMITS.keepDays);
  });

  it('keeps the view when the other level has it, and takes one of its own otherwise', () => {
    const clinician = { ...FIRST, mode: 'clinician' } as const;
    expect(withLevel(clinician, { ...LEVEL, id: 'other', modes: ['student', 'clinician'] })).toMatchObject({
      level: 'other',
      mode: 'clinician',
    });
    expect(withLevel(clinician, { ...LEVEL, modes: ['student'] }).mode).toBe('student');
  });
});

describe('the date of a homework', () => {
  it('is asked for, lies ahead, and not too far', () => {
    expect(untilFault(homework(''), NOW)).toBe('untilMissing');
    expect(untilFault(homework('2026-13-40T99:00'), NOW)).toBe('untilMissing');
    expect(untilFault(homework('2026-11-22T10:30'), NOW)).toBe('untilPast');
    expect(untilFault(homework('2026-11-22T10:31'), NOW)).toBeNull();
    const far = new Date(NOW.getTime() + LONGEST_ROOM_DAYS * 86_400_000);
    expect(untilFault(homework(localValue(far)), NOW)).toBeNull();
    far.setMinutes(far.getMinutes() + 1);
    expect(untilFault(homework(localValue(far)), NOW)).toBe('untilTooFar');
  });

  it('does not matter to a live room, and is not sent with it', () => {
    expect(untilFault(FIRST, NOW)).toBeNull();
    expect(roomRequest(FIRST)).not.toHaveProperty('until');
  });

  it('is written in the time of the teacher and sent in UTC', () => {
    const evening = new Date(2026, 10, 29, 20, 5);
    expect(localValue(evening)).toBe('2026-11-29T20:05');
    expect(roomRequest(homework('2026-11-29T20:05'))).toMatchObject({
      kind: 'until',
      until: evening.toISOString(),
    });
  });

  it('says when the data go: so many days after it, and nothing where it has a fault', () => {
    const fields = { ...homework('2026-11-29T20:00'), keepDays: 7 };
    expect(deletedAt(fields, NOW)?.getTime()).toBe(new Date(2026, 10, 29, 20).getTime() + 7 * 86_400_000);
    expect(deletedAt(homework(''), NOW)).toBeNull();
    expect(deletedAt(FIRST, NOW)).toBeNull();
  });
});
