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
  /** Replay only: ghosts and the second log. */
  toggleCompare(): void;
  /** Puts away what lies over the picture. */
  close(): void;
  say(sentence: string): void;
}

/** What is open over the game, or was brought up by it: Space presses what has the focus in there. */
const OPEN = '[role="dialog"], .popup, .trend, .notice, .skip-link';

const TICKS_PER_HOUR = 20;

/** Holding a key down repeats steps, never switches. */
const REPEATED: readonly KeyAction[] = ['stepHour', 'stepSixHours', 'backHour', 'backSixHours'];

const TEXT_INPUTS = ['text', 'search', 'number', 'email', 'url', 'password'];

function focusKind(target: EventTarget | null): FocusKind {
  if (!(target instanceof HTMLElement)) return 'other';
  if (target.isContentEditable || target.matches('textarea, select')) return 'text';
  if (target instanceof HTMLInputElement) {
    if (target.type === 'radio') return 'radio';
    if (target.type === 'range') return 'slider';
    if (TEXT_INPUTS.includes(target.type)) return 'text';
    return target.closest(OPEN) ? 'button' : 'other';
  }
  const isPressed = target.matches('button, a[href], summary, [role="button"]');
  return isPressed && target.closest(OPEN) ? 'button' : 'other';
}

/** The next speed up or down; the last one stays. */
export function neighbourSpeed(speed: Speed, step: -1 | 1): Speed {
  return SPEEDS[SPEEDS.indexOf(speed) + step] ?? speed;
}

type Handlers = Readonly<Record<KeyAction, (key: string) => void>>;

/** What each key does. Sheets and lists take Escape themselves, before it comes here. */
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
    close: () => targets().close(),
    backHour: withGame(({ now }) => actions.seek(now.tick - TICKS_PER_HOUR)),
    backSixHours: withGame(({ now }) => actions.seek(now.tick - 6 * TICKS_PER_HOUR)),
    toStart: () => actions.seek(0),
    toEnd: withGame(({ endTick }) => actions.seek(endTick)),
    previousDecision: () => actions.seekDecision(-1),
    nextDecision: () => actions.seekDecision(1),
    takeOver: () => actions.takeOver(),
    compare: () => targets().toggleCompare(),
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
    // Some browsers press a button when Space comes up again, whatever became of it going down.
    let spaceTaken = false;
    const onKeyUp = (event: KeyboardEvent): void => {
      if (event.key !== ' ' || !spaceTaken) return;
      spaceTaken = false;
      event.preventDefault();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const isReplay = store.getState().game?.kind === 'replay';
      const binding = bindingFor(event, focusKind(event.target), isReplay);
      if (!binding) return;
      event.preventDefault();
      if (event.key === ' ') spaceTaken = true;
      if (event.repeat && !REPEATED.includes(binding.action)) return;
      handlers[binding.action](event.key);
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('keyup', onKeyUp);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('keyup', onKeyUp);
    };
  }, [store, actions]);
}
