import { useState } from 'preact/hooks';

export interface Sure<T extends string> {
  /** What was asked for once and waits for the second press. */
  readonly asked: T | null;
  /** The first press asks, the second acts. */
  press(what: T, act: () => void): void;
  /** Back to before the first press. */
  forget(): void;
}

/** What cannot be taken back at once asks a second time. */
export function useSure<T extends string>(): Sure<T> {
  const [asked, setAsked] = useState<T | null>(null);
  const press = (what: T, act: () => void): void => {
    if (asked !== what) {
      setAsked(what);
      return;
    }
    setAsked(null);
    act();
  };
  return { asked, press, forget: () => setAsked(null) };
}
