import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Size of an element, and of the letters it is measured against, in CSS pixels. */
export interface BoxSize {
  readonly width: number;
  readonly height: number;
  readonly rem: number;
}

const NOTHING: BoxSize = { width: 0, height: 0, rem: 16 };

/** Follows the size of an element; all zero until it stands on the page. */
export function useBox<T extends Element>(): readonly [{ readonly current: T | null }, BoxSize] {
  const place = useRef<T>(null);
  const [size, setSize] = useState(NOTHING);
  useLayoutEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = (): void => {
      const { width, height } = element.getBoundingClientRect();
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setSize((before) =>
        before.width === width && before.height === height && before.rem === rem
          ? before
          : { width, height, rem },
      );
    };
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [place, size];
}
