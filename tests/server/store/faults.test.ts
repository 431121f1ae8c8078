import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskFull, pageLimit } from '../../../scripts/cluster/diskFull.ts';
import { auditGames, sqliteKills } from '../../../scripts/cluster/sqliteKills.ts';
import { writersRoom, writtenGame } from '../../../scripts/cluster/writer.ts';
import { openStore } from '../../../src/server/store/openStore.ts';

test('killed in mid-write, SQLite keeps what was acknowledged', async () => {
  const { acknowledged, lost, duplicated } = await sqliteKills(3);
  expect(acknowledged).toBeGreaterThanOrEqual(3);
  expect({ lost, duplicated }).toEqual({ lost: 0, duplicated: 0 });
});

test('a game that was acknowledged and is not there counts as lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'stormward-audit-'));
  try {
    const store = await openStore({ folder });
    await writersRoom(store);
    const game = writtenGame(1);
    await store.addSubmission(game, 40);
    await store.close();
    const acknowledged = new Map([
      [1, game.id],
      [2, 'neverwritten'],
    ]);
    expect(await auditGames(folder, acknowledged)).toEqual({ acknowledged: 2, lost: 1, duplicated: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test.each([
  ['SQLite may not grow', pageLimit],
  ['a small disk is full', diskFull],
])('%s: the store says so, keeps the rest and goes on when there is room', async (_, fill) => {
  const report = await fill();
  expect(report).toMatchObject({ lost: 0, duplicated: 0, recovered: true });
  expect(report.acknowledged).toBeGreaterThan(60);
});
