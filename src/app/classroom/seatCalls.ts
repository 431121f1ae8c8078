/** What a student asks for in the seat. */
import type { ClassCalls } from './door.ts';
import { goneReasonOf } from './live.ts';
import { levelOfRoom } from './roomGame.ts';
import { attempt, type ClassHost, goTo } from './sessionHost.ts';
import type { Student } from './student.ts';
import { showRoomGame } from './tabs.ts';
import { t, tAny } from './words.ts';

type SeatCalls = Pick<ClassCalls, 'play' | 'playHere' | 'moveOwnSeat' | 'leaveSeat' | 'retry' | 'forgetSeat'>;

export function createSeatCalls(host: ClassHost, student: Student): SeatCalls {
  const forgetSeat = (): void => {
    student.forget();
    goTo(host, { part: 'doors', code: '' });
  };
  return {
    play: () => play(host),
    playHere: () => student.playHere(() => play(host)),
    moveOwnSeat: async () => {
      const token = student.token();
      const move = token && (await attempt(host.store, () => host.api.moveOwn(token)));
      if (move) student.change({ move });
    },
    leaveSeat: async () => {
      const token = student.token();
      if (token === null) return;
      const isGone = await attempt(host.store, async () => {
        const answer = await host.api.leave(token);
        const wasGone = !answer.ok && goneReasonOf(answer.refusal.code) !== null;
        return wasGone ? { ok: true, value: true as const } : answer;
      });
      if (isGone) forgetSeat();
    },
    retry: () => student.retry(),
    forgetSeat,
  };
}

function play(host: ClassHost): void {
  const { store, app, actions } = host;
  const room = store.getState().student?.view.room;
  if (!room) return;
  const level = levelOfRoom(app.getState().levels, room);
  if (!level) store.setState({ problem: t('classApp.otherPage') });
  else if (room.state === 'lobby') store.setState({ problem: tAny('class.refused.notOpen') });
  else if (!showRoomGame(host)) actions.startGame(level, room.mode, room.seed);
}
