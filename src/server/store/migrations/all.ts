/** Every step of the tables, oldest first. A step that has been published is never changed; a new one is added behind it. */
import type { Migration } from 'kysely/migration';
import { up as rooms } from './m0001Rooms.ts';
import { up as submissions } from './m0002Submissions.ts';
import { up as moves } from './m0003Moves.ts';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001 rooms': { up: rooms },
  '0002 submissions': { up: submissions },
  '0003 moves': { up: moves },
};
