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
import type { TabLine, TabMessage } from '../../../src/app/classroom/tabLine.ts';
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
  /** Which way each open tab hears of the others. */
  readonly listeners: Map<object, (message: TabMessage) => void>;
}

export function createBrowser(): Browser {
  return { storage: memoryStorage(), outbox: memoryOutbox(), listeners: new Map() };
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
function createNetwork(base: string) {
  /** Calls that went out, as `PUT api/seat/progress`. */
  const calls: string[] = [];
  const open = new Set<{ end(): void }>();
  const closing = new AbortController();
  const way = { isCut: false };
  const endSockets = (): void => {
    for (const socket of [...open]) socket.end();
  };
  return {
    calls,
    way,
    fetch: async (url: string, init: RequestInit): Promise<Response> => {
      calls.push(`${init.method} ${url.slice(base.length)}`);
      if (way.isCut || closing.signal.aborted) throw new TypeError('The network is away.');
      const signal = AbortSignal.any([closing.signal, ...(init.signal ? [init.signal] : [])]);
      return fetch(url, { ...init, signal });
    },
    openSocket: (events: SocketEvents): LiveSocket => {
      if (way.isCut) throw new Error('The network is away.');
      return openCuttable(base, open, events);
    },
    /** The network goes away in this very moment. */
    cut: () => {
      way.isCut = true;
      endSockets();
    },
    close: () => {
      closing.abort();
      endSockets();
    },
  };
}

function openCuttable(base: string, open: Set<{ end(): void }>, events: SocketEvents): LiveSocket {
  const socket = openSocket(base, events);
  const entry = {
    end: (): void => {
      open.delete(entry);
      socket.close();
      events.closed(1006);
    },
  };
  open.add(entry);
  return {
    send: (text) => socket.send(text),
    close: () => {
      open.delete(entry);
      socket.close();
    },
  };
}

function createTimers() {
  const timers = new Set<NodeJS.Timeout>();
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
  const close = (): void => {
    for (const timer of timers) clearTimeout(timer);
  };
  return { later, close };
}

/** What a browser tells its page, told by the test. */
function createSigns() {
  const listeners = {
    visible: [] as (() => void)[],
    hidden: [] as (() => void)[],
    online: [] as (() => void)[],
    closing: [] as (() => void)[],
  };
  const signs: PageSigns = {
    isVisible: () => true,
    onVisible: (work) => listeners.visible.push(work),
    onHidden: (work) => listeners.hidden.push(work),
    onClosing: (work) => listeners.closing.push(work),
    onOnline: (work) => listeners.online.push(work),
  };
  const sign = (kind: keyof typeof listeners): void => {
    for (const work of listeners[kind]) work();
  };
  return { signs, sign };
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
  const base = `${address}/`;
  const network = createNetwork(base);
  const timers = createTimers();
  const { signs, sign } = createSigns();
  const saved: ExportedFile[] = [];
  const host = createHost({ base, browser, game, store, network, later: timers.later, signs, saved });
  const { start } = localThreads();
  const calls = createClassSession(host, (given, teacher) =>
    createFileCalls(given, teacher, { processors: 2, start }),
  );
  const state = (): ClassState => store.getState();
  return {
    ...{ game, calls, store, state, network, browser, host, saved, sign },
    student: () => present<StudentState>(state().student),
    teacher: () => present<TeacherState>(state().teacher),
    go: (part: ClassState['place']['part'], code = '') =>
      store.setState({ place: { part, code }, problem: '' }),
    cut: network.cut,
    mend: () => {
      network.way.isCut = false;
      sign('online');
    },
    /** Lets the game on the screen run to its end without a decision. */
    playToEnd: () => game.actions.stepHours(MOST_HOURS),
    close: () => {
      sign('closing');
      browser.listeners.delete(store);
      network.close();
      timers.close();
    },
  };
}

/** Says to the other tabs what a BroadcastChannel would, in a turn of its own. */
function tabLine({ listeners }: Browser, tab: object): TabLine {
  return {
    say: (message) => {
      for (const [other, listener] of listeners)
        if (other !== tab) setTimeout(() => listeners.has(other) && listener(message));
    },
    hear: (listener) => listeners.set(tab, listener),
  };
}

interface HostParts extends Pick<ClassHost, 'base' | 'store' | 'later' | 'signs'> {
  readonly browser: Browser;
  readonly game: ReturnType<typeof createTestSession>;
  readonly network: ReturnType<typeof createNetwork>;
  readonly saved: ExportedFile[];
}

function createHost({ browser, game, network, saved, ...given }: HostParts): ClassHost {
  const api = createApi({ base: given.base, fetch: network.fetch });
  const { later } = given;
  return {
    ...given,
    ...{ app: game.store, actions: game.actions, heldGames: game.heldGames, api },
    bestLog: async () => null,
    storage: () => browser.storage,
    tabs: tabLine(browser, given.store),
    shelf: createOutboxShelf(async () => browser.outbox),
    listen: (token, listener) => {
      const poll = (since: number, signal: AbortSignal) => api.poll(token, since, signal);
      const now = () => performance.now() * FASTER;
      const { openSocket: open } = network;
      return openLive({ openSocket: open, poll, later, now, random: () => 0.5 }, token, listener);
    },
    saveFile: (file) => saved.push(file),
    random: () => 0.5,
    date: () => new Date().toISOString(),
  };
}

function present<T>(value: T | null): T {
  if (value === null) throw new Error('It is not there.');
  return value;
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
