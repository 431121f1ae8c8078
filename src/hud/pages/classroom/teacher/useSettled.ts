import { useEffect, useState } from 'preact/hooks';

/** Long enough that thirty who join at once are told as one number. */
const SETTLE_MILLISECONDS = 2000;

/** A value once it has stood still for a while, for what is said aloud. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(() => value), SETTLE_MILLISECONDS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
