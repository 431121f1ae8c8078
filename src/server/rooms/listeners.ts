/**
 * Tells pages of changes. A room is looked at once for all who listen to it here: when a process announces
 * a change, soon but not more often than every LOOK_GAP; and every TICK, which finds what is running, who has
 * gone away, and any change whose announcement was lost.
 */
import type { GoneReason, RoomView } from '../../schema/classroom/room.ts';
import type { RoomRecord } from '../store/types.ts';
import type { RoomParts } from './parts.ts';
import { loadRoom, ownOf, publicView, type RoomState, teacherViewOf } from './views.ts';

/** Milliseconds. */
const LOOK_GAP = 400;
const TICK = 2_000;
/** Ticks for which a room is kept in memory that nobody listens to: a page that polls comes back at once. */
const IDLE_TICKS = 15;

/** Texts for one listener: the view, and its own seat where there is one. */
export interface News {
  /** JSON of the view; the same string for all listeners of a kind. */
  readonly view: string;
  /** JSON of the own seat; null for a teacher. */
  readonly own: string | null;
  readonly isOwnNew: boolean;
}

export interface Listener {
  /** The seat that listens and how often it had been taken over by then; null for the teacher. */
  readonly seat: { readonly id: string; readonly takenOver: number } | null;
  /** The version that it has already. */
  readonly since: number;
  /** False when it cannot take anything now; it is asked again at the next tick. */
  hear(news: News): boolean;
  /** Nothing more will be said. */
  gone(reason: GoneReason): void;
}

export interface Listeners {
  /** The listener hears of everything that it does not know yet, at once. Returns how to stop. */
  add(room: RoomRecord, listener: Listener): Promise<() => void>;
  close(): void;
}

/** What a listener has been told. */
interface Told {
  version: number;
  own: string | null;
}

interface Built {
  readonly state: RoomState;
  readonly view: RoomView;
  readonly publicText: string;
  readonly teacher: { readonly version: number; readonly text: string };
}

interface Watched {
  readonly id: string;
  readonly code: string;
  readonly listeners: Map<Listener, Told>;
  stop: () => void;
  built: Built | null;
  /** One look at a time; the next one begins when it has ended. */
  looking: Promise<void>;
  lastLook: number;
  timer: NodeJS.Timeout | null;
  idleTicks: number;
}

export function createListeners(parts: RoomParts): Listeners {
  const rooms = new Map<string, Watched>();
  let isTicking = false;
  const ticking = setInterval(() => {
    if (isTicking) return;
    isTicking = true;
    void tick(parts, rooms).finally(() => {
      isTicking = false;
    });
  }, TICK);
  ticking.unref();
  return {
    async add(room, listener) {
      const watched = rooms.get(room.id) ?? watch(parts, rooms, room);
      watched.idleTicks = 0;
      watched.listeners.set(listener, { version: listener.since, own: null });
      const stop = () => void watched.listeners.delete(listener);
      try {
        await look(parts, rooms, watched, room.version);
      } catch (error) {
        stop();
        throw error;
      }
      return stop;
    },
    close() {
      clearInterval(ticking);
      for (const watched of rooms.values()) forget(rooms, watched);
    },
  };
}

function watch(parts: RoomParts, rooms: Map<string, Watched>, { id, code }: RoomRecord): Watched {
  const watched: Watched = {
    ...{ id, code, listeners: new Map<Listener, Told>(), stop: () => {}, built: null, timer: null },
    ...{ looking: Promise.resolve(), lastLook: 0, idleTicks: 0 },
  };
  rooms.set(id, watched);
  watched.stop = parts.hub.listen(id, () => lookSoon(parts, rooms, watched));
  return watched;
}

function forget(rooms: Map<string, Watched>, watched: Watched): void {
  watched.stop();
  if (watched.timer !== null) clearTimeout(watched.timer);
  if (rooms.get(watched.id) === watched) rooms.delete(watched.id);
}

/** At once after a quiet time, else when LOOK_GAP is over; what happens in between is seen by the same look. */
function lookSoon(parts: RoomParts, rooms: Map<string, Watched>, watched: Watched): void {
  if (watched.timer !== null) return;
  const pause = Math.max(0, watched.lastLook + LOOK_GAP - performance.now());
  watched.timer = setTimeout(() => {
    watched.timer = null;
    void tryToLook(parts, rooms, watched, null);
  }, pause);
  watched.timer.unref();
}

