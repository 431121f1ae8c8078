import { useEffect, useRef } from 'preact/hooks';
import { type RoomKeyAction, roomAction } from './roomKeys.ts';

/** Types of input that have no use for a letter. */
const WITHOUT_LETTERS = new Set(['radio', 'checkbox', 'button', 'submit', 'range']);

function isField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !WITHOUT_LETTERS.has(target.type);
  return target instanceof HTMLElement && target.closest('select, textarea, [contenteditable]') !== null;
}

/** Acts on the keys of the room, unless a field has the focus or a dialog is open. */
export function useRoomKeys(act: (action: RoomKeyAction) => void): void {
  const latest = useRef(act);
  latest.current = act;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isBusy = isField(event.target) || document.querySelector('dialog[open]') !== null;
      const action = roomAction(event, isBusy);
      if (action === null || event.defaultPrevented) return;
      event.preventDefault();
      latest.current(action);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
