/** From a code to a seat: the door of a room, a name, and the seat of a device that is taken over. */
import { CODE_LENGTH } from '../../schema/classroom/limits.ts';
import type { TakenSeat, TakeSeatRequest } from '../../schema/classroom/room.ts';
import type { ClassCalls } from './door.ts';
import { goneReasonOf } from './live.ts';
import { isHeldForRoom, isRoomGame } from './roomGame.ts';
import { attempt, type ClassHost, goTo } from './sessionHost.ts';
import type { Student } from './student.ts';
import { readTypedCode } from './typedCode.ts';
import { t } from './words.ts';

type Joining = Pick<ClassCalls, 'findRoom' | 'reroll' | 'takeSeat' | 'takeOverSeat'>;

export function createJoining(host: ClassHost, student: Student): Joining {
  const { store, api } = host;
  const findRoom = async (typed: string): Promise<void> => {
    const { code } = readTypedCode(typed, CODE_LENGTH);
    store.setState({ door: null });
    const door = await attempt(store, () => api.door(code));
    if (!door) return;
    const free = door.full ? { names: [] } : await attempt(store, () => api.names(code));
    // Somebody may have gone elsewhere in the meantime.
    if (free && store.getState().place.part === 'join') store.setState({ door: { door, names: free.names } });
  };
  const take = async (code: string, request: TakeSeatRequest): Promise<boolean> => {
    if (!(await leaveGameToServer(host, student))) return false;
    const taken = await attempt(store, () => api.takeSeat(code, request));
    if (!taken) return false;
    const earlier = store.getState().student?.own.seat;
    if ('name' in request || (earlier !== undefined && earlier !== taken.own.seat)) dropRoomGame(host, taken);
    student.begin(taken);
    store.setState({ door: null });
    goTo(host, { part: 'seat', code: '' });
    if (taken.held !== null && !host.actions.takeUpGame(taken.held))
      host.actions.notify('info', t('classApp.heldUnfit'));
    return true;
  };
  return {
    findRoom,
    reroll: () => void reroll(host),
    takeSeat: async (name) => {
      const { door } = store.getState();
      if (!door || (await take(door.door.room.code, { name }))) return;
      // The name may be somebody's by now: others are offered under the sentence that says so.
      const free = await api.names(door.door.room.code);
      if (free.ok && store.getState().door) store.setState({ door: { ...door, names: free.value.names } });
    },
    takeOverSeat: async (code, move) => void (await take(code, { move })),
  };
}

/** Shows the next name; after the last one, others are fetched. */
async function reroll({ store, api }: ClassHost): Promise<void> {
  const { door } = store.getState();
  if (!door) return;
  const [first, ...others] = door.names;
  if (others.length > 0) {
    store.setState({ door: { ...door, names: others } });
    return;
  }
  const free = await attempt(store, () => api.names(door.door.room.code));
  const names = free?.names.filter((name) => name !== first) ?? [];
  if (names.length > 0 && store.getState().door === door) store.setState({ door: { ...door, names } });
}

/**
 * A browser has one seat and one game that goes on. Before another seat is taken here, the game of the earlier one goes to the
 * server, for whoever comes back to it with a code.
 *
 * @returns false when it could not be brought there; why stands in `problem`
 */
async function leaveGameToServer(host: ClassHost, student: Student): Promise<boolean> {
  const { store, api, actions, heldGames } = host;
  const token = student.token();
  const seated = store.getState().student;
  if (token === null || !seated || seated.gone !== null) return true;
  if (!seated.elsewhere) actions.holdGame();
  const game = heldGames.read();
  if (!game || !isHeldForRoom(game, seated.view.room)) return true;
  return (
    (await attempt(store, async () => {
      const answer = await api.held(token, JSON.stringify(game), false);
      const wasGone = !answer.ok && goneReasonOf(answer.refusal.code) !== null;
      return wasGone ? { ok: true as const, value: true as const } : answer;
    })) !== null
  );
}

/** A game of the same room that somebody else has left here is not the new seat's. */
function dropRoomGame({ app, actions, heldGames }: ClassHost, { view: { room } }: TakenSeat): void {
  const kept = heldGames.read();
  if (kept && isHeldForRoom(kept, room)) heldGames.clear();
  if (isRoomGame(app.getState().game, room)) actions.dropGame();
}
