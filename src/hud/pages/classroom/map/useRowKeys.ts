/** The map by keyboard: one row is a stop of Tab, arrows go from row to row and from sign to sign. */
import { useState } from 'preact/hooks';
import type { ClassRow } from '../../../../classroom/types.ts';
import type { DrawingOf } from './rowDrawing.ts';
import type { Pointing } from './usePointing.ts';

export interface RowKeys {
  /** Key of the row that Tab stops at. */
  readonly stop: string;
  /** A sign is pointed at by key, so it is to be spoken. */
  readonly isWalking: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

export function useRowKeys(
  rows: readonly ClassRow[],
  drawingOf: DrawingOf,
  { pointed, board, pointAt, clear }: Pointing,
): RowKeys {
  const [chosen, setChosen] = useState('');
  const [isWalking, setWalking] = useState(false);
  const stop = rows.some(({ id }) => id === chosen) ? chosen : (rows[0]?.id ?? '');
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') clear();
    const id = (event.target as Element).closest<HTMLElement>('[data-open]')?.dataset.open;
    if (id === undefined) return;
    const at = rows.findIndex((row) => row.id === id);
    const next = rows[nextRow(event.key, at, rows.length) ?? -1];
    const sign = nextSign(
      event.key,
      pointed?.row === id ? pointed.sign : null,
      drawingOf(id)?.signs.length ?? 0,
    );
    if (!next && sign === null) return;
    event.preventDefault();
    setWalking(sign !== null);
    if (sign !== null) {
      pointAt(id, sign);
      return;
    }
    clear();
    board.current?.querySelector<HTMLElement>(`[data-open="${CSS.escape(next?.id ?? '')}"]`)?.focus();
  };
  return {
    stop,
    isWalking,
    onKeyDown,
    onFocus: (event) => {
      const id = (event.target as Element).closest<HTMLElement>('[data-open]')?.dataset.open;
      if (id !== undefined) setChosen(id);
    },
  };
}

const PAGE = 10;

/** The row that a key goes to from the row `at`, or null when it goes to none. */
export function nextRow(key: string, at: number, count: number): number | null {
  const last = count - 1;
  if (key === 'ArrowDown') return Math.min(at + 1, last);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'PageDown') return Math.min(at + PAGE, last);
  if (key === 'PageUp') return Math.max(at - PAGE, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  return null;
}

/** The sign that a key goes to from the sign `at` (null: none yet), or null when it goes to none. */
export function nextSign(key: string, at: number | null, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowRight') return at === null ? 0 : Math.min(at + 1, count - 1);
  if (key === 'ArrowLeft') return at === null ? count - 1 : Math.max(at - 1, 0);
  return null;
}
