/** GET /api/live/poll: for networks that let no socket through. Every answer is whole, so nothing on the way holds it back. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Answer, done, send } from '../answers.ts';
import { tokenOf } from './callers.ts';
import type { Listeners, News } from './listeners.ts';
import { goneReasonOf, type LiveCaller, liveCaller, type Places } from './live.ts';
import type { RoomParts } from './parts.ts';

/** Milliseconds: shorter than what proxies allow a request. */
const LONGEST = 20_000;

const SAME = done({ type: 'same' });

export interface PollParts {
  readonly parts: RoomParts;
  readonly listeners: Listeners;
  readonly places: Places;
  /** Aborted when the server ends: whoever waits is answered at once. */
  readonly ending: AbortSignal;
}

export async function poll(
  { parts, listeners, places, ending }: PollParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const caller = await liveCaller(parts, tokenOf(request), request.ip);
  if (caller.isRefused) {
    const reason = goneReasonOf(caller);
    return send(reply, reason === null ? caller : done({ type: 'gone', reason }));
  }
  const full = places.take(caller.key);
  if (full !== null) return send(reply, full);
  try {
    return send(reply, await waitForNews({ listeners, ending }, caller, sinceOf(request), reply));
  } finally {
    places.leave(caller.key);
  }
}

/** A number that this server never gave is one that differs from every version. */
function sinceOf({ query }: FastifyRequest): number {
  const { since } = query as { readonly since?: unknown };
  return typeof since === 'string' && /^\d{1,16}$/.test(since) ? Number(since) : -1;
}

async function waitForNews(
  { listeners, ending }: Pick<PollParts, 'listeners' | 'ending'>,
  { room, seat }: LiveCaller,
  since: number,
  reply: FastifyReply,
): Promise<Answer> {
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const giveUp = () => resolve(SAME);
  const timer = setTimeout(giveUp, LONGEST);
  ending.addEventListener('abort', giveUp);
  reply.raw.on('close', giveUp);
  if (ending.aborted) giveUp();
  const listener = {
    ...{ seat, since },
    hear: (news: News) => {
      resolve(done(textOf(news)));
      return true;
    },
    gone: (reason: string) => resolve(done({ type: 'gone', reason })),
  };
  try {
    const stop = await listeners.add(room, listener);
    return await promise.finally(stop);
  } finally {
    clearTimeout(timer);
    ending.removeEventListener('abort', giveUp);
    reply.raw.off('close', giveUp);
  }
}

/** A serverMessage around the texts that are there already. */
function textOf({ view, own }: News): string {
  return own === null ? `{"type":"teacher","view":${view}}` : `{"type":"view","view":${view},"own":${own}}`;
}
