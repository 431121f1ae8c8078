/** How a component reads the store and asks for something. */
import { type ComponentChildren, createContext, createElement } from 'preact';
import { useContext, useEffect, useReducer, useRef } from 'preact/hooks';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BranchActions, BranchesState } from '../app/branches/types.ts';
import { NO_CLASS } from '../app/classroom/store.ts';
import type { ClassActions, ClassState } from '../app/classroom/types.ts';
import { type ComparisonActions, type ComparisonState, NO_COMPARISON } from '../app/comparison/types.ts';
import type { DebriefActions, DebriefState } from '../app/debrief/types.ts';
import type { Actions, AppState, GameView } from '../app/types.ts';

interface AppLink {
  readonly store: StoreApi<AppState>;
  readonly actions: Actions;
  /** The debrief stands beside the game; a page that shows only panels may do without. */
  readonly debrief?: DebriefLink;
  /** The branches stand beside the game in the same way. */
  readonly branches?: BranchesLink;
  /** Courses beside a replay; without it a replay stands alone. */
  readonly comparison?: ComparisonLink;
  /** The class; without it nobody is in one. */
  readonly classroom?: ClassLink;
}

interface DebriefLink {
  readonly store: StoreApi<DebriefState>;
  readonly actions: DebriefActions;
}

interface BranchesLink {
  readonly store: StoreApi<BranchesState>;
  readonly actions: BranchActions;
}

interface ComparisonLink {
  readonly store: StoreApi<ComparisonState>;
  readonly actions: ComparisonActions;
}

interface ClassLink {
  readonly store: StoreApi<ClassState>;
  readonly actions: ClassActions;
}

const AppContext = createContext<AppLink | null>(null);

interface AppProviderProps extends AppLink {
  readonly children?: ComponentChildren;
}

/** Gives the store and the actions to everything inside. */
export function AppProvider({ children, ...given }: AppProviderProps) {
  const link = useRef<AppLink>(given);
  if (!sameFields(link.current, given)) link.current = given;
  return createElement(AppContext.Provider, { value: link.current }, children);
}

function useLink(): AppLink {
  const link = useContext(AppContext);
  if (!link) throw new Error('A component of the bedside stands outside <AppProvider>.');
  return link;
}

/** The store itself, for loops that draw without Preact. */
export function useStore(): StoreApi<AppState> {
  return useLink().store;
}

export function useActions(): Actions {
  return useLink().actions;
}

function useDebriefLink(): DebriefLink {
  const { debrief } = useLink();
  if (!debrief) throw new Error('A part of the debrief stands where there is none.');
  return debrief;
}

export function useDebriefActions(): DebriefActions {
  return useDebriefLink().actions;
}

/** The selected slice of the debrief, as {@link useApp} selects one of the game. */
export function useDebrief<T>(
  select: (state: DebriefState) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  return useSlice(useDebriefLink().store, select, same);
}

const NOTHING_COMPARED = createStore<ComparisonState>(() => NO_COMPARISON);

/** The selected slice of what a replay is compared with, as {@link useApp} selects one of the game. */
export function useComparison<T>(
  select: (state: ComparisonState) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  return useSlice(useLink().comparison?.store ?? NOTHING_COMPARED, select, same);
}

/** Null where nothing can be compared. */
export function useComparisonActions(): ComparisonActions | null {
  return useLink().comparison?.actions ?? null;
}

function useBranchesLink(): BranchesLink {
  const { branches } = useLink();
  if (!branches) throw new Error('A part of the branches stands where there are none.');
  return branches;
}

export function useBranchActions(): BranchActions {
  return useBranchesLink().actions;
}

/** The selected slice of the branches, as {@link useApp} selects one of the game. */
export function useBranches<T>(
  select: (state: BranchesState) => T,
  same: (a: T, b: T) => boolean = Object.is,
): T {
  return useSlice(useBranchesLink().store, select, same);
}

const NOBODY = createStore<ClassState>(() => NO_CLASS);

/** The selected slice of the class, as {@link useApp} selects one of the game. */
export function useClass<T>(select: (state: ClassState) => T, same: (a: T, b: T) => boolean = Object.is): T {
  return useSlice(useLink().classroom?.store ?? NOBODY, select, same);
}

export function useClassActions(): ClassActions {
  const { classroom } = useLink();
  if (!classroom) throw new Error('A part of the class stands where there is none.');
  return classroom.actions;
}

/**
 * The selected slice of the store. The component is drawn anew only when the
 * slice differs, so select numbers and strings as coarse as they are shown.
 */
export function useApp<T>(select: (state: AppState) => T, same: (a: T, b: T) => boolean = Object.is): T {
  return useSlice(useStore(), select, same);
}

function useSlice<S, T>(store: StoreApi<S>, select: (state: S) => T, same: (a: T, b: T) => boolean): T {
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const shown = useRef<{ value: T; select: (state: S) => T } | null>(null);
  const selected = select(store.getState());
  const value = shown.current && same(shown.current.value, selected) ? shown.current.value : selected;
  shown.current = { value, select };
  useEffect(() => {
    const look = (): void => {
      const last = shown.current;
      if (last && !same(last.value, last.select(store.getState()))) redraw(undefined);
    };
    look();
    return store.subscribe(look);
  }, [store, same]);
  return value;
}

/**
 * A slice of the game on the screen. Between two pages there may be none for
 * a moment; the last slice then stays.
 *
 * @throws Error when there has been no game at all
 */
export function useGame<T>(select: (game: GameView) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const last = useRef<GameView | null>(null);
  return useApp((state) => {
    if (state.game) last.current = state.game;
    if (!last.current) throw new Error('The play screen is drawn without a game.');
    return select(last.current);
  }, same);
}

/**
 * Something costly made of the game, anew only when its key changes. The key
 * is looked at with every frame, so keep it a number or a short string.
 */
export function useGameDerived<T>(
  keyOf: (game: GameView) => string | number,
  derive: (game: GameView) => T,
): T {
  const key = useGame(keyOf);
  const store = useStore();
  const made = useRef<{ readonly key: string | number; readonly value: T } | null>(null);
  const { game } = store.getState();
  if (game && made.current?.key !== key) made.current = { key, value: derive(game) };
  if (!made.current) throw new Error('The play screen is drawn without a game.');
  return made.current.value;
}

/** True when two records have the same values, compared one level deep. */
export function sameFields<T extends object>(a: T, b: T): boolean {
  const keys = Object.keys(a) as (keyof T)[];
  return keys.length === Object.keys(b).length && keys.every((key) => Object.is(a[key], b[key]));
}
