/** What a teacher asks for. */
import type { ClassCalls } from './door.ts';
import { attempt, type ClassHost, goTo } from './sessionHost.ts';
import type { Teacher } from './teacher.ts';
import { t } from './words.ts';

type TeacherCalls = Pick<
  ClassCalls,
  | 'openRoom'
  | 'enterRoom'
  | 'changeRoom'
  | 'changeSeat'
  | 'moveSeat'
  | 'removeRoom'
  | 'teacherLink'
  | 'joinLink'
  | 'sendStatements'
>;

export function createTeacherCalls(host: ClassHost, teacher: Teacher): TeacherCalls {
  const { store, api } = host;
  return {
    openRoom: async (request) => {
      const opened = await attempt(store, () => api.openRoom(request));
      if (!opened) return;
      const { code } = opened.view.room;
      teacher.begin({ code, key: opened.key }, opened.view);
      goTo(host, { part: 'room', code });
    },
    enterRoom: (code, key) => teacher.enter(code, key),
    changeRoom: async (change) =>
      void (await teacher.ask(({ code, key }) => api.changeRoom(code, key, change))),
    changeSeat: async (seat, change) =>
      void (await teacher.ask(({ code, key }) => api.changeSeat(code, key, seat, change))),
    moveSeat: async (seat) => {
      const move = await teacher.ask(({ code, key }) => api.moveSeat(code, key, seat));
      if (move) teacher.change({ move: { seat, ...move } });
    },
    removeRoom: async () => {
      if (await teacher.ask(({ code, key }) => api.removeRoom(code, key))) teacher.forget();
    },
    teacherLink: () => {
      const desk = teacher.desk();
      return desk ? `${host.base}#class/room/${desk.code}/${desk.key}` : '';
    },
    // The server leads this short address to the door of the room.
    joinLink: (address) => new URL(teacher.desk()?.code ?? '', address).href,
    sendStatements: async () => {
      const answer = await teacher.ask(({ code, key }) => api.statements(code, key));
      if (answer) host.actions.notify('info', t('classApp.sent', { count: answer.sent }));
    },
  };
}
