/** What is said of the files of a class. */
import type { FileBoard, FileEntry, FilesState } from '../../../../app/classroom/types.ts';
import type { Level } from '../../../../engine/types.ts';
import { levelText } from '../../words.ts';
import { t } from '../mapWords.ts';

/** Files that no board shows, in the order in which they came. */
export function notOnBoard(entries: readonly FileEntry[]): readonly FileEntry[] {
  return entries.filter(({ state }) => state === 'refused' || state === 'twice');
}

/** "30 games verified. One was refused; the reason stands in the list." */
export function finishedWords({ entries }: FilesState): string {
  const refused = notOnBoard(entries).length;
  const rest =
    refused === 0 ? t('classMap.files.allGood') : t('classMap.files.refusedCount', { count: refused });
  return t('classMap.files.finished', {
    count: entries.filter(({ state }) => state === 'verified').length,
    rest,
  });
}

/** Why a file is not on a board. */
export function reasonWords({ state, reason }: FileEntry): string {
  return state === 'twice' && reason === '' ? t('classMap.files.twice') : reason;
}

/** Tells the boards of one page apart. */
export function boardKey({ levelId, mode }: FileBoard): string {
  return `${levelId} ${mode}`;
}

/** "The quiet doubling, clinician view". */
export function boardName({ levelId, mode }: FileBoard, levels: readonly Level[]): string {
  const level = levels.find(({ id }) => id === levelId);
  return t('classMap.files.boardName', {
    level: level ? levelText(level).title : levelId,
    mode: t(`classMap.files.${mode}`),
  });
}
