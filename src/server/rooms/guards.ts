/** What every call of the class server passes before its route, and how its failures are told. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { inTrouble, type Refused, refused, sendRefused } from '../answers.ts';
import { addressKey } from '../hub/limits.ts';
import { StoreFailure } from '../store/types.ts';
import { limit, tokenOf } from './callers.ts';
import type { RoomParts } from './parts.ts';
import { hashOf } from './secrets.ts';

export function addGuards(api: FastifyInstance, parts: RoomParts): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, passOn) =>
    passOn(null, body),
  );
  api.addHook('onRequest', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const refusal = checkHead(parts, request) ?? (await checkRate(parts, request));
    return refusal === null ? undefined : sendRefused(reply, refusal);
  });
  // As routes, because the files of the game answer every other GET.
  for (const url of ['/', '/*']) {
    api.all(url, (_request, reply) => sendRefused(reply, refused('unknownCall')));
  }
  api.setErrorHandler((error: FastifyError, _request, reply) =>
    sendRefused(reply, refusalOf(parts, error, reply)),
  );
}

function checkHead(parts: RoomParts, request: FastifyRequest): Refused | null {
  if (!isOwnOrigin(parts, request)) return refused('otherOrigin');
  // A packed body may be a thousand times as large once it is unpacked.
  const encoding = request.headers['content-encoding'];
  return encoding === undefined || encoding === 'identity' ? null : refused('wrongType');
}

/** A browser names the page that asks. One that another host served has nothing to ask here, over the socket neither. */
function isOwnOrigin(parts: RoomParts, { headers, host, protocol }: FastifyRequest): boolean {
  const { origin } = headers;
  // A picture on a foreign page has no origin: its wrong codes would count for the school of whoever looks at it.
  if (headers['sec-fetch-site'] === 'cross-site') return false;
  if (origin === undefined) return true;
  const url = URL.parse(origin);
  if (url === null || !/^https?:$/.test(url.protocol)) return false;
  const own = [`${protocol}://${host}`, ...parts.addresses()].map((address) => URL.parse(address)?.host);
  return own.includes(url.host) || url.host === host.toLowerCase();
}

/** A socket says its token in its first message: one in its head is there to be counted by itself. */
async function checkRate(parts: RoomParts, request: FastifyRequest): Promise<Refused | null> {
  const token = request.ws ? null : tokenOf(request);
  return token === null
    ? limit(parts, 'anonymous', addressKey(request.ip))
    : limit(parts, 'request', hashOf(token));
}

/** Nothing of an error is told but its kind: a stack or a query is nobody's business. */
function refusalOf(parts: RoomParts, error: FastifyError, reply: FastifyReply): Refused {
  if (error instanceof StoreFailure) {
    parts.log.warn({ trouble: error.trouble, cause: String(error.cause) }, error.message);
    return inTrouble(error);
  }
  const { statusCode = 500 } = error;
  if (statusCode === 413) {
    // What is left of the body is not read.
    reply.header('connection', 'close');
    return refused('tooLarge', { path: 'file' });
  }
  if (statusCode === 415) return refused('wrongType');
  if (statusCode < 500) return { ...refused('badRequest', { path: 'file' }), status: statusCode };
  parts.log.error({ error: error.stack ?? String(error) }, 'a call has failed');
  return { ...refused('unavailable', {}, 5), status: 500 };
}
