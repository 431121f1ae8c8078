/** Ending a server so that nothing is lost and nobody waits for it. */

export interface Ending {
  /** Takes no more connections, says farewell to those who wait for news, and waits for the answers under way. */
  readonly closeServer: () => Promise<void>;
  /** Cuts the connections that are left. */
  readonly cut: () => void;
  /** Threads, hub and database, in this order; the database is folded into its one file. */
  readonly closeParts: readonly (() => Promise<void>)[];
  /** Called at once, before anything else. */
  readonly begun: () => void;
  readonly exit: (code: number) => void;
  /** Milliseconds that answers under way have: a log that was handed in is played again and stored. */
  readonly patience?: number;
}

const ANSWERS = 10_000;
/** Milliseconds for each part to end. */
const PART = 3_000;
/** Ctrl+C reaches a process from the terminal and from npm: two signals within this time are one. */
const SAME_SIGNAL = 1_000;

/** Returns what a signal calls: the first ends the server in good order, a second one at once. */
export function createStop(ending: Ending): () => void {
  let since: number | null = null;
  return () => {
    if (since === null) {
      since = performance.now();
      void stop(ending);
    } else if (performance.now() - since > SAME_SIGNAL) ending.exit(1);
  };
}

async function stop(ending: Ending): Promise<void> {
  const { closeServer, cut, closeParts, begun, exit, patience = ANSWERS } = ending;
  begun();
  let isWell = true;
  const closed = closeServer();
  if (!(await within(patience, closed))) {
    cut();
    isWell = await within(PART, closed);
  }
  for (const close of closeParts) isWell = (await within(PART, close())) && isWell;
  exit(isWell ? 0 : 1);
}

/** True when it is done in time, and without a failure. */
async function within(milliseconds: number, work: Promise<void>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), milliseconds);
  const done = work.then(
    () => true,
    () => false,
  );
  const isDone = await Promise.race([done, late.promise]);
  clearTimeout(timer);
  return isDone;
}
