import { expect, test } from 'vitest';
import { withHiddenNames } from '../../../src/app/classroom/hiddenNames.ts';
import { roomLines } from '../../../src/hud/pages/classroom/boardLines.ts';
import type { BoardRow } from '../../../src/schema/classroom/room.ts';

const row = (seat: string): BoardRow => ({
  ...{ seat, name: 'plucky-lynx', state: 'finished', hour: 0, result: null },
});

test('whoever is Student 2 on the wall is Student 2 in the saved table, whatever the places', () => {
  const board = [row('seatc000'), row('seata000'), row('seatb000')];
  const wall = new Map(roomLines(board, { hideNames: true }).map(({ key, name }) => [key, name]));
  // Only two of them have handed in, and the second seat leads.
  const saved = withHiddenNames([{ id: 'seatb000' }, { id: 'seatc000' }], board);
  expect(saved.map(({ name }) => name)).toEqual(['Student 2', 'Student 3']);
  for (const { id, name } of saved) expect(wall.get(id)).toBe(name);
});
