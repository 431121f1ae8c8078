/** Lets sentences out one by one, so that a live region does not chatter. */
import type { Announcement } from './announcements.ts';

/** Milliseconds between two sentences: about the time to read a short one. */
export const BETWEEN_SENTENCES = 1500;
/** Calm sentences that wait at most; older ones are dropped, since the newest counts. */
const MOST_WAITING = 3;

export interface SpeechQueue {
  readonly waiting: readonly Announcement[];
  /** When the last sentence was let out, in milliseconds. */
  readonly lastAt: number;
}

export const SILENCE: SpeechQueue = { waiting: [], lastAt: Number.NEGATIVE_INFINITY };

/**
 * Adds sentences. A sentence that already waits is not said twice; urgent ones
 * go first. The ending takes the place of all that waits: the screen is about
 * to change, and after a long step many alarms would stand before it.
 */
export function enqueue(queue: SpeechQueue, added: readonly Announcement[]): SpeechQueue {
  const ending = added.find(({ isEnding }) => isEnding);
  if (ending) return { ...queue, waiting: [ending] };
  const fresh = added.filter(({ text }) => !queue.waiting.some((waiting) => waiting.text === text));
  const all = [...queue.waiting, ...fresh];
  const urgent = all.filter((sentence) => sentence.urgent);
  const calm = all.filter((sentence) => !sentence.urgent).slice(-MOST_WAITING);
  return { ...queue, waiting: [...urgent, ...calm] };
}

/** The sentence that may be said at `now`, or null, and the queue after it. */
export function nextSentence(
  queue: SpeechQueue,
  now: number,
): { readonly sentence: Announcement | null; readonly queue: SpeechQueue } {
  const [sentence, ...waiting] = queue.waiting;
  if (!sentence || now - queue.lastAt < BETWEEN_SENTENCES) return { sentence: null, queue };
  return { sentence, queue: { waiting, lastAt: now } };
}
