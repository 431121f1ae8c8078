import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { exportClass } from '../../../src/app/classroom/exports.ts';
import { mapInWorker, verifyInWorkers } from '../../../src/app/classroom/verifyInWorkers.ts';
import { classCsv } from '../../../src/classroom/csv.ts';
import { makeNamedClass } from '../../support/classLogs.ts';
import { QUIET_DOUBLING } from '../../support/levels.ts';
import { localThreads } from './threads.ts';

const GAMES = makeNamedClass(QUIET_DOUBLING, 5, 7).map(({ id, name, log }) => {
  return { id, name, kind: 'text', text: JSON.stringify(log), late: id === 'seat0002' } as const;
});

async function rowsOfRoom() {
  const { start } = localThreads();
  const verdicts = await verifyInWorkers([QUIET_DOUBLING], GAMES, undefined, { start, processors: 4 });
  const rows = verdicts.flatMap((verdict) => (verdict.ok ? [verdict.row] : []));
  const names = { bestKnown: 'Best known', guideline: 'Guideline' };
  const task = { levelId: QUIET_DOUBLING.id, rows, bestLog: null, names };
  return (await mapInWorker([QUIET_DOUBLING], task, { start, processors: 4 })).rows;
}

describe('verifying a room in workers', () => {
  it('gives a verdict for each game, in order, and counts them', async () => {
    const threads = localThreads((task) => (task % 2 === 0 ? 9 : 0));
    const counted: number[] = [];
    const given = GAMES.with(3, { ...GAMES[3], text: '{}' } as (typeof GAMES)[number]);
    const verdicts = await verifyInWorkers([QUIET_DOUBLING], given, (done) => counted.push(done), {
      start: threads.start,
      processors: 4,
    });
    expect(verdicts.map((verdict) => (verdict.ok ? verdict.row.id : verdict.code))).toEqual([
      'seat0001',
      'seat0002',
      'seat0003',
      'missingField',
      'seat0005',
    ]);
    expect(counted).toEqual([1, 2, 3, 4, 5]);
    expect(threads.counts.ended).toBe(threads.counts.started);
  });

  it('rejects when a worker fails at the map', async () => {
    const { start } = localThreads(
      () => 0,
      () => true,
    );
    const names = { bestKnown: '', guideline: '' };
    const task = { levelId: QUIET_DOUBLING.id, rows: [], bestLog: null, names };
    await expect(mapInWorker([QUIET_DOUBLING], task, { start })).rejects.toThrow('out of memory');
  });
});

describe('a class as a file', () => {
  it('is a table', async () => {
    const rows = await rowsOfRoom();
    const { name, blob } = exportClass('table', {
      level: QUIET_DOUBLING,
      rows,
      hideNames: true,
      room: 'KQ7ZDW',
      homePage: 'http://10.0.0.1:8080/',
    });
    expect([name, blob.type]).toEqual(['stormward-the-quiet-doubling-KQ7ZDW.csv', 'text/csv;charset=utf-8']);
    expect(await blob.text()).toBe(classCsv(QUIET_DOUBLING, rows, true));
    expect(await blob.text()).toMatch(/\r\n5,Student 5,/);
  });

  it('is its logs', async () => {
    const rows = await rowsOfRoom();
    const exported = { level: QUIET_DOUBLING, rows, hideNames: false, room: null, homePage: '' };
    const { name, blob } = exportClass('logs', exported);
    expect([name, blob.type]).toEqual(['stormward-the-quiet-doubling-logs.zip', 'application/zip']);
    expect(Object.keys(unzipSync(new Uint8Array(await blob.arrayBuffer())))).toHaveLength(7);
  });

  it('is what happened, with the seat for a name and the moment that the server knows', async () => {
    const rows = await rowsOfRoom();
    const { name, blob } = exportClass('statements', {
      level: QUIET_DOUBLING,
      rows,
      hideNames: true,
      room: 'KQ7ZDW',
      homePage: 'http://10.0.0.1:8080/',
      receivedAt: new Map([['seat0002', '2026-03-04T10:11:12.345Z']]),
    });
    expect([name, blob.type]).toEqual(['stormward-the-quiet-doubling-KQ7ZDW-xapi.json', 'application/json']);
    const statements = JSON.parse(await blob.text()) as {
      actor: { account: { homePage: string; name: string } };
      timestamp?: string;
    }[];
    expect(statements).toHaveLength(15);
    const late = statements.filter(({ actor }) => actor.account.name === 'seat0002');
    expect(late.map(({ timestamp }) => timestamp)).toEqual(Array(3).fill('2026-03-04T10:11:12.345Z'));
    expect(statements.filter(({ timestamp }) => timestamp !== undefined)).toHaveLength(3);
    expect(statements[0]?.actor.account.homePage).toBe('http://10.0.0.1:8080/');
  });

  it('names no file of this machine in its statements', async () => {
    const exported = {
      level: QUIET_DOUBLING,
      rows: await rowsOfRoom(),
      hideNames: false,
      room: null,
      homePage: 'file:///home/ann/stormward/index.html',
    };
    expect(await exportClass('statements', exported).blob.text()).not.toContain('ann');
  });
});
