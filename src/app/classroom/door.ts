/** The class as the first page knows it: its code is fetched when its page is opened, or when a seat of an earlier visit is kept. */
import type { ClassStore } from './store.ts';
import type { ClassActions } from './types.ts';

/** What start.ts gives; going to a place needs no code behind it. */
export type ClassCalls = Omit<ClassActions, 'go'>;

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
    return (...given: never[]): unknown => {
      const call = (from: ClassCalls): unknown => (from[name] as (...given: never[]) => unknown)(...given);
      return calls ? call(calls) : fetched().then(call, missing);
    };
  };
  // Made as they are asked for: their names need not stand in the first file of the page.
  const made: Record<string, unknown> = { go };
  return {
    actions: new Proxy(made, {
      get: (_, name: keyof ClassCalls) => (made[name] ??= forward(name)),
    }) as unknown as ClassActions,
    wake: () => void fetched().catch(() => undefined),
  };
}
