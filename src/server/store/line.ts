/** A line in front of something that only so many can use at once, first come, first served. */
export function createLine(places: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let free = places;
  return async (work) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((enter) => waiting.push(enter));
    try {
      return await work();
    } finally {
      // The place is handed on, so that nobody who comes now steps in between.
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  };
}
