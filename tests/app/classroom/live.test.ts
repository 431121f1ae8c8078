import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from '../../../src/app/classroom/api.ts';
import { openSocket } from '../../../src/app/classroom/browserHost.ts';
import { type Live, type LiveHost, openLive } from '../../../src/app/classroom/live.ts';
import { pauseAfter } from '../../../src/app/classroom/pauses.ts';
import type { SocketEvents } from '../../../src/app/classroom/socketLine.ts';
import type { Connection } from '../../../src/app/classroom/types.ts';
import type { ServerMessage } from '../../../src/schema/classroom/room.ts';
import {
  ask,
  type ClassServer,
  joinRoom,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';
import { until } from './tab.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function serve(options = {}): Promise<ClassServer> {
  const server = await startClassServer(options);
  closing.push(() => server.close());
  return server;
}

type How = 'through' | 'swallowed' | 'refused' | 'cutSoon';

/** Timers that wait until the test lets them ring. */
function createBells() {
  const timers = new Map<number, { milliseconds: number; work: () => void }>();
  let last = 0;
  const waiting = () => [...timers.values()].map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const later: LiveHost['later'] = (milliseconds, work) => {
    last += 1;
    const id = last;
    timers.set(id, { milliseconds, work });
    return () => timers.delete(id);
  };
  /** Lets the timer of so many milliseconds ring. */
  const ring = (milliseconds: number): void => {
    const found = [...timers].find(([, timer]) => timer.milliseconds === milliseconds);
    if (!found) throw new Error(`No timer of ${milliseconds} ms among ${waiting()}.`);
    timers.delete(found[0]);
    found[1].work();
  };
  return { later, waiting, ring };
}

/** A listener over a network of the test's choice. */
function listen({ address }: Pick<ClassServer, 'address'>, token: string, first: How = 'through') {
  const way = { how: first, sockets: 0, polls: 0 };
  const heard: ServerMessage[] = [];
  const connections: Connection[] = [];
  const bells = createBells();
  const clock = { now: 0 };
  const open: SocketEvents[] = [];
  const base = `${address}/`;
  const api = createApi({ base, fetch: (url, init) => fetch(url, init) });
  const host: LiveHost = {
    openSocket: (events) => {
      way.sockets += 1;
      if (way.how === 'refused') throw new Error('No sockets here.');
      if (way.how === 'swallowed') return { send: () => undefined, close: () => undefined };
      open.push(events);
      const message = (text: string): void => {
        events.message(text);
        if (way.how === 'cutSoon') {
          socket.close();
          events.closed(1006);
        }
      };
      const socket = openSocket(base, { ...events, message });
      return socket;
    },
    poll: (since, signal) => {
      way.polls += 1;
      return api.poll(token, since, signal);
    },
    later: bells.later,
    now: () => clock.now,
    random: () => 1,
  };
  const live: Live = openLive(host, token, {
    hear: (message) => heard.push(message),
    connection: (now) => {
      if (connections.at(-1) !== now) connections.push(now);
    },
  });
  closing.push(() => live.close());
  return {
    ...{ live, way, heard, connections, clock, open, waiting: bells.waiting, ring: bells.ring },
    rows: () =>
      heard.flatMap((message) => (message.type === 'view' ? [message.view.rows.length] : [])).at(-1),
  };
}

