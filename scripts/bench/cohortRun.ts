/**
 * Runs a cohort in a process of its own, so that its memory can be told:
 * `node cohortRun.ts patients workers seconds`. Stops early when the seconds are over.
 */
import { type Chunk, chunksOf, streamParallel } from '../../src/cli/parallel.ts';

const CHUNK = 20;
const KILOBYTE = 1024;

const [count = 0, workers = 1, limit = 0] = process.argv.slice(2).map(Number);
const start = process.hrtime.bigint();
const elapsed = (): number => Number(process.hrtime.bigint() - start) / 1e9;
const chunks = chunksOf(count, CHUNK);
const job = new URL('./cohortJob.ts', import.meta.url);
let done = 0;
let sum = 0;
for await (const part of streamParallel<Chunk, number>(job, chunks, workers)) {
  sum += part;
  done = Math.min(done + CHUNK, count);
  if (elapsed() > limit) break;
}
const seconds = elapsed();
const { user, system } = process.cpuUsage();
console.log(
  JSON.stringify({
    patients: done,
    seconds,
    processorSeconds: (user + system) / 1e6,
    peakMegabytes: process.resourceUsage().maxRSS / KILOBYTE,
    meanHighestIl6: sum / done,
  }),
);
