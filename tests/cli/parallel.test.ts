import { describe, expect, test } from 'vitest';
import { CommandFailure } from '../../src/cli/command.ts';
import { type Chunk, chunksOf, runParallel, streamParallel } from '../../src/cli/parallel.ts';

const JOB = new URL('./parallelJob.ts', import.meta.url);

interface Output {
  readonly states: readonly Float64Array[];
  readonly thread: number;
}

test('a range is cut into parts of one size', () => {
  expect(chunksOf(0, 4)).toEqual([]);
  expect(chunksOf(4, 4)).toEqual([{ from: 0, to: 4 }]);
  expect(chunksOf(9, 4)).toEqual([
    { from: 0, to: 4 },
    { from: 4, to: 8 },
    { from: 8, to: 9 },
  ]);
});

describe('work over threads', () => {
  test('gives the same results in the same order for any number of workers', async () => {
    const chunks = chunksOf(23, 3);
    const all = await Promise.all(
      [1, 2, 3, 5].map((workers) => runParallel<Chunk, Output>(JOB, chunks, workers)),
    );
    const states = all.map((outputs) => outputs.flatMap((output) => output.states.map((y) => [...y])));
    expect(states[0]).toHaveLength(23);
    expect(new Set(states[0]?.map((y) => y[2])).size).toBe(23);
    for (const other of states.slice(1)) expect(other).toEqual(states[0]);
    const threads = all.map((outputs) => new Set(outputs.map(({ thread }) => thread)).size);
    expect(threads[0]).toBe(1);
    expect(threads[2]).toBeGreaterThan(1);
  });

  test('does not run ahead of its reader by more than a few inputs', async () => {
    const count = new Int32Array(new SharedArrayBuffer(4));
    const inputs = chunksOf(60, 1).map((chunk) => ({ ...chunk, count }));
    for await (const { states } of streamParallel<Chunk, Output>(JOB, inputs, 2)) {
      expect(states).toHaveLength(1);
      // A slow reader: the threads must wait for it.
      await new Promise((resolve) => setTimeout(resolve, 600));
      break;
    }
    expect(count[0]).toBeGreaterThanOrEqual(1);
    expect(count[0]).toBeLessThan(10);
  });

  test.each([1, 2])('throws what a job throws (%i workers)', async (workers) => {
    const inputs = chunksOf(6, 1);
    const failing = (fail: string) => inputs.map((chunk) => (chunk.from === 3 ? { ...chunk, fail } : chunk));
    await expect(runParallel(JOB, failing('program'), workers)).rejects.toThrow('part 3 failed');
    const failure = await runParallel(JOB, failing('use'), workers).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(CommandFailure);
    expect(failure).toMatchObject({ exitCode: 2, message: 'not like that' });
  });

  test.each([1, 2])('throws when there is no such job (%i workers)', async (workers) => {
    const nowhere = new URL('./noSuchJob.ts', import.meta.url);
    await expect(runParallel(nowhere, chunksOf(3, 1), workers)).rejects.toThrow(/noSuchJob/);
  });
});
