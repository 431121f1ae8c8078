import { useLayoutEffect, useRef } from 'preact/hooks';
import type { StoreApi } from 'zustand/vanilla';
import { type Actions, type AppState, type GameView, SPEEDS, type Speed } from '../app/types.ts';
import { vitalsSentence } from './announcements.ts';
import { useActions, useStore } from './appContext.ts';
import { allCards, type CardId } from './cards.ts';
import { bindingFor, type FocusKind, type KeyAction } from './keys.ts';

/** What the keys open and close; held by the play screen. */
export interface PlayKeyTargets {
  openCard(id: CardId): void;
  openTests(): void;
  toggleTrend(): void;
  toggleKeys(): void;
  say(sentence: string): void;
}

const TEXT_INPUTS = ['text', 'search', 'number', 'email', 'url', 'password'];

function focusKind(target: EventTarget | null): FocusKind {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.isContentEditable || target.matches('textarea, select')) return 'text';
  if (target instanceof HTMLInputElement) {
    if (target.type === 'radio') return 'radio';
    if (target.type === 'range') return 'slider';
    return TEXT_INPUTS.includes(target.type) ? 'text' : 'button';
  }
  return target.matches('button, a[href], summary, [role="button"]') ? 'button' : 'other';
}

/** The next speed up or down; the last one stays. */
export function neighbourSpeed(speed: Speed, step: -1 | 1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + step] ?? speed;
}

type Handlers = Readonly<Record<KeyAction, (key: string) => void>>;

/** What each key does. `close` is handled by what is open. */
function handlersOf(store: StoreApi<AppState>, actions: Actions, targets: () => PlayKeyTargets): Handlers {
  const withGame = (work: (game: GameView) => void) => () => {
    const { game } = store.getState();
    if (game) work(game);
  };
  const settings = () => store.getState().settings;
  return {
    toggle: withGame((game) => actions.setRunning(!game.running)),
    stepHour: () => actions.stepHours(1),
    stepSixHours: () => actions.stepHours(6),
    slower: withGame((game) => actions.setSpeed(neighbourSpeed(game.speed, -1))),
    faster: withGame((game) => actions.setSpeed(neighbourSpeed(game.speed, 1))),
    treatment: (key) =>
      withGame((game) => {
        const id = allCards(game)[Number(key) - 1];
        if (id) targets().openCard(id);
      })(),
    labs: withGame((game) => {
      if (game.mode === 'clinician' && game.kind === 'play') targets().openTests();
    }),
    trend: () => targets().toggleTrend(),
    help: () => targets().toggleKeys(),
    speak: withGame((game) => targets().say(vitalsSentence(game))),
    mute: () => actions.setSettings({ muted: !settings().muted }),
    captions: () => actions.setSettings({ captions: !settings().captions }),
    close: () => undefined,
  };
}

/** Listens for the keys of the play screen while it stands, unless a dialog of another page lies over it. */
export function usePlayKeys(targets: PlayKeyTargets): void {
  const store = useStore();
  const actions = useActions();
  const latest = useRef(targets);
  latest.current = targets;
  // Before the first paint: a key pressed the moment the screen stands must not be lost.
  useLayoutEffect(() => {
    const handlers = handlersOf(store, actions, () => latest.current);
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const binding = bindingFor(event, focusKind(event.target));
      if (!binding || binding.action === 'close') return;
      event.preventDefault();
      // Holding a key down repeats steps, never switches.
      if (event.repeat && binding.action !== 'stepHour' && binding.action !== 'stepSixHours') return;
      handlers[binding.action](event.key);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store, actions]);
}
