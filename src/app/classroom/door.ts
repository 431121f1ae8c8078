/** The class as the first page knows it: its code is fetched when its page is opened, or when a seat of an earlier visit is kept. */
import type { ClassStore } from './store.ts';
import type { ClassActions } from './types.ts';

/** What start.ts gives; going to a place needs no code behind it. */
export type ClassCalls = Omit<ClassActions, 'go'>;

const CALLS = Object.keys({
  openRoom: 0,
  enterRoom: 0,
  changeRoom: 0,
  changeSeat: 0,
  moveSeat: 0,
  removeRoom: 0,
  teacherLink: 0,
  joinLink: 0,
  makeMap: 0,
  openRow: 0,
  sendStatements: 0,
  saveExport: 0,
  findRoom: 0,
  reroll: 0,
  takeSeat: 0,
  takeOverSeat: 0,
  play: 0,
  moveOwnSeat: 0,
  leaveSeat: 0,
  retry: 0,
  forgetSeat: 0,
  addFiles: 0,
  addLinks: 0,
  clearFiles: 0,
} satisfies Record<keyof ClassCalls, 0>) as (keyof ClassCalls)[];

export interface ClassDoorHost {
  readonly store: ClassStore;
  /** Shows the page of the class. */
  openPage(): void;
  /** Says that the code could not be fetched. */
  missing(): void;
  /** Fetches start.ts. */
  load(): Promise<ClassCalls>;
}

export interface ClassDoor {
  readonly actions: ClassActions;
  /** Fetches the code because a seat waits for it; nobody asked, so nobody is told when that fails. */
  wake(): void;
}

/**
 * Actions that wait for the code behind them. Once it has come each is the very function that start.ts gave; before that,
 * what a call would return is not there yet: the links of a room are asked for by who is in the room.
 */
export function createClassDoor({ store, openPage, missing, load }: ClassDoorHost): ClassDoor {
  let calls: ClassCalls | null = null;
  let coming: Promise<ClassCalls> | null = null;
  const fetched = async (): Promise<ClassCalls> => {
    coming ??= load();
    try {
      calls = await coming;
      return calls;
    } catch (error) {
      coming = null;
      throw error;
    }
  };
  const go: ClassActions['go'] = (place) => {
    store.setState({ place, problem: '' });
    openPage();
    void fetched().catch(missing);
  };
  const forward = (name: keyof ClassCalls) => {
    const call = (from: ClassCalls, given: unknown[]): unknown =>
      (from[name] as (...given: unknown[]) => unknown)(...given);
    return (...given: unknown[]) =>
      calls ? call(calls, given) : fetched().then((from) => call(from, given), missing);
  };
  const forwarded = Object.fromEntries(CALLS.map((name) => [name, forward(name)]));
  return {
    actions: { go, ...forwarded } as ClassActions,
    wake: () => void fetched().catch(() => undefined),
  };
}
