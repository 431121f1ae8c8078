import type { VNode } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ClassRow } from '../../../../classroom/types.ts';
import { useBox } from '../../debrief/useBox.ts';
import { t } from '../mapWords.ts';
import { MapFoot } from './mapFoot.tsx';
import { type MapFrame, references, symbolsOnMap } from './mapFrame.ts';
import { MapHead } from './mapHead.tsx';
import { MapRows } from './mapRows.tsx';
import { MapTip } from './mapTip.tsx';
import { drawings } from './rowDrawing.ts';
import { spokenSign } from './rowWords.ts';
import { BY_SCORE, pressed, type SortBy, sortRows } from './sortRows.ts';
import { busyHours, gridHours, hoursOf, type TimeAxis, timeAxis } from './timeAxis.ts';
import { usePointing } from './usePointing.ts';
import { useRowKeys } from './useRowKeys.ts';

/** Where most orders fall into so small a share of the time, they are shown large from the first. */
const CROWDED = 0.25;
/** A window of one order alone is still to be seen. */
const LEAST_WINDOW = 2;

interface MapTableProps {
  readonly frame: MapFrame;
  /** Keys of the games that did what is looked for; none when nothing is. */
  readonly marked: ReadonlySet<string>;
  readonly onOpen: (row: ClassRow) => void;
}

/** Every game of the class on one time axis, below the courses that it is held against. */
export function MapTable({ frame, marked, onOpen }: MapTableProps): VNode {
  const { level, map, nameOf, hideNames } = frame;
  const [order, setOrder] = useState(BY_SCORE);
  const [course, size] = useBox<HTMLTableCellElement>();
  const busy = useMemo(() => busyHours(map), [map]);
  const [isNear, setNear] = useState(busy !== null && busy <= CROWDED * hoursOf(map));
  const axis = useMemo(
    () => timeAxis(size.width / (size.rem / 16), isNear && busy !== null ? busy : hoursOf(map)),
    [size.width, size.rem, map, isNear, busy],
  );
  const drawingOf = useMemo(
    () => drawings(level, [...references(map), ...map.rows], axis),
    [level, map, axis],
  );
  const rows = useMemo(() => sortRows(level, map.rows, order, nameOf), [level, map, order, nameOf]);
  const all = useMemo(() => [...references(map), ...rows], [map, rows]);
  const symbols = useMemo(() => oneOfEach(frame), [frame]);
  const pointing = usePointing(drawingOf, axis.width);
  const keys = useRowKeys(all, drawingOf, pointing);
  const pointedRow = all.find(({ id }) => id === pointing.pointed?.row);
  const sign = drawingOf(pointedRow?.id ?? '')?.signs[pointing.pointed?.sign ?? -1];
  const onSort = (by: SortBy): void => {
    pointing.clear();
    setOrder(pressed(order, by));
  };
  return (
    <div class="class-map-board" ref={pointing.board}>
      <div class="class-map-scroll" onScroll={pointing.clear}>
        <table
          class="class-map-table"
          style={groundOf(frame, axis)}
          aria-label={t('classMap.table')}
          onKeyDown={keys.onKeyDown}
          onFocusIn={keys.onFocus}
          onPointerMove={pointing.onPointer}
          onPointerDown={pointing.onPointer}
          onPointerLeave={pointing.clear}
          onClick={(event) => {
            const id = (event.target as Element).closest<HTMLElement>('[data-open]')?.dataset.open;
            const row = all.find((known) => known.id === id);
            if (row) onOpen(row);
          }}
        >
          <MapHead {...{ order, onSort, symbols, hideNames, axis, course, busy, isNear }} onNear={setNear} />
          {size.width > 0 && (
            <MapRows frame={frame} rows={all} {...{ drawingOf, axis, marked }} stop={keys.stop} />
          )}
          <MapFoot map={map} axis={axis} />
        </table>
      </div>
      {pointing.pointed && pointedRow && sign && (
        <MapTip level={level} name={nameOf(pointedRow)} sign={sign} pointed={pointing.pointed} />
      )}
      <p class="unseen" aria-live="polite">
        {keys.isWalking && sign ? spokenSign(level, sign) : ''}
      </p>
    </div>
  );
}

/** One sign of each treatment, whatever its dose. */
function oneOfEach(frame: MapFrame) {
  const seen = new Set<string>();
  return symbolsOnMap(frame).flatMap((symbol) => {
    if (seen.has(symbol.id)) return [];
    seen.add(symbol.id);
    return [{ ...symbol, strength: 'plain' as const }];
  });
}

/** What runs through all rows, for the style sheet: days, the window of the best known course, the hour that parts them. */
function groundOf({ map: { rows, bestWindow, separation } }: MapFrame, axis: TimeAxis) {
  const { hours } = axis;
  const share = (part: number, of = hours): string => `${((part / Math.max(of, 1)) * 100).toFixed(2)}%`;
  // A background stands at p % when p % of its own width does: a wide one is placed by what it leaves free.
  const wide = bestWindow && Math.min(Math.max(bestWindow.to - bestWindow.from, LEAST_WINDOW), hours);
  return {
    '--parts': hours / gridHours(axis),
    '--rows': rows.length,
    ...(bestWindow &&
      wide &&
      bestWindow.to <= hours && { '--from': share(bestWindow.from, hours - wide), '--window': share(wide) }),
    ...(typeof separation?.hour === 'number' &&
      separation.hour <= hours && { '--part': share(separation.hour) }),
  };
}
