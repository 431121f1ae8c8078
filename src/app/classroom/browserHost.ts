/** The class in a real browser. */
import { createApi } from './api.ts';
import type { ExportedFile } from './exports.ts';
import { openLive } from './live.ts';
import { createOutboxShelf, openOutboxDatabase } from './outboxShelf.ts';
import type { ClassHost, ClassParts, PageSigns } from './sessionHost.ts';
import type { LiveSocket, SocketEvents } from './socketLine.ts';
import type { TabLine } from './tabLine.ts';

export function createBrowserHost(parts: ClassParts): ClassHost {
  const base = new URL('.', location.href).href;
  const api = createApi({ fetch: (url, init) => fetch(url, init), base });
  const later: ClassHost['later'] = (milliseconds, work) => {
    const timer = setTimeout(work, milliseconds);
    return () => clearTimeout(timer);
  };
  return {
    ...parts,
    api,
    base,
    storage: () => localStorage,
    shelf: createOutboxShelf(openOutboxDatabase),
    signs: pageSigns(),
    tabs: openTabLine(),
    listen: (token, listener) => {
      const poll = (since: number, signal: AbortSignal) => api.poll(token, since, signal);
      const now = () => performance.now();
      return openLive(
        { openSocket: (events) => openSocket(base, events), poll, later, now, random: Math.random },
        token,
        listener,
      );
    },
    saveFile,
    later,
    random: Math.random,
    date: () => new Date().toISOString(),
  };
}

/** A real WebSocket to the class server beside the page at `base`. */
export function openSocket(base: string, events: SocketEvents): LiveSocket {
  const socket = new WebSocket(liveAddress(base));
  socket.onopen = () => events.opened();
  socket.onmessage = ({ data }) => events.message(String(data));
  socket.onclose = ({ code }) => events.closed(code);
  return socket;
}

function saveFile({ name, blob }: ExportedFile): void {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: some browsers read the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Where the socket is opened: beside the page, with TLS if the page has it. */
function liveAddress(base: string): string {
  const address = new URL('api/live', base);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}

/** Works on plain http too; a browser without it has tabs that do not know of each other. */
function openTabLine(): TabLine | null {
  if (typeof BroadcastChannel === 'undefined') return null;
  const channel = new BroadcastChannel('stormward.seat');
  return {
    say: (message) => channel.postMessage(message),
    hear: (listener) => {
      channel.onmessage = ({ data }) => listener(data);
    },
  };
}

function pageSigns(): PageSigns {
  const onVisibility = (state: DocumentVisibilityState, work: () => void): void =>
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === state) work();
    });
  return {
    isVisible: () => document.visibilityState === 'visible',
    onVisible: (work) => onVisibility('visible', work),
    onHidden: (work) => {
      onVisibility('hidden', work);
      window.addEventListener('pagehide', work);
    },
    onClosing: (work) => window.addEventListener('pagehide', work),
    onOnline: (work) => window.addEventListener('online', work),
  };
}