/** A database that does not answer is asked again at the next tick. */
async function tryToLook(
  parts: RoomParts,
  rooms: Map<string, Watched>,
  watched: Watched,
  version: number | null,
): Promise<void> {
  try {
    await look(parts, rooms, watched, version);
  } catch (error) {
    parts.log.warn({ error: String(error) }, 'a room could not be looked at');
  }
}

async function tick(parts: RoomParts, rooms: Map<string, Watched>): Promise<void> {
  for (const watched of [...rooms.values()]) {
    watched.idleTicks = watched.listeners.size === 0 ? watched.idleTicks + 1 : 0;
    if (watched.idleTicks > IDLE_TICKS) forget(rooms, watched);
  }
  const listened = [...rooms.values()].filter(({ listeners }) => listeners.size > 0);
  if (listened.length === 0) return;
  try {
    const versions = await parts.store.versions(listened.map(({ id }) => id));
    for (const watched of listened) {
      const version = versions.get(watched.id);
      if (version === undefined) end(rooms, watched);
      else await tryToLook(parts, rooms, watched, version);
    }
  } catch (error) {
    parts.log.warn({ error: String(error) }, 'versions of rooms could not be read');
  }
}

function end(rooms: Map<string, Watched>, watched: Watched): void {
  forget(rooms, watched);
  for (const listener of [...watched.listeners.keys()]) listener.gone('expired');
  watched.listeners.clear();
}

/** @param version of the room as it is stored now; null when it is to be asked for */
function look(
  parts: RoomParts,
  rooms: Map<string, Watched>,
  watched: Watched,
  version: number | null,
): Promise<void> {
  const next = watched.looking.then(async () => {
    watched.lastLook = performance.now();
    const stored = version ?? (await parts.store.versions([watched.id])).get(watched.id);
    const built = stored === undefined ? null : await build(parts, watched, stored);
    if (built === null) end(rooms, watched);
    else tellAll(watched, built);
  });
  watched.looking = next.catch(() => {});
  return next;
}

/** Reads again what is stored only when that has changed. */
async function build(parts: RoomParts, watched: Watched, stored: number): Promise<Built | null> {
  const before = watched.built?.state;
  const isKnown = before !== undefined && before.room.version >= stored;
  const data = isKnown ? before : await loadRoom(parts, watched.code);
  if (data === null || data.room.id !== watched.id) return null;
  const state: RoomState = { ...data, progress: await parts.hub.progress(watched.id) };
  const view = publicView(state, parts.now());
  const teacher = teacherViewOf(parts, state, view);
  if (watched.built?.view.version === view.version && watched.built.teacher.version === teacher.version)
    return watched.built;
  watched.built = {
    ...{ state, view, publicText: JSON.stringify(view) },
    teacher: { version: teacher.version, text: JSON.stringify(teacher) },
  };
  return watched.built;
}

function tellAll(watched: Watched, built: Built): void {
  for (const [listener, told] of [...watched.listeners]) {
    const reason = listener.seat === null ? null : goneReason(built.state, listener.seat);
    if (reason === null) tell(listener, told, built);
    else {
      watched.listeners.delete(listener);
      listener.gone(reason);
    }
  }
}

function goneReason({ seats }: RoomState, seat: NonNullable<Listener['seat']>): GoneReason | null {
  const found = seats.find(({ id }) => id === seat.id);
  if (found === undefined) return 'unknown';
  if (found.kicked) return 'kicked';
  return found.takenOver > seat.takenOver ? 'moved' : null;
}

/** Nothing of a seat changes without the version of its room, and so of the view. */
function tell(listener: Listener, told: Told, { state, view, publicText, teacher }: Built): void {
  const { seat } = listener;
  const version = seat === null ? teacher.version : view.version;
  if (told.version === version) return;
  const own = seat === null ? null : JSON.stringify(ownOf(state, seat.id));
  const text = seat === null ? teacher.text : publicText;
  if (!listener.hear({ view: text, own, isOwnNew: told.own !== own })) return;
  told.version = version;
  told.own = own;
}
