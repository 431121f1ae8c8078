/** The room that this browser is the teacher of. */
import { CLASS_LIMITS } from '../../schema/classroom/limits.ts';
import type { RoomLogs, ServerMessage, TeacherView } from '../../schema/classroom/room.ts';
import type { Answer, Refusal } from './call.ts';
import type { Keeping } from './keeping.ts';
import { goneReasonOf, type Live } from './live.ts';
import { pauseAfter } from './pauses.ts';
import { attempt, type ClassHost, goTo } from './sessionHost.ts';
import type { TeacherState } from './types.ts';
import { t } from './words.ts';

/** A room and the key to it. */
export interface Desk {
  readonly code: string;
  readonly key: string;
}

export interface Teacher {
  desk(): Desk | null;
  /** A room that was opened just now. */
  begin(desk: Desk, view: TeacherView): void;
  /** Goes into a room with its key, and keeps the key. */
  enter(code: string, key: string): Promise<void>;
  /** Goes into a room whose key is kept, or says that it is not. */
  visit(code: string): void;
  change(change: Partial<TeacherState>): void;
  /** Does a call for the room that is open; null, with the problem shown, when it is refused. */
  ask<T>(work: (desk: Desk) => Promise<Answer<T>>): Promise<T | null>;
  /** The best log of every seat, or all of them. */
  logs(all?: boolean): Promise<RoomLogs['logs'] | null>;
  /** Leaves a room that is deleted. */
  forget(): void;
  showRooms(): void;
}

interface TeacherHeld {
  readonly host: ClassHost;
  readonly keeping: Keeping;
  desk: Desk | null;
  live: Live | null;
}

const DAY_MILLISECONDS = 86_400_000;

export function createTeacher(host: ClassHost, keeping: Keeping): Teacher {
  const held: TeacherHeld = { host, keeping, desk: null, live: null };
  const { store } = host;
  const showRooms = (): void => {
    const rooms = keeping.rooms(host.date());
    store.setState({ myRooms: rooms.map(({ code, level, expiresAt }) => ({ code, level, expiresAt })) });
  };
  const ask: Teacher['ask'] = async (work) => {
    const { desk } = held;
    return desk ? attempt(store, () => work(desk)) : null;
  };
  host.signs.onOnline(() => held.live?.wake());
  host.signs.onVisible(() => held.live?.wake());
  showRooms();
  return {
    desk: () => held.desk,
    begin: (desk, view) => {
      begin(held, desk, view);
      showRooms();
    },
    enter: async (code, key) => {
      // Kept before it is tried: the address has forgotten it, and the network may be away. Of a room whose key
      // is kept, another one is kept when it has opened the room: anybody may send a link with a wrong one.
      const isKept = keeping.rooms(host.date()).some((kept) => kept.code === code);
      const latest = CLASS_LIMITS.roomDays + CLASS_LIMITS.keepDays;
      const expiresAt = new Date(Date.parse(host.date()) + latest * DAY_MILLISECONDS).toISOString();
      if (!isKept) keeping.keepRoom({ code, key, level: '', expiresAt });
      await enter(held, { code, key }, 0);
      showRooms();
    },
    visit: (code) => {
      if (held.desk?.code === code && store.getState().teacher) return;
      const room = keeping.rooms(host.date()).find((kept) => kept.code === code);
      if (room) void enter(held, room, 0);
      else sayThatKeyIsMissing(held, code);
    },
    change: (change) => changeTeacher(held, change),
    ask,
    logs: async (all = false) => (await ask(({ code, key }) => host.api.logs(code, key, all)))?.logs ?? null,
    forget: () => {
      leave(held);
      showRooms();
    },
    showRooms,
  };
}

async function enter(held: TeacherHeld, { code, key }: Desk, failures: number): Promise<void> {
  const { host } = held;
  if (held.desk?.code !== code) close(held);
  let refusal: Refusal | null = null;
  const view = await attempt(host.store, async () => {
    const answer = await host.api.teacher(code, key);
    refusal = answer.ok ? null : answer.refusal;
    return answer;
  });
  // The teacher may have gone elsewhere in the meantime.
  const isWanted = (): boolean => {
    const { place } = host.store.getState();
    return place.part === 'room' && place.code === code;
  };
  if (view && isWanted()) begin(held, { code, key }, view);
  else if (isRefusedForGood(refusal)) held.keeping.dropRoom({ code, key });
  else if (!view && isWanted())
    host.later(pauseAfter(failures + 1, host.random()), () => {
      if (!held.desk && isWanted()) void enter(held, { code, key }, failures + 1);
    });
}

/** A key that fits nothing, or a room that is no more. */
function isRefusedForGood(refusal: Refusal | null): boolean {
  return refusal !== null && goneReasonOf(refusal.code) !== null;
}

function begin(held: TeacherHeld, desk: Desk, view: TeacherView): void {
  const { host } = held;
  close(held);
  held.desk = desk;
  keep(held, view);
  host.store.setState({
    teacher: { view, connection: 'connecting', map: null, move: null, gone: null },
    problem: '',
  });
  held.live = host.listen(desk.key, {
    hear: (message) => held.desk === desk && hear(held, message),
    connection: (connection) => held.desk === desk && changeTeacher(held, { connection }),
  });
}

function hear(held: TeacherHeld, message: ServerMessage): void {
  if (message.type === 'gone') {
    if (held.desk) held.keeping.dropRoom(held.desk);
    changeTeacher(held, { gone: message.reason, connection: 'lost' });
  } else if (message.type === 'teacher') {
    keep(held, message.view);
    changeTeacher(held, { view: message.view });
  }
}

function keep({ desk, keeping }: TeacherHeld, { room }: TeacherView): void {
  if (desk) keeping.keepRoom({ ...desk, level: room.level.id, expiresAt: room.expiresAt });
}

function changeTeacher({ host: { store } }: TeacherHeld, change: Partial<TeacherState>): void {
  const { teacher } = store.getState();
  if (teacher) store.setState({ teacher: { ...teacher, ...change } });
}

function close(held: TeacherHeld): void {
  held.live?.close();
  held.live = null;
  held.desk = null;
  held.host.store.setState({ teacher: null });
}

function leave(held: TeacherHeld): void {
  if (held.desk) held.keeping.dropRoom(held.desk);
  close(held);
  goTo(held.host, { part: 'doors', code: '' });
}

/** A secret link names the room first and brings its key in the next moment. */
function sayThatKeyIsMissing(held: TeacherHeld, code: string): void {
  const { host } = held;
  close(held);
  host.later(0, () => {
    const { teacher, busy, place } = host.store.getState();
    if (!teacher && !busy && place.code === code && place.part === 'room')
      host.store.setState({ problem: t('classApp.noKey', { code }) });
  });
}
