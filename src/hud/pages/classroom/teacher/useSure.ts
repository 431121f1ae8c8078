import { useEffect, useState } from 'preact/hooks';

export interface Sure<T extends string> {
  /** What was asked for once and waits for the second press. */
  readonly asked: T | null;
  /** The first press asks, the second acts. `by` is the event behind it: the second half of a double click asks no more than the first. */
  press(what: T, act: () => void, by?: Pick<UIEvent, 'detail'>): void;
  /** Back to before the first press. */
  forget(): void;
}

/** Long enough to read the sentence, too short for a press that is meant for something else. */
const SURE_MILLISECONDS = 8000;

const NO_KEYS: readonly string[] = [];
/** Keys that press what has the focus, or do nothing by themselves. */
const PRESSING = ['Enter', ' ', 'Shift', 'Control', 'Alt', 'Meta'];

/**
 * What cannot be taken back at once asks a second time. The question goes by itself: after a while, with any key that
 * does not press it, and with a click on anything without the attribute `data-sure` of what was asked.
 *
 * @param keys letters that press it, too, wherever the focus is
 */
export function useSure<T extends string>(keys: readonly string[] = NO_KEYS): Sure<T> {
  const [asked, setAsked] = useState<T | null>(null);
  const forget = (): void => setAsked(null);
  useEffect(() => {
    if (asked === null) return;
    const timer = setTimeout(forget, SURE_MILLISECONDS);
    const onKey = ({ key }: KeyboardEvent): void => {
      if (!PRESSING.includes(key) && !keys.includes(key.toLowerCase())) forget();
    };
    // The click, not the press of the pointer: what moves between the two takes the click from where it was meant to go.
    const onClick = ({ target }: Event): void => {
      const of = target instanceof Element ? target.closest<HTMLElement>('[data-sure]')?.dataset.sure : null;
      if (of !== asked) forget();
    };
    document.addEventListener('keydown', onKey);
    document.addEventListener('click', onClick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('click', onClick);
    };
  }, [asked, keys]);
  const press: Sure<T>['press'] = (what, act, by) => {
    if (asked !== what) {
      setAsked(what);
    } else if (!isDoubleClick(by)) {
      forget();
      act();
    }
  };
  return { asked, press, forget };
}

function isDoubleClick(by: Pick<UIEvent, 'detail'> | undefined): boolean {
  return by !== undefined && by.detail > 1;
}
