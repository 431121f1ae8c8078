/** Tabs of a browser without its window: the real class of the page, over real sockets, at a clock five times as fast. */
import { createApi } from '../../../src/app/classroom/api.ts';
import { openSocket } from '../../../src/app/classroom/browserHost.ts';
import type { ExportedFile } from '../../../src/app/classroom/exports.ts';
import { createFileCalls } from '../../../src/app/classroom/fileCalls.ts';
import { openLive } from '../../../src/app/classroom/live.ts';
import {
  createOutboxShelf,
  type NewOutboxRow,
  type OutboxDatabase,
} from '../../../src/app/classroom/outboxShelf.ts';
import { createClassSession } from '../../../src/app/classroom/session.ts';
import type { ClassHost, PageSigns } from '../../../src/app/classroom/sessionHost.ts';
import type { LiveSocket, SocketEvents } from '../../../src/app/classroom/socketLine.ts';
import { createClassStore } from '../../../src/app/classroom/store.ts';
import type { ClassState, OutboxRow, StudentState, TeacherState } from '../../../src/app/classroom/types.ts';
import { loadLevels } from '../../../src/levels/nodeLevels.ts';
import type { ClassServer } from '../../support/classServer.ts';
import { createTestSession, memoryStorage } from '../sessionSupport.ts';
import { localThreads } from './threads.ts';

const FASTER = 5;
const LEVELS = loadLevels();
/** Whole days after which every level has ended. */
const MOST_HOURS = 24 * 60;

/** What stays when a tab is closed, and what its other tabs see. */
export interface Browser {
  readonly storage: ReturnType<typeof memoryStorage>;
  readonly outbox: OutboxDatabase;
}

export function createBrowser(): Browser {
  return { storage: memoryStorage(), outbox: memoryOutbox() };
}

function memoryOutbox(): OutboxDatabase {
  const rows = new Map<number, OutboxRow>();
  let last = 0;
  return {
    rows: async () => [...rows.values()].map((row) => structuredClone(row)),
    add: async (row: NewOutboxRow) => {
      last += 1;
      rows.set(last, structuredClone({ ...row, key: last }));
      return last;
    },
    put: async (row) => rows.set(row.key, structuredClone(row)),
    remove: async (key) => rows.delete(key),
  };
}

/** The way between a tab and its server, which a test may cut. */
export interface Network {
  isCut: boolean;
  /** A proxy that lets sockets open and nothing through. */
  swallowsSockets: boolean;
  /** Calls that went out, as `PUT api/seat/progress`. */
  readonly calls: string[];
  sockets: number;
}

export interface TabOptions {
  readonly browser?: Browser;
}

export type Tab = ReturnType<typeof openTab>;

/** Opens the game of a class server. `close` is what closing the tab does: nothing of it runs any more. */
export function openTab({ address }: Pick<ClassServer, 'address'>, options: TabOptions = {}) {
  const { browser = createBrowser() } = options;
  const game = createTestSession({ storage: browser.storage, levels: LEVELS });
  const store = createClassStore();
  const network: Network = { isCut: false, swallowsSockets: false, calls: [], sockets: 0 };
  const open = new Set<{ end(): void }>();
  const timers = new Set<NodeJS.Timeout>();
  const closing = new AbortController();
  const listeners = {
    visible: [] as (() => void)[],
    hidden: [] as (() => void)[],
    online: [] as (() => void)[],
  };
  const saved: ExportedFile[] = [];
  const base = `${address}/`;
  const api = createApi({
    base,
    fetch: async (url, init) => {
      network.calls.push(`${init.method} ${url.slice(base.length)}`);
      if (network.isCut || closing.signal.aborted) throw new TypeError('The network is away.');
      const signal = AbortSignal.any([closing.signal, ...(init.signal ? [init.signal] : [])]);
      return fetch(url, { ...init, signal });
    },
  });
  const later: ClassHost['later'] = (milliseconds, work) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, milliseconds / FASTER);
    timers.add(timer);
    return () => {
      clearTimeout(timer);
      timers.delete(timer);
    };
  };
  const signs: PageSigns = {
    isVisible: () => true,
    onVisible: (work) => listeners.visible.push(work),
    onHidden: (work) => listeners.hidden.push(work),
    onOnline: (work) => listeners.online.push(work),
  };
  const host: ClassHost = {
    ...{ store, app: game.store, actions: game.actions, heldGames: game.heldGames, api, base, signs, later },
    bestLog: async () => null,
    storage: () => browser.storage,
    shelf: createOutboxShelf(async () => browser.outbox),
    listen: (token, listener) =>
      openLive(
        {
          openSocket: (events) => openCuttable(base, network, open, events),
          poll: (since, signal) => api.poll(token, since, signal),
          ...{ later, now: () => performance.now() * FASTER, random: () => 0.5 },
        },
        token,
        listener,
      ),
    saveFile: (file) => saved.push(file),
    random: () => 0.5,
    date: () => new Date().toISOString(),
  };
  const { start } = localThreads();
  const calls = createClassSession(host, (given, teacher) =>
    createFileCalls(given, teacher, { processors: 2, start }),
  );
  const state = (): ClassState => store.getState();
  return {
    ...{ game, calls, store, state, network, browser, host, saved },
    student: () => present<StudentState>(state().student),
    teacher: () => present<TeacherState>(state().teacher),
    go: (part: ClassState['place']['part'], code = '') =>
      store.setState({ place: { part, code }, problem: '' }),
    sign: (kind: keyof typeof listeners) => {
      for (const work of listeners[kind]) work();
    },
    /** The network goes away in this very moment. */
    cut: () => {
      network.isCut = true;
      for (const socket of [...open]) socket.end();
    },
    mend: () => {
      network.isCut = false;
      for (const work of listeners.online) work();
    },
    /** Lets the game on the screen run to its end without a decision. */
    playToEnd: () => game.actions.stepHours(MOST_HOURS),
    close: () => {
      closing.abort();
      for (const timer of timers) clearTimeout(timer);
      for (const socket of [...open]) socket.end();
    },
  };
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('It is not there.');
  return value;
}

function openCuttable(
  base: string,
  network: Network,
  open: Set<{ end(): void }>,
  events: SocketEvents,
): LiveSocket {
  network.sockets += 1;
  if (network.isCut) throw new Error('The network is away.');
  if (network.swallowsSockets) {
    const timer = setTimeout(events.opened, 1);
    return { send: () => undefined, close: () => clearTimeout(timer) };
  }
  const socket = openSocket(base, events);
  const end = (): void => {
    open.delete(entry);
    socket.close();
    events.closed(1006);
  };
  const entry = { end };
  open.add(entry);
  return {
    send: (text) => socket.send(text),
    close: () => {
      open.delete(entry);
      socket.close();
    },
  };
}

const MOST_WAITING = 20_000;

/** Waits until something holds; rejects with what was waited for when it never does. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  const end = performance.now() + MOST_WAITING;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Waited in vain until ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
