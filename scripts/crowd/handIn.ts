/** A student of the crowd hands a log in, and again until the server has answered: as the page does. */
import type { ClassApi } from '../../src/app/classroom/api.ts';
import { mayTryAgain, type Refusal } from '../../src/app/classroom/call.ts';
import { pauseAfter } from '../../src/app/classroom/pauses.ts';
import type { AcceptedLog } from '../../src/schema/classroom/room.ts';

export interface HandedIn {
  readonly accepted: AcceptedLog;
  readonly tries: number;
}

/** Waits out every refusal that may pass. Rejects on one that does not: the crowd hands in nothing but good logs. */
export async function handInUntilTaken(api: ClassApi, token: string, text: string): Promise<HandedIn> {
  for (let tries = 1; ; tries += 1) {
    const answer = await api.handIn(token, text);
    if (answer.ok) return { accepted: answer.value, tries };
    if (!mayTryAgain(answer.refusal)) throw refusedForGood(answer.refusal);
    await sleep(Math.max(pauseAfter(tries, Math.random()), (answer.refusal.retryAfter ?? 0) * 1000));
  }
}

function refusedForGood({ status, code }: Refusal): Error {
  return new Error(`a good log was refused: ${status} ${code}`);
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
