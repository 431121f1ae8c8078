/** Every step of the tables, oldest first. A step that has been published is never changed; a new one is added behind it. */
import type { Migration } from 'kysely/migration';
import * as rooms from './m0001Rooms.ts';
import * as submissions from './m0002Submissions.ts';
import * as moves from './m0003Moves.ts';

export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001 rooms': rooms,
  '0002 submissions': submissions,
  '0003 moves': moves,
};
