/** A class server for tests: real web server, SQLite in a folder of its own, real threads; and its calls, typed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { DecisionLog, Level } from '../../src/engine/types.ts';
import { loadLevels } from '../../src/levels/nodeLevels.ts';
import type {
  AcceptedLog,
  ClientMessage,
  OpenedRoom,
  OpenRoomRequest,
  RefusedAnswer,
  ServerMessage,
  TakenSeat,
} from '../../src/schema/classroom/room.ts';
import { createServer, type ServerOptions } from '../../src/server/app.ts';
import { createMemoryHub } from '../../src/server/hub/memory.ts';
import type { Hub } from '../../src/server/hub/types.ts';
import type { RoomParts } from '../../src/server/rooms/parts.ts';
import { openStore } from '../../src/server/store/openStore.ts';
import type { RoomStore } from '../../src/server/store/types.ts';
import { createVerifier } from '../../src/server/verify/pool.ts';
import type { Verifier } from '../../src/server/verify/types.ts';

export interface ClassServerOptions {
  /** Built game; without it the server has one page that says nothing. */
  readonly folder?: string;
  /** Where the database stands; without it in a new folder, which is deleted at the end. */
  readonly data?: string;
  readonly port?: number;
  readonly levels?: readonly Level[];
  /** Every room has this patient, so that games need not be played anew for each. */
  readonly seed?: number;
  /** Given ones are not closed with the server. */
  readonly store?: RoomStore;
  readonly hub?: Hub;
  readonly verifier?: Verifier;
  readonly parts?: Partial<Pick<RoomParts, 'addresses' | 'homePage' | 'lan' | 'recordStore' | 'now' | 'log'>>;
  readonly trustProxy?: ServerOptions['trustProxy'];
}

export interface ClassServer {
  /** `http://127.0.0.1:41234`, without a slash at its end. */
  readonly address: string;
  readonly port: number;
  readonly store: RoomStore;
  readonly hub: Hub;
  readonly server: FastifyInstance;
  close(): Promise<void>;
}

const QUIET = { info: () => {}, warn: () => {}, error: () => {} };

/** Listens on a free port of this machine alone. */
export async function startClassServer(options: ClassServerOptions = {}): Promise<ClassServer> {
  const scratch = mkdtempSync(join(tmpdir(), 'stormward-class-'));
  const opened = options.store ?? (await openStore({ folder: options.data ?? join(scratch, 'data') }));
  const { seed } = options;
  const store: RoomStore =
    seed === undefined ? opened : { ...opened, addRoom: (room) => opened.addRoom({ ...room, seed }) };
  const hub = options.hub ?? createMemoryHub();
  const verifier = options.verifier ?? createVerifier({ threads: 1 });
  const rooms: RoomParts = {
    ...{ store, hub, verifier, levels: options.levels ?? loadLevels(), recordStore: null, log: QUIET },
    ...{ now: () => Date.now(), addresses: () => [`${address}/`], homePage: 'https://stormward.invalid/' },
    lan: { opened: async () => {}, changed: async () => {} },
    ...options.parts,
  };
  const { trustProxy } = options;
  const server = await createServer(options.folder ?? emptyGame(scratch), {
    rooms,
    ...(trustProxy !== undefined && { trustProxy }),
  });
  await server.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const { port } = server.server.address() as AddressInfo;
  const address = `http://127.0.0.1:${port}`;
  const close = async () => {
    await server.close();
    if (options.verifier === undefined) await verifier.close();
    if (options.hub === undefined) await hub.close();
    if (options.store === undefined) await store.close();
    rmSync(scratch, { recursive: true, force: true });
  };
  return { address, port, store, hub, server, close };
}

function emptyGame(scratch: string): string {
  const folder = join(scratch, 'game');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Stormward</title>');
  return folder;
}

type Place = Pick<ClassServer, 'address'>;

/** What came back: `body` is the answer of 2xx, `error` that of any other. */
export interface Came<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: T;
  readonly error: RefusedAnswer['error'];
}

