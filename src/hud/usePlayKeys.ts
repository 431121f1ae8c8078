import { useEffect, useRef } from 'preact/hooks';
import { SPEEDS, type Speed } from '../app/types.ts';
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

/** Listens for the keys of the play screen while it stands, unless a dialog of another page lies over it. */
export function usePlayKeys(targets: PlayKeyTargets): void {
  const store = useStore();
  const actions = useActions();
  const latest = useRef(targets);
  latest.current = targets;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const binding = bindingFor(event, focusKind(event.target));
      if (!binding || binding.action === 'close') return;
      event.preventDefault();
      // Holding a key down repeats steps, never switches.
      if (event.repeat && binding.action !== 'stepHour' && binding.action !== 'stepSixHours') return;
      act(binding.action, event.key);
    };
    function act(action: KeyAction, key: string): void {
      const { game, settings } = store.getState();
      if (!game) return;
      switch (action) {
        case 'toggle':
          return actions.setRunning(!game.running);
        case 'stepHour':
          return actions.stepHours(1);
        case 'stepSixHours':
          return actions.stepHours(6);
        case 'slower':
          return actions.setSpeed(neighbourSpeed(game.speed, -1));
        case 'faster':
          return actions.setSpeed(neighbourSpeed(game.speed, 1));
        case 'treatment': {
          const id = allCards(game)[Number(key) - 1];
          return id ? latest.current.openCard(id) : undefined;
        }
        case 'labs':
          return game.mode === 'clinician' ? latest.current.openTests() : undefined;
        case 'trend':
          return latest.current.toggleTrend();
        case 'help':
          return latest.current.toggleKeys();
        case 'speak':
          return latest.current.say(vitalsSentence(game));
        case 'mute':
          return actions.setSettings({ muted: !settings.muted });
        case 'captions':
          return actions.setSettings({ captions: !settings.captions });
        case 'close':
          return undefined;
      }
    }
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [store, actions]);
}
