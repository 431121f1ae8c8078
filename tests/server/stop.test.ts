import { expect, test } from 'vitest';
import { createStop, type Ending } from '../../src/server/stop.ts';

/** An ending that writes down what is done, until it has exited. */
function ending(change: Partial<Ending>) {
  const done: string[] = [];
  const note = (what: string) => async () => void done.push(what);
  const parts: Omit<Ending, 'exit'> = {
    begun: () => void done.push('begun'),
    closeServer: note('server'),
    cut: () => void done.push('cut'),
    closeParts: [note('threads'), note('database')],
    patience: 50,
    ...change,
  };
  let signal = () => {};
  const exited = new Promise<string[]>((resolve) => {
    const exit = (code: number) => resolve([...done, `exit ${code}`]);
    signal = createStop({ ...parts, exit });
  });
  return { signal, exited };
}

test('the server ends first, then its parts, then the process', async () => {
  const { signal, exited } = ending({});
  signal();
  // The same Ctrl+C by way of npm.
  signal();
  expect(await exited).toEqual(['begun', 'server', 'threads', 'database', 'exit 0']);
});

test('answers that do not end are cut, and the database is closed all the same', async () => {
  const cut = Promise.withResolvers<void>();
  const { signal, exited } = ending({ closeServer: () => cut.promise, cut: cut.resolve });
  signal();
  expect(await exited).toEqual(['begun', 'threads', 'database', 'exit 0']);
});

test('a part that fails to end is told by the exit code', async () => {
  const { signal, exited } = ending({ closeParts: [() => Promise.reject(new Error('full'))] });
  signal();
  expect(await exited).toEqual(['begun', 'server', 'exit 1']);
});

test('whoever asks a second time does not wait', async () => {
  const { signal, exited } = ending({ closeServer: () => new Promise(() => {}), patience: 60_000 });
  signal();
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  signal();
  expect(await exited).toEqual(['begun', 'exit 1']);
});
