/** The patience of a page: what is refused for now is asked again, after growing pauses. */
import { type Answer, mayTryAgain } from '../../src/app/classroom/call.ts';
import { pauseAfter } from '../../src/app/classroom/pauses.ts';

export interface Answered<T> {
  readonly value: T;
  readonly tries: number;
}

/** Asks until there is an answer. Throws on a refusal that does not pass. */
export async function untilAnswered<T>(what: string, ask: () => Promise<Answer<T>>): Promise<Answered<T>> {
  for (let tries = 1; ; tries += 1) {
    const answer = await ask();
    if (answer.ok) return { value: answer.value, tries };
    const { status, code, retryAfter } = answer.refusal;
    if (!mayTryAgain(answer.refusal)) throw new Error(`${what} was refused: ${status} ${code}`);
    await sleep(Math.max(pauseAfter(tries, Math.random()), (retryAfter ?? 0) * 1000));
  }
}

export const sleep = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));
