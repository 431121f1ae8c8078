import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../src/app/classroom/api.ts';
import { call, mayTryAgain, readNothing } from '../../../src/app/classroom/call.ts';
import { refusalSentence } from '../../../src/app/classroom/refusalSentence.ts';

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A host that answers as it is told. */
async function hostOf(answer: RequestListener) {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    base: `http://127.0.0.1:${port}/games/`,
    fetch: (url: string, init: RequestInit) => fetch(url, init),
  };
}

const readText = (text: string): string => text;

describe('a call of the class server', () => {
  it('goes to the folder of the page, with the token in its head and nowhere else', async () => {
    const seen: unknown[] = [];
    const host = await hostOf((request, response) => {
      seen.push(request.method, request.url, request.headers.authorization, request.headers['content-type']);
      response.end('yes');
    });
    const asked = { method: 'POST', path: 'api/seat/move', token: 's_1', body: { a: 1 } } as const;
    expect(await call(host, asked, readText)).toEqual({ ok: true, value: 'yes' });
    expect(seen).toEqual(['POST', '/games/api/seat/move', 'Bearer s_1', 'application/json']);
  });

  it('brings the refusal with its values and the seconds to wait', async () => {
    const error = { code: 'tooMany', sentence: 'Later.', values: { seconds: 9 }, retryAfter: 9 };
    const host = await hostOf((_request, response) => {
      response.statusCode = 429;
      response.end(JSON.stringify({ error }));
    });
    const answer = await call(host, { path: 'api/seat' }, readText);
    expect(answer).toEqual({
      ok: false,
      refusal: { status: 429, code: 'tooMany', values: { seconds: 9 }, retryAfter: 9 },
    });
  });

  it.each([200, 302, 403, 404, 502])(
    'takes the page of a proxy with status %i for no answer',
    async (status) => {
      const host = await hostOf((_request, response) => {
        response.statusCode = status;
        response.end('<html>Please sign in to the school network</html>');
      });
      const answer = await createApi(host).seat('s_1');
      expect(answer).toMatchObject({ ok: false, refusal: { code: 'unavailable' } });
      expect(!answer.ok && mayTryAgain(answer.refusal)).toBe(true);
    },
  );

  it('is given up when nothing comes in time, and where nobody listens', async () => {
    const host = await hostOf(() => undefined);
    const unavailable = { ok: false, refusal: { status: 0, code: 'unavailable' } };
    expect(await call(host, { path: 'api/seat', patience: 50 }, readText)).toMatchObject(unavailable);
    const nobody = { ...host, base: 'http://127.0.0.1:9/' };
    expect(await call(nobody, { path: 'api/seat' }, readText)).toMatchObject(unavailable);
  });

  it('knows a class server from a host of files, and from none', async () => {
    const answering = (status: number, text: string) =>
      hostOf((request, response) => {
        response.statusCode = request.url?.endsWith('healthz') ? status : 200;
        response.end(request.url?.endsWith('healthz') ? text : '<html></html>');
      });
    expect(await createApi(await answering(200, '{"status":"ok"}')).isThere()).toBe(true);
    expect(await createApi(await answering(404, 'no')).isThere()).toBe(false);
    expect(await createApi(await answering(200, '<html></html>')).isThere()).toBe(false);
    const host = await hostOf(() => undefined);
    expect(await createApi({ ...host, base: 'http://127.0.0.1:9/' }).isThere()).toBeNull();
  });

  it('takes an empty answer for done', () => {
    expect([readNothing(''), readNothing('<html>')]).toEqual([true, null]);
  });
});

describe('a refusal in words', () => {
  const words = (code: string, values = {}) => refusalSentence({ code, values });

  it('is that of the catalogue, of a log that does not hold, or names a code of a newer server', () => {
    expect(words('unknownRoom')).toContain('no room with this code');
    expect(words('tooMany', { seconds: 9 })).toContain('9');
    expect(words('error.replay.checkpoint', { tick: 9 })).toContain('differs from the log at tick 9');
    expect(words('fromTheFuture')).toContain('fromTheFuture');
  });
});
