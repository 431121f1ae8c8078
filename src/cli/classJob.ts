/** A log of a class, for a worker thread: verified, and made into its row. */
import { classRow, isRefusal } from '../classroom/row.ts';
import type { ClassRow } from '../classroom/types.ts';
import type { Level } from '../engine/types.ts';
import { judgeLog } from './verify.ts';

export interface ClassInput {
  readonly file: string;
  readonly id: string;
  readonly name: string;
  readonly levels: readonly Level[];
}

export type ClassOutput =
  | { readonly file: string; readonly row: ClassRow }
  | { readonly file: string; readonly row: null; readonly reason: string; readonly sentence: string };

export function run({ file, id, name, levels }: ClassInput): ClassOutput {
  const { game, sentence, verdict } = judgeLog(file, levels);
  const row = game && classRow(game.level, { id, name, log: game.log });
  if (row !== null && !isRefusal(row)) return { file, row };
  return { file, row: null, reason: verdict.reason ?? '', sentence: sentence ?? '' };
}
