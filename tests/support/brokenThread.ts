/** A thread of the verifier that breaks in the way its text says, and plays every other text as the real one does. */
import type { Verdict } from '../../src/server/verify/types.ts';
import { type VerifyTask, verifyLog as verifyReally } from '../../src/server/verify/verifyLog.ts';

export function verifyLog(task: VerifyTask): Verdict {
  if (task.text === 'hang') for (;;);
  if (task.text === 'exit') process.exit(3);
  if (task.text === 'throw') throw new Error('broken');
  if (task.text === 'memory') {
    const kept: number[][] = [];
    for (;;) kept.push(new Array(1_000_000).fill(kept.length + 0.5));
  }
  return verifyReally(task);
}
