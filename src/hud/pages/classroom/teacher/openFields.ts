/** What the form for a new room holds, and what becomes of it. */
import type { Level, Mode } from '../../../../engine/types.ts';
import type { OpenRoomRequest } from '../../../../schema/classroom/room.ts';

export interface OpenFields {
  readonly level: string;
  readonly mode: Mode;
  readonly kind: 'live' | 'until';
  /** As a field of type datetime-local holds it, in the reader's own time: `2026-11-29T20:00`, or ''. */
  readonly until: string;
  readonly hints: boolean;
  readonly pace: number;
  readonly keepDays: number;
  readonly lan: boolean;
}

export const PACES = [1, 0.75, 0.5, 0.25] as const;
export const KEEP_DAYS = [1, 7, 30, 90] as const;

/** The same as CLASS_LIMITS.roomDays, which a test sees to: the page may not load the server's schema. */
export const LONGEST_ROOM_DAYS = 120;

const HOMEWORK_DAYS = 7;
const HOMEWORK_HOUR = 20;
const DAY_MILLISECONDS = 86_400_000;

/** A room as most teachers want it: live, hints after the round, and homework, if it becomes one, for a week. */
export function firstFields(level: Level, now: Date): OpenFields {
  const evening = new Date(now.getFullYear(), now.getMonth(), now.getDate() + HOMEWORK_DAYS, HOMEWORK_HOUR);
  return {
    level: level.id,
    mode: level.modes[0] ?? 'student',
    kind: 'live',
    until: localValue(evening),
    hints: false,
    pace: 1,
    keepDays: 30,
    lan: true,
  };
}

/** Another level, and a view that it has. */
export function withLevel(fields: OpenFields, level: Level): OpenFields {
  const mode = level.modes.includes(fields.mode) ? fields.mode : (level.modes[0] ?? fields.mode);
  return { ...fields, level: level.id, mode };
}

/** A moment as a field of type datetime-local takes it, in the reader's own time. */
export function localValue(date: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

export type UntilFault = 'untilMissing' | 'untilPast' | 'untilTooFar';

/** What is wrong with the date of a homework; null for a live room. */
export function untilFault({ kind, until }: OpenFields, now: Date): UntilFault | null {
  if (kind === 'live') return null;
  const moment = new Date(until).getTime();
  if (until === '' || Number.isNaN(moment)) return 'untilMissing';
  if (moment <= now.getTime()) return 'untilPast';
  if (moment > now.getTime() + LONGEST_ROOM_DAYS * DAY_MILLISECONDS) return 'untilTooFar';
  return null;
}

/** The request of a form without fault. */
export function roomRequest({ until, ...fields }: OpenFields): OpenRoomRequest {
  if (fields.kind === 'live') return fields;
  return { ...fields, until: new Date(until).toISOString() };
}

/** When the data of a homework go; null for a live room, and while its date has a fault. */
export function deletedAt(fields: OpenFields, now: Date): Date | null {
  if (fields.kind === 'live' || untilFault(fields, now) !== null) return null;
  return new Date(new Date(fields.until).getTime() + fields.keepDays * DAY_MILLISECONDS);
}
