/** Pointing at the signs of the map: with mouse or finger, and with the arrow keys. */
import { useRef, useState } from 'preact/hooks';
import type { Pointed } from './mapTip.tsx';
import { type DrawingOf, signAt } from './rowDrawing.ts';

/** How near a pointer must be to a sign, in units of the axis. */
const REACH = 9;
const REACH_OF_FINGER = 18;

export interface Pointing {
  readonly pointed: Pointed | null;
  readonly board: { readonly current: HTMLDivElement | null };
  /** Points at the sign of a row with this number; null at none. */
  readonly pointAt: (row: string, sign: number | null) => void;
  readonly onPointer: (event: PointerEvent) => void;
  readonly clear: () => void;
}

/**
 * @param drawingOf every row
 * @param width of the axis, in its units
 */
export function usePointing(drawingOf: DrawingOf, width: number): Pointing {
  const board = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const clear = (): void => setPointed(null);
  const show = (row: string, sign: number | null, picture: Element | null): void => {
    const placed = sign === null ? undefined : drawingOf(row)?.signs[sign];
    if (sign === null || !placed || !picture || !board.current) {
      clear();
      return;
    }
    const around = board.current.getBoundingClientRect();
    const box = picture.getBoundingClientRect();
    const top = box.top + box.height / 2 - around.top;
    setPointed((before) =>
      before?.row === row && before.sign === sign && before.top === top
        ? before
        : {
            row,
            sign,
            left: box.left + (placed.x / width) * box.width - around.left,
            top,
            within: around.width,
            isBelow: top < around.height / 3,
          },
    );
  };
  return {
    pointed,
    board,
    clear,
    pointAt: (row, sign) =>
      show(row, sign, board.current?.querySelector(`[data-row="${CSS.escape(row)}"] svg`) ?? null),
    onPointer: (event) => {
      const row = (event.target as Element).closest<HTMLElement>('[data-row]');
      const picture = row?.querySelector('.class-map-drawing');
      const drawing = drawingOf(row?.dataset.row ?? '');
      if (!row || !picture || !drawing) {
        clear();
        return;
      }
      const box = picture.getBoundingClientRect();
      const x = ((event.clientX - box.left) / box.width) * width;
      const reach = event.pointerType === 'touch' ? REACH_OF_FINGER : REACH;
      show(row.dataset.row ?? '', signAt(drawing.signs, x, reach), picture);
    },
  };
}
