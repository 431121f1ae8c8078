/** Values of patients who are spread over workers: patient i is with worker i modulo the number of workers. */
import type { DebriefPool } from './types.ts';

/** Asks every worker about its own of some patients (numbers, ascending); answers by worker. */
export async function askEach<Answer>(
  pool: DebriefPool,
  patients: readonly number[],
  taskOf: (own: readonly number[]) => unknown,
): Promise<readonly Answer[]> {
  const asked = Array.from({ length: pool.size }, (_, worker) =>
    pool.ask(worker, taskOf(patients.filter((patient) => patient % pool.size === worker))),
  );
  return (await Promise.all(asked)) as readonly Answer[];
}

/** What each of the patients got, in their order, from what each worker says of its own. */
export function gathered<T>(patients: readonly number[], shares: readonly ArrayLike<T>[]): readonly T[] {
  const places = shares.map(() => 0);
  return patients.map((patient) => {
    const worker = patient % shares.length;
    const place = places[worker] as number;
    places[worker] = place + 1;
    return shares[worker]?.[place] as T;
  });
}