describe('hearing of a room', () => {
  it('goes over a socket where one opens: the view, the own seat, and every change', async () => {
    const server = await serve();
    const { view } = await openStartedRoom(server);
    const seat = await joinRoom(server, view.room.code);
    const tab = listen(server, seat.token);
    await until('view and seat are there', () => new Set(tab.heard.map(({ type }) => type)).size >= 2);
    expect(tab.connections).toEqual(['connecting', 'socket']);
    await joinRoom(server, view.room.code);
    await until('the other one is seen', () => tab.rows() === 2);
    expect(tab.live.say({ type: 'progress', report: { tick: 40, state: 'playing' } })).toBe(true);
    await until('the hour is seen', () =>
      tab.heard.some(
        (message) => message.type === 'view' && message.view.rows.some(({ hour }) => hour === 2),
      ),
    );
    expect(tab.way.polls).toBe(0);
  });

  it.each(['swallowed', 'refused'] as const)('goes on by polls where a socket is %s', async (how) => {
    const server = await serve();
    const { view } = await openStartedRoom(server);
    const seat = await joinRoom(server, view.room.code);
    const tab = listen(server, seat.token, how);
    tab.ring(how === 'refused' ? 0 : 5_000);
    await until('the view is there', () => tab.rows() === 1);
    expect(tab.connections).toEqual(['connecting', 'polling']);
    expect(tab.live.say({ type: 'ping' })).toBe(false);
    const other = joinRoom(server, view.room.code);
    tab.ring(1_000);
    await other;
    await until('the other one is seen', () => {
      if (tab.waiting().includes(1_000)) tab.ring(1_000);
      return tab.rows() === 2;
    });
    tab.way.how = 'through';
    tab.ring(180_000);
    await until('a socket is there again', () => tab.connections.at(-1) === 'socket');
  });

  it('turns to polls when sockets are cut soon, twice in a row, and not for one that lived', async () => {
    const server = await serve();
    const { view } = await openStartedRoom(server);
    const seat = await joinRoom(server, view.room.code);
    const tab = listen(server, seat.token);
    for (const lived of [3_600_000, 3_600_000, 5_000]) {
      const sockets = tab.way.sockets;
      await until('a socket is there', () => tab.connections.at(-1) === 'socket');
      tab.clock.now += lived;
      tab.open.at(-1)?.closed(1006);
      expect(tab.connections.at(-1)).toBe('lost');
      expect(tab.way.sockets).toBe(sockets);
      tab.live.wake();
    }
    await until('it polls', () => tab.connections.at(-1) === 'polling');
    expect(tab.way.sockets).toBe(3);
  });

  it('waits longer with every failure, and comes back by itself when the server does', async () => {
    const data = mkdtempSync(join(tmpdir(), 'stormward-live-'));
    closing.push(() => rmSync(data, { recursive: true, force: true }));
    const before = await startClassServer({ data });
    const { view } = await openStartedRoom(before);
    const seat = await joinRoom(before, view.room.code);
    const tab = listen(before, seat.token);
    await until('a socket is there', () => tab.connections.at(-1) === 'socket');
    await before.close();
    await until('it is lost', () => tab.connections.at(-1) === 'lost');
    tab.way.how = 'refused';
    for (const pause of [1_000, 2_000, 4_000, 8_000]) {
      expect(tab.waiting()).toEqual([pause]);
      tab.ring(pause);
      tab.ring(0);
      await until('it failed', () => tab.waiting()[0] === 2 * pause);
    }
    tab.way.how = 'through';
    await serve({ data, port: before.port });
    tab.ring(16_000);
    await until('a socket is there again', () => tab.connections.at(-1) === 'socket');
    expect(tab.connections).toEqual(['connecting', 'socket', 'lost', 'socket']);
  });

  it('asks a silent socket for an answer, and takes one that gives none for dead', async () => {
    const server = await serve();
    const { view } = await openStartedRoom(server);
    const tab = listen(server, (await joinRoom(server, view.room.code)).token);
    await until('a socket is there', () => tab.connections.at(-1) === 'socket');
    tab.ring(25_000);
    await until('it answers', () => tab.heard.some(({ type }) => type === 'same'));
    tab.ring(25_000);
    tab.ring(10_000);
    expect(tab.connections.at(-1)).toBe('lost');
  });

  it('ends when the seat is gone, over the socket and by poll', async () => {
    const server = await serve();
    const { key, view } = await openStartedRoom(server);
    const { code } = view.room;
    const [one, two] = [await joinRoom(server, code), await joinRoom(server, code)];
    const [tab, polling] = [listen(server, one.token), listen(server, two.token, 'swallowed')];
    polling.ring(5_000);
    await until('both are there', () => tab.rows() === 2 && polling.rows() === 2);
    for (const { own } of [one, two])
      await ask(server, `PATCH /api/rooms/${code}/seats/${own.seat}`, { token: key, body: { kicked: true } });
    const gone = { type: 'gone', reason: 'kicked' };
    await until('the first knows', () => tab.heard.at(-1)?.type === 'gone');
    await until('the second knows', () => {
      if (polling.waiting().includes(1_000)) polling.ring(1_000);
      return polling.heard.at(-1)?.type === 'gone';
    });
    expect([tab.heard.at(-1), polling.heard.at(-1)]).toEqual([gone, gone]);
    const { sockets } = tab.way;
    tab.live.wake();
    expect(tab.way.sockets).toBe(sockets);
    expect([tab.waiting(), polling.waiting()]).toEqual([[], []]);
  });

  it('ends for a token that nobody knows', async () => {
    const server = await serve();
    const tab = listen(server, `s_${'x'.repeat(43)}`);
    await until('it knows', () => tab.heard.at(-1)?.type === 'gone');
    expect(tab.connections.at(-1)).toBe('lost');
  });
});

describe('the pause before the next try', () => {
  it('doubles up to half a minute, and spreads over its upper half', () => {
    expect([1, 2, 3, 4, 5, 6, 60].map((failures) => pauseAfter(failures, 1))).toEqual([
      1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
    ]);
    expect(pauseAfter(3, 0)).toBe(2_000);
    expect(pauseAfter(1_000_000, 0.5)).toBe(22_500);
  });
});
