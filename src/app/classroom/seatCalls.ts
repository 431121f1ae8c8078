/** What a student asks for in the seat. */
import type { ClassCalls } from './door.ts';
import { goneReasonOf } from './live.ts';
import { isRoomGame, levelOfRoom } from './roomGame.ts';
import { attempt, type ClassHost, goTo } from './sessionHost.ts';
import type { Student } from './student.ts';
import { t, tAny } from './words.ts';

type SeatCalls = Pick<ClassCalls, 'play' | 'moveOwnSeat' | 'leaveSeat' | 'retry' | 'forgetSeat'>;

export function createSeatCalls(host: ClassHost, student: Student): SeatCalls {
  const forgetSeat = (): void => {
    student.forget();
    goTo(host, { part: 'doors', code: '' });
  };
  return {
    play: () => play(host),
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

function play({ store, app, actions }: ClassHost): void {
  const room = store.getState().student?.view.room;
  if (!room) return;
  const { levels, game } = app.getState();
  const level = levelOfRoom(levels, room);
  if (!level) store.setState({ problem: t('classApp.otherPage') });
  else if (room.state === 'lobby') store.setState({ problem: tAny('class.refused.notOpen') });
  else if (isRoomGame(game, room) && !game.result) actions.openPage('game');
  else actions.startGame(level, room.mode, room.seed);
}