export interface Asked {
  readonly token?: string;
  /** A value is sent as JSON, a text as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call of the API: `ask(server, 'GET /api/seat', { token })`. */
export async function ask<T = unknown>(
  { address }: Place,
  call: string,
  { token, body, headers }: Asked = {},
): Promise<Came<T>> {
  const [method = 'GET', path = '/'] = call.split(' ');
  const response = await fetch(`${address}${path}`, {
    method,
    redirect: 'manual',
    headers: {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const isJson = response.headers.get('content-type')?.startsWith('application/json') === true;
  const value = isJson ? JSON.parse(text) : undefined;
  const { status } = response;
  return { status, headers: response.headers, text, body: value, error: value?.error };
}

async function must<T>(came: Promise<Came<T>>): Promise<T> {
  const { status, text, body } = await came;
  if (status >= 300) throw new Error(`${status} ${text}`);
  return body;
}

const ROOM: OpenRoomRequest = {
  ...{ level: 'the-quiet-doubling', mode: 'student', kind: 'live', hints: false, pace: 1 },
  ...{ keepDays: 30, lan: false },
};

/** A room, in its lobby unless it is homework. */
export function openRoom(server: Place, request: Partial<OpenRoomRequest> = {}): Promise<OpenedRoom> {
  return must(ask<OpenedRoom>(server, 'POST /api/rooms', { body: { ...ROOM, ...request } }));
}

/** A room that has been started. */
export async function openStartedRoom(
  server: Place,
  request: Partial<OpenRoomRequest> = {},
): Promise<OpenedRoom> {
  const { key, view } = await openRoom(server, request);
  const call = `PATCH /api/rooms/${view.room.code}`;
  return {
    key,
    view: await must(ask<OpenedRoom['view']>(server, call, { token: key, body: { state: 'open' } })),
  };
}

/** A new seat, under a name that is free unless one is given. */
export async function joinRoom(server: Place, code: string, name?: string): Promise<TakenSeat> {
  const free = async () =>
    (await must(ask<{ names: string[] }>(server, `GET /api/rooms/${code}/names`))).names[0];
  return must(
    ask<TakenSeat>(server, `POST /api/rooms/${code}/seats`, { body: { name: name ?? (await free()) } }),
  );
}

export function handIn(server: Place, token: string, log: DecisionLog | string): Promise<Came<AcceptedLog>> {
  return ask<AcceptedLog>(server, 'POST /api/seat/logs', { token, body: log });
}

export interface OpenSocket {
  readonly messages: readonly ServerMessage[];
  /** The first message that fits, of those that came or come; rejects when the socket ends without one. */
  next<T extends ServerMessage>(fits: (message: ServerMessage) => message is T): Promise<T>;
  next(fits: (message: ServerMessage) => boolean): Promise<ServerMessage>;
  /** Forgets the messages that came so far. */
  clear(): void;
  say(message: ClientMessage | string): void;
  /** How it ended. */
  readonly ended: Promise<{ readonly code: number; readonly reason: string }>;
  close(): void;
  readonly socket: WebSocket;
}

/** A live connection. With a token it says hello at once. */
export async function openSocket({ address }: Place, token?: string): Promise<OpenSocket> {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/api/live`);
  const messages: ServerMessage[] = [];
  const waiting = new Set<() => void>();
  let isOver = false;
  const wake = () => {
    for (const look of [...waiting]) look();
  };
  socket.onmessage = ({ data }) => {
    messages.push(JSON.parse(String(data)));
    wake();
  };
  const ended = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.onclose = ({ code, reason }) => {
      isOver = true;
      resolve({ code, reason });
      wake();
    };
  });
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = () => reject(new Error('The socket was refused.'));
  });
  const say = (message: ClientMessage | string) =>
    socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  if (token !== undefined) say({ type: 'hello', token });
  const next = (fits: (message: ServerMessage) => boolean) =>
    new Promise<ServerMessage>((resolve, reject) => {
      const look = () => {
        const found = messages.find(fits);
        if (found === undefined && !isOver) return;
        waiting.delete(look);
        if (found === undefined) reject(new Error('The socket ended before such a message came.'));
        else resolve(found);
      };
      waiting.add(look);
      look();
    });
  return {
    ...{ messages, say, ended, socket, next: next as OpenSocket['next'] },
    clear: () => void messages.splice(0),
    close: () => socket.close(),
  };
}
