import type { TargetedPointerEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useActions, useStore } from './appContext.ts';
import './styles/scrub.css';

const TICKS_PER_HOUR = 20;

type LanePointer = TargetedPointerEvent<HTMLElement>;

/** Pressing and dragging along a lane that spans the level seeks in the replay; the clock stands meanwhile. */
export function useScrub() {
  const store = useStore();
  const { seek, setRunning } = useActions();
  const [seeking, setSeeking] = useState(false);
  // A quick press is over before the page is drawn again.
  const drag = useRef<{ readonly ran: boolean } | null>(null);
  const seekTo = ({ currentTarget, clientX }: LanePointer): void => {
    const { game } = store.getState();
    const { left, width } = currentTarget.getBoundingClientRect();
    if (game && width > 0) seek(((clientX - left) / width) * game.level.horizonHours * TICKS_PER_HOUR);
  };
  const stop = (): void => {
    if (drag.current?.ran) setRunning(true);
    drag.current = null;
    setSeeking(false);
  };
  return {
    seeking,
    onPointerDown: (event: LanePointer): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { ran: store.getState().game?.running ?? false };
      setRunning(false);
      setSeeking(true);
      seekTo(event);
    },
    onPointerMove: (event: LanePointer): void => {
      if (drag.current) seekTo(event);
    },
    // Also after a pointer that was let go, or that the browser took away.
    onLostPointerCapture: stop,
  };
}
