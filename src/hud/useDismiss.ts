import { useLayoutEffect, useRef } from 'preact/hooks';

/** Closes something that is open when the player presses Escape, presses elsewhere, or tabs out of it; Escape gives the focus back to the button that opened it. */
export function useDismiss(
  place: { readonly current: HTMLElement | null },
  open: boolean,
  close: () => void,
): void {
  const latest = useRef(close);
  latest.current = close;
  // Before the next key: Escape pressed the moment it stands must close it.
  useLayoutEffect(() => {
    const inside = place.current;
    if (!open || !inside) return undefined;
    const isOutside = (target: EventTarget | null): boolean =>
      target instanceof Node && !inside.contains(target);
    const onPress = (event: PointerEvent): void => {
      if (isOutside(event.target)) latest.current();
    };
    const onFocus = (event: FocusEvent): void => {
      if (isOutside(event.target)) latest.current();
    };
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      latest.current();
      inside.querySelector<HTMLElement>('[aria-expanded]')?.focus();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('focusin', onFocus);
    document.addEventListener('keydown', onKey, true);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('focusin', onFocus);
      document.removeEventListener('keydown', onKey, true);
    };
  }, [place, open]);
}
