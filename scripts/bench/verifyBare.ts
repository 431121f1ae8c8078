/** A thread that plays one log again and again with the bare engine: the most that a thread of the verifier can do. */
import { parentPort } from 'node:worker_threads';
import { replayLog } from '../../src/engine/replay.ts';
import type { DecisionLog, Level } from '../../src/engine/types.ts';

export interface BareTask {
  readonly level: Level;
  readonly log: DecisionLog;
  readonly rounds: number;
}

if (parentPort !== null) {
  const port = parentPort;
  port.on('message', ({ level, log, rounds }: BareTask) => {
    for (let round = 0; round < rounds; round += 1) {
      const replayed = replayLog(level, log);
      if (!replayed.ok) throw new Error(`the log of the bench is refused: ${replayed.code}`);
    }
    port.postMessage('done');
  });
}
