import { useEffect, useState } from 'preact/hooks';

/** Rows that are drawn at once, and in each later frame: so many that no frame is held up. */
const AT_ONCE = 20;
const A_FRAME = 14;

/** How many of `count` rows are drawn by now: the first ones at once, the others frame by frame. */
export function useGrowing(count: number): number {
  const [drawn, setDrawn] = useState(AT_ONCE);
  useEffect(() => {
    if (drawn >= count) return;
    const frame = requestAnimationFrame(() => setDrawn(drawn + A_FRAME));
    return () => cancelAnimationFrame(frame);
  }, [drawn, count]);
  return Math.min(drawn, count);
}
