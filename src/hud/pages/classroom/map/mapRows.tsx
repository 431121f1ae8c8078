import type { VNode } from 'preact';
import { useId, useMemo, useRef } from 'preact/hooks';
import type { ClassRow } from '../../../../classroom/types.ts';
import { type MapFrame, references } from './mapFrame.ts';
import { MapRow } from './mapRow.tsx';
import type { DrawingOf } from './rowDrawing.ts';
import type { TimeAxis } from './timeAxis.ts';
import { useGrowing } from './useGrowing.ts';

interface MapRowsProps {
  readonly frame: MapFrame;
  /** The courses that the class is held against first. */
  readonly rows: readonly ClassRow[];
  readonly drawingOf: DrawingOf;
  readonly axis: TimeAxis;
  readonly marked: ReadonlySet<string>;
  /** Key of the row that Tab stops at. */
  readonly stop: string;
}

/** All rows, the first ones at once and the others frame by frame. Pointing at one makes none anew. */
export function MapRows(props: MapRowsProps): VNode {
  const { frame, rows, drawingOf, axis, marked, stop } = props;
  const shown = useGrowing(rows.length);
  const make = useRowMaker(props);
  return useMemo(() => {
    const held = references(frame.map).length;
    const all = rows.slice(0, shown).map((row, index) => make(row, index < held ? 0 : row.rank));
    return (
      <>
        <tbody class="class-map-held">{all.slice(0, held)}</tbody>
        <tbody>{all.slice(held)}</tbody>
      </>
    );
  }, [frame, rows, drawingOf, axis, marked, stop, shown]);
}

/** Makes a row, or gives the one made before where nothing of it has changed: Preact then leaves it as it is. */
function useRowMaker(props: MapRowsProps): (row: ClassRow, place: number) => VNode {
  const { frame, drawingOf, axis, marked, stop } = props;
  const ids = useId();
  const made = useRef(new Map<string, { readonly of: readonly unknown[]; readonly node: VNode }>());
  return (row, place) => {
    const flags = { isStop: row.id === stop, isMarked: marked.has(row.id) };
    const of = [frame, drawingOf, row, flags.isStop, flags.isMarked];
    const before = made.current.get(row.id);
    if (before?.of.every((part, index) => part === of[index])) return before.node;
    const node = (
      <MapRow
        key={row.id}
        {...{ frame, row, place, axis }}
        {...flags}
        drawing={drawingOf(row.id)}
        sentenceId={`${ids}-${row.id}`}
      />
    );
    made.current.set(row.id, { of, node });
    return node;
  };
}
