/**
 * `npm run test:mutations`: 100,000 mutated logs through the real verifier, or as many as the argument says.
 * None may break a thread, none may be accepted that was not played. The last line is one JSON object.
 */
import { runMutations } from './mutateRun.ts';

const WHOLE = 100_000;

const count = Number(process.argv[2] ?? WHOLE);
if (!Number.isInteger(count) || count < 1) {
  console.error('Say how many: npm run test:mutations -- 100000');
  process.exit(1);
}
const since = performance.now();
const { byMutation, ...report } = await runMutations(count, {
  onProgress: (done) => {
    if (done % 10_000 === 0) console.log(`${done} of ${count} ...`);
  },
});
for (const [name, { logs, accepted }] of Object.entries(byMutation).sort()) {
  if (!name.includes('+')) console.log(`${name}: ${logs}, accepted ${accepted}`);
}
const seconds = Math.round((performance.now() - since) / 1000);
console.log(JSON.stringify({ ...report, seconds }));
if (report.crashed > 0 || report.forged.length > 0) process.exitCode = 1;
