import { describe, expect, it } from 'vitest';
import type { FileBoard, FileEntry } from '../../../../src/app/classroom/types.ts';
import {
  boardKey,
  boardName,
  finishedWords,
  notOnBoard,
  reasonWords,
} from '../../../../src/hud/pages/classroom/files/filesWords.ts';
import { LEVEL } from './mapClass.ts';

const entry = (name: string, state: FileEntry['state'], reason = ''): FileEntry => ({
  id: name,
  name,
  state,
  reason,
});

describe('the files of a class', () => {
  const entries = [
    entry('a', 'verified'),
    entry('b', 'refused', 'This is no JSON.'),
    entry('c', 'twice'),
    entry('d', 'verified'),
  ];

  it('are told at the end: how many hold, and that the reasons of the others can be read', () => {
    const done = { done: 4, total: 4, boards: [] };
    expect(finishedWords({ ...done, entries })).toBe(
      '2 games verified. 2 are not in the board; the reasons stand in the list.',
    );
    expect(finishedWords({ ...done, entries: entries.slice(0, 1) })).toBe(
      'One game verified. Every file is in the board.',
    );
  });

  it('are listed with a reason each, whatever kept them from the board', () => {
    expect(notOnBoard(entries).map(reasonWords)).toEqual([
      'This is no JSON.',
      'The same game is there already; it counts once.',
    ]);
  });

  it('share a board by level and view', () => {
    const board = { levelId: LEVEL.id, mode: 'clinician' } as FileBoard;
    expect(boardName(board, [LEVEL])).toBe('The quiet doubling, clinician view');
    expect(boardName(board, [])).toContain(LEVEL.id);
    expect(boardKey(board)).not.toBe(boardKey({ ...board, mode: 'student' }));
  });
});
