/** Runs a cohort in a process of its own, so that its memory can be told: `node cohortRun.ts patients workers`. */
import { type Chunk, chunksOf, streamParallel } from '../../src/cli/parallel.ts';

const CHUNK = 20;
const KILOBYTE = 1024;

const [count = 0, workers = 1] = process.argv.slice(2).map(Number);
const start = process.hrtime.bigint();
let sum = 0;
const parts = streamParallel<Chunk, number>(
  new URL('./cohortJob.ts', import.meta.url),
  chunksOf(count, CHUNK),
  workers,
);
for await (const part of parts) sum += part;
const seconds = Number(process.hrtime.bigint() - start) / 1e9;
const peakMegabytes = process.resourceUsage().maxRSS / KILOBYTE;
console.log(JSON.stringify({ patients: count, seconds, peakMegabytes, meanHighestIl6: sum / count }));
