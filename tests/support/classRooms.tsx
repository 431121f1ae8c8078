/**
 * The teacher's pages with a room made by hand behind them, for looking at: `npx vite --port 4300`, then
 * /tests/support/classRooms.html?page=room&state=open&students=30&theme=projector&motion=reduced&hidden&locked&lost
 *
 * `page=open` shows the form. Nothing is sent anywhere: changes of the room are made in the page.
 */
import '../../src/hud/styles/fonts.css';
import '../../src/hud/styles/tokens.css';
import '../../src/hud/styles/base.css';
import '../../src/hud/pages/pages.css';
import '../../src/hud/pages/menu.css';
import '../../src/hud/pages/classroom/class.css';
import { render } from 'preact';
import { createClassStore, NO_CLASS } from '../../src/app/classroom/store.ts';
import type { ClassActions, Connection, TeacherState } from '../../src/app/classroom/types.ts';
import { createSession } from '../../src/app/session.ts';
import { DEFAULT_SETTINGS } from '../../src/app/settings.ts';
import { createAppStore } from '../../src/app/store.ts';
import { AppProvider } from '../../src/hud/appContext.ts';
import { OpenRoomPage } from '../../src/hud/pages/classroom/teacher/openRoom.tsx';
import { RoomPage } from '../../src/hud/pages/classroom/teacher/roomPage.tsx';
import { loadLevels } from '../../src/levels/browserLevels.ts';
import { teacherViewOf } from './teacherViews.ts';

const query = new URLSearchParams(location.search);
const theme = query.get('theme') === 'projector' ? 'projector' : 'night';
const motion = query.get('motion') === 'reduced' ? 'reduced' : 'system';
const store = createAppStore({ ...DEFAULT_SETTINGS, theme, motion }, loadLevels());
const actions = createSession({
  store,
  savedLogs: {
    list: async () => ({ ok: true, value: [] }),
    keep: async () => ({ ok: true, value: [] }),
    remove: async () => ({ ok: true, value: [] }),
  },
  heldGames: { read: () => null, write: () => undefined, clear: () => undefined },
  saveSettings: () => true,
  now: () => performance.now(),
  date: () => '2026-01-01T00:00:00Z',
  later: () => () => undefined,
  newSeed: () => 1,
});
const classStore = createClassStore();
const teacher: TeacherState = {
  view: teacherViewOf({
    students: Number(query.get('students') ?? 30),
    state: (query.get('state') ?? 'open') as 'lobby' | 'open' | 'closed',
    kind: query.has('homework') ? 'until' : 'live',
    locked: query.has('locked'),
    hideNames: query.has('hidden'),
    addresses: query.has('addresses')
      ? ['http://192.168.178.101:8080/', 'http://10.0.0.7:8080/']
      : ['http://192.168.178.101:8080/'],
  }),
  connection: (query.get('connection') ?? 'socket') as Connection,
  map: null,
  move: null,
  gone: query.has('gone') ? 'expired' : null,
};
classStore.setState({
  ...NO_CLASS,
  place: { part: 'room', code: 'KQ7ZDW' },
  hasServer: !query.has('plain'),
  problem: query.get('problem') ?? '',
  teacher: query.has('nothing') ? null : teacher,
  myRooms: query.has('mine')
    ? [{ code: 'KQ7ZDW', level: 'the-quiet-doubling', expiresAt: '2026-12-24T19:00:00.000Z' }]
    : [],
});

const change = (made: (now: TeacherState) => TeacherState): void =>
  classStore.setState(({ teacher: now }) => (now ? { teacher: made(now) } : {}));
const asked: unknown[] = [];
const say =
  (name: string) =>
  async (...given: unknown[]): Promise<void> =>
    void asked.push([name, ...given]);

/** What the pages here ask for; the rest of the class is not on them. */
const classActions = {
  go: say('go'),
  openRoom: say('openRoom'),
  openRow: say('openRow'),
  makeMap: say('makeMap'),
  saveExport: say('saveExport'),
  sendStatements: say('sendStatements'),
  removeRoom: say('removeRoom'),
  changeRoom: async (wish: Record<string, unknown>) => {
    asked.push(['changeRoom', wish]);
    change((now) => ({ ...now, view: { ...now.view, room: { ...now.view.room, ...wish } } }));
  },
  changeSeat: async (seat: string, wish: Record<string, unknown>) => {
    asked.push(['changeSeat', seat, wish]);
    change((now) => ({
      ...now,
      view: {
        ...now.view,
        seats: now.view.seats.map((one) => (one.seat === seat ? { ...one, ...wish } : one)),
      },
    }));
  },
  moveSeat: async (seat: string) =>
    change((now) => ({ ...now, move: { seat, code: 'BCDFGH23', until: '2026-11-22T10:40:00.000Z' } })),
  teacherLink: () => `${location.origin}/#class/room/KQ7ZDW/t_${'x'.repeat(43)}`,
  joinLink: (address: string) => `${address}KQ7ZDW`,
};

document.documentElement.dataset.theme = theme;
document.documentElement.dataset.motion = motion;
const place = document.getElementById('app');
if (place) {
  render(
    <AppProvider
      store={store}
      actions={actions}
      classroom={{ store: classStore, actions: classActions as unknown as ClassActions }}
    >
      <div class="page page-class">{query.get('page') === 'open' ? <OpenRoomPage /> : <RoomPage />}</div>
    </AppProvider>,
    place,
  );
}
// For scripts that look at the page.
Object.assign(globalThis, { stormward: { store, classStore, asked } });
