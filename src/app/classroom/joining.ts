/** From a code to a seat: the door of a room, a name, and the seat of a device that is taken over. */
import { CODE_LENGTH } from '../../schema/classroom/limits.ts';
import type { TakeSeatRequest } from '../../schema/classroom/room.ts';
import type { ClassCalls } from './door.ts';
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
    const taken = await attempt(store, () => api.takeSeat(code, request));
    if (!taken) return false;
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
