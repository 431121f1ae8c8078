/** Sends the games of a room to a learning record store, as xAPI 1.0.3 asks for it. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Statement } from '@xapi/xapi';
import { classStatements } from '../classroom/xapi.ts';
import type { Level } from '../engine/types.ts';
import { parseDecisionLog } from '../schema/decisionLog.ts';
import type { RecordStorePlace } from './config.ts';
import type { RecordedGame, RecordStore } from './rooms/parts.ts';
import type { RoomRecord } from './store/types.ts';

export interface RecordStoreOptions {
  readonly place: RecordStorePlace;
  readonly levels: readonly Level[];
  /** Address under which the seats of this server are known: the same at every sending, else the store counts them twice. */
  readonly homePage: string;
  /** Milliseconds for the answer to one batch. */
  readonly timeout?: number;
}

/** Statements of one request. Stores take more; a batch that is refused should not take all with it. */
const BATCH = 50;
const TIMEOUT = 15_000;
const BEFORE_RETRY = 500;
/** A statement of this id was there before: it has arrived. Of a batch nothing is taken then, so the others go alone. */
const CONFLICT = 409;

/** Whether trying again may help: the store is overloaded, restarts, or was not reached. */
const passes = (status: number): boolean => status === 429 || status >= 500;

export function createRecordStore({
  place,
  levels,
  homePage,
  timeout = TIMEOUT,
}: RecordStoreOptions): RecordStore {
  return {
    async send(room, games) {
      const statements = statementsOf(room, games, levels, homePage);
      for (let from = 0; from < statements.length; from += BATCH) {
        await post(place, statements.slice(from, from + BATCH), timeout);
      }
      return statements.length;
    },
  };
}

function statementsOf(
  room: RoomRecord,
  games: readonly RecordedGame[],
  levels: readonly Level[],
  homePage: string,
): readonly Statement[] {
  const level = levels.find(({ id }) => id === room.level.id);
  if (level === undefined) return [];
  const stated = games.flatMap(({ seat, submission, log }) => {
    const parsed = parseDecisionLog(log);
    const { late, receivedAt } = submission;
    return parsed.ok ? [{ seat, log: parsed.value, late, receivedAt }] : [];
  });
  return classStatements(level, stated, { homePage, room: room.code });
}

async function post(
  place: RecordStorePlace,
  statements: readonly Statement[],
  timeout: number,
): Promise<void> {
  const first = await ask(place, statements, timeout);
  const status = passes(first)
    ? await pause(BEFORE_RETRY).then(() => ask(place, statements, timeout))
    : first;
  if (status >= 200 && status < 300) return;
  if (status !== CONFLICT) throw new Error(`The learning record store answered ${status}.`);
  if (statements.length > 1) for (const one of statements) await post(place, [one], timeout);
}

/** The status of the answer; one that passes when there was none. */
async function ask(
  { url, key, secret }: RecordStorePlace,
  statements: readonly Statement[],
  timeout: number,
): Promise<number> {
  try {
    const answer = await fetch(`${url}/statements`, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`,
        'content-type': 'application/json',
        'x-experience-api-version': '1.0.3',
      },
      body: JSON.stringify(statements),
      // A store that sends the key elsewhere is not the one that was named.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return NO_ANSWER;
  }
}

/** As a proxy in between says it. */
const NO_ANSWER = 504;
