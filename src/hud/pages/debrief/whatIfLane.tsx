import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Decision } from '../../../app/debrief/editCommands.ts';
import type { Run } from '../../../app/debrief/orderTimes.ts';
import type { Level } from '../../../engine/types.ts';
import { useLayout } from '../../useLayout.ts';
import { timeFrame } from './chartFrame.ts';
import { useBox } from './useBox.ts';
import type { Edits } from './whatIfEdits.ts';
import { WhatIfHandle } from './whatIfHandle.tsx';
import { rowCount, rowsOf } from './whatIfRows.ts';
import { t } from './words.ts';

const TICKS_PER_HOUR = 20;

/** Edge of a handle in rem: for a pointer, and for a finger. */
const POINTER_EDGE = 2;
const FINGER_EDGE = 2.75;

/** Between two handles, pixels. */
const GAP = 3;

interface LaneProps {
  readonly level: Level;
  readonly edits: Edits;
  readonly lastTick: number;
  readonly refusals: ReadonlyMap<number, string>;
  /** How long the chosen order is given, or null. */
  readonly run: Run | null;
  readonly onRemove: (id: number) => void;
  readonly onTools: (id: number) => void;
}

/** The decisions on the time axis of the chart, each to be taken hold of. Tests stay as they were: they change no course. */
export function WhatIfLane({ level, edits, lastTick, refusals, run, onRemove, onTools }: LaneProps): VNode {
  const [place, size] = useBox<HTMLDivElement>();
  const edge = (useLayout() === 'desk' ? POINTER_EDGE : FINGER_EDGE) * size.rem;
  const time = timeFrame(size, level.horizonHours);
  const shown = useMemo(
    () => edits.decisions.filter(({ command }) => command.type !== 'lab'),
    [edits.decisions],
  );
  const rows = useRows(shown, edits.moving, (tick) => time.x(tick / TICKS_PER_HOUR), edge + GAP);
  const pitch = edge + GAP;
  const x = (tick: number): number => time.x(Math.min(tick / TICKS_PER_HOUR, level.horizonHours));
  const chosenTop = ((edits.chosen && rows.get(edits.chosen.id)) ?? 0) * pitch;
  return (
    <div class="what-if-lane" ref={place} style={{ height: `${rowCount(rows) * pitch + GAP}px` }}>
      {size.width > 0 && (
        <>
          <svg class="what-if-ground" width={size.width} height={rowCount(rows) * pitch} aria-hidden="true">
            {Array.from({ length: rowCount(rows) }, (_, row) => (
              <path
                key={row}
                class="what-if-track"
                d={`M${time.left} ${row * pitch + edge / 2}H${time.right}`}
              />
            ))}
            {run && (
              <path class="what-if-run" d={`M${x(run.fromTick)} ${chosenTop + edge / 2}H${x(run.toTick)}`} />
            )}
            {shown.map((decision) => movedPath(decision, x, (rows.get(decision.id) ?? 0) * pitch + edge / 2))}
          </svg>
          {/* Tab goes from one to the next in the order in which they were played. */}
          <fieldset class="what-if-handles" aria-label={t('debrief.whatIf.lane')}>
            {shown.map((decision) => (
              <WhatIfHandle
                key={decision.id}
                level={level}
                decision={decision}
                time={time}
                top={(rows.get(decision.id) ?? 0) * pitch}
                edge={edge}
                lastTick={lastTick}
                refusal={refusals.get(decision.id) ?? ''}
                edits={edits}
                onRemove={onRemove}
                onTools={onTools}
              />
            ))}
          </fieldset>
        </>
      )}
    </div>
  );
}

/** From where a decision was played to where it stands now. */
function movedPath({ id, tick, played }: Decision, x: (tick: number) => number, y: number): VNode | null {
  if (played === null || played.tick === tick) return null;
  const from = x(played.tick);
  return (
    <g key={id} class="what-if-moved">
      <path d={`M${from} ${y}H${x(tick)}`} />
      <circle cx={from} cy={y} r="4" />
    </g>
  );
}

/** Rows stay as they are while a hand moves something, so that nothing jumps under it. */
function useRows(
  shown: readonly Decision[],
  moving: boolean,
  x: (tick: number) => number,
  width: number,
): ReadonlyMap<number, number> {
  const kept = useRef<ReadonlyMap<number, number>>(new Map());
  const isNew = shown.some(({ id }) => !kept.current.has(id));
  if (!moving || isNew)
    kept.current = rowsOf(
      shown.map(({ id, tick }) => ({ id, x: x(tick) })),
      width,
    );
  return kept.current;
}
