/** News by long polling, for networks whose proxies let no socket through. Each poll is an ordinary answer. */
import type { ServerMessage } from '../../schema/classroom/room.ts';
import type { Answer, Refusal } from './call.ts';

export interface PollHost {
  /** The next message after a view of that version. */
  poll(since: number, signal: AbortSignal): Promise<Answer<ServerMessage>>;
  later(milliseconds: number, work: () => void): () => void;
}

/** A board that changes with every second is fetched with every second, and not faster. */
const BETWEEN_MILLISECONDS = 1_000;

/**
 * Polls until a poll fails, or until it is closed. The first one asks for the view as it is, and is answered at once.
 *
 * @returns ends it without a word to the listener
 */
export function openPollLine(
  host: PollHost,
  on: { hear(message: ServerMessage): void; end(refusal: Refusal): void },
): () => void {
  const over = new AbortController();
  let known = 0;
  let callOff = (): void => undefined;
  const ask = async (): Promise<void> => {
    const answer = await host.poll(known, over.signal);
    if (over.signal.aborted) return;
    if (!answer.ok) return on.end(answer.refusal);
    const message = answer.value;
    if (message.type === 'view' || message.type === 'teacher') known = message.view.version;
    callOff = host.later(BETWEEN_MILLISECONDS, () => void ask());
    on.hear(message);
  };
  void ask();
  return () => {
    over.abort();
    callOff();
  };
}
