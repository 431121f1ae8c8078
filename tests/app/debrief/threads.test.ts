import { expose } from 'comlink';
import { describe, expect, it } from 'vitest';
import { createDebriefWork } from '../../../src/app/debrief/debriefWork.ts';
import { CalledOff, createPool, poolSize, threadAt } from '../../../src/app/debrief/threads.ts';
import { createBatchProgram } from '../../../src/cli/batchProgram.ts';

function started(answers = true) {
  const { port1, port2 } = new MessageChannel();
  if (answers) expose(createDebriefWork(createBatchProgram), port1);
  const closed = { count: 0 };
  const made = threadAt(port2, () => {
    closed.count += 1;
    for (const port of [port1, port2]) port.close();
  });
  return { ...made, closed };
}

describe('a thread', () => {
  it('tells what went wrong in it', async () => {
    const { thread } = started();
    await expect(thread.ask('bodyAlone')).rejects.toThrow('before there was a game');
    thread.end();
  });

  it('tells everyone who waits that it cannot be started', async () => {
    const { thread, fail } = started(false);
    const waiting = [thread.ask('bodyAlone'), thread.ask('draw'), thread.over];
    fail(new Error('no such file'));
    for (const one of waiting) await expect(one).rejects.toThrow('no such file');
    await expect(thread.ask('guideline')).rejects.toThrow('no such file');
    thread.end();
  });

  it('calls off what is asked of it when it is ended', async () => {
    const { thread, closed } = started(false);
    const waiting = thread.ask('bodyAlone');
    thread.end();
    await expect(waiting).rejects.toBeInstanceOf(CalledOff);
    await expect(thread.ask('draw')).rejects.toBeInstanceOf(CalledOff);
    expect(closed.count).toBe(1);
  });
});

describe('a pool', () => {
  it.each([
    [1, 2],
    [2, 2],
    [3, 3],
    [4, 4],
    [16, 4],
  ])('on %i processors has %i threads', (processors, threads) => {
    expect(poolSize(processors)).toBe(threads);
  });

  it('is over as soon as one of its threads is', async () => {
    const threads = [started(false), started(false)];
    let next = 0;
    const pool = createPool(2, () => (threads[next++] as (typeof threads)[number]).thread);
    expect(pool.connect()).toHaveLength(2);
    threads[1]?.fail(new Error('out of memory'));
    await expect(pool.over).rejects.toThrow('out of memory');
    pool.end();
    expect(threads.map(({ closed }) => closed.count)).toEqual([1, 1]);
  });
});
