import type { TargetedPointerEvent, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { type Decision, isEdited } from '../../../app/debrief/editCommands.ts';
import type { Level } from '../../../engine/types.ts';
import { decisionText } from '../../doses.ts';
import { Icon } from '../../icons.tsx';
import { momentText } from '../words.ts';
import type { TimeFrame } from './chartFrame.ts';
import type { Edits } from './whatIfEdits.ts';
import { t } from './words.ts';

const TICKS_PER_HOUR = 20;
const DAY = 24 * TICKS_PER_HOUR;

/** Ticks that an arrow key moves a decision: an hour, with Shift six hours, with Alt the least there is. */
const HOUR = TICKS_PER_HOUR;
const SIX_HOURS = 6 * TICKS_PER_HOUR;

interface HandleProps {
  readonly level: Level;
  readonly decision: Decision;
  readonly time: TimeFrame;
  /** Top of its row and height of a row, pixels. */
  readonly top: number;
  readonly edge: number;
  readonly lastTick: number;
  /** Why the rules refuse it at this tick, or ''. */
  readonly refusal: string;
  readonly edits: Edits;
  /** Takes it away and hands the focus on. */
  readonly onRemove: (id: number) => void;
  /** Goes on to what else can be done with it. */
  readonly onTools: (id: number) => void;
}

/** A decision on the time axis: a slider that is dragged or moved with the arrow keys. */
export function WhatIfHandle(props: HandleProps): VNode {
  const { level, decision, time, top, edge, lastTick, refusal, edits, onRemove, onTools } = props;
  const { id, tick, command } = decision;
  const drag = useDrag(props);
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = keyTarget(event, edits.tickOf(id), lastTick);
    if (target !== null) edits.move(id, target, false);
    else if (event.key === 'Delete' || event.key === 'Backspace') onRemove(id);
    else if (event.key === 'Enter' || event.key === ' ') onTools(id);
    else return;
    event.preventDefault();
  };
  const symbol = command.type === 'oxygen' ? 'oxygen' : command.type === 'lab' ? 'lab' : command.treatment;
  const states = [
    command.type === 'stop' ? 'stops' : '',
    edits.chosen?.id === id ? 'chosen' : '',
    isEdited(decision) ? 'edited' : '',
    refusal ? 'refused' : '',
  ];
  const name = decisionText(level, command);
  return (
    <div
      class={`what-if-handle ${states.join(' ')}`}
      role="slider"
      tabIndex={0}
      data-decision={id}
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={lastTick}
      aria-valuenow={tick}
      aria-valuetext={
        refusal ? t('debrief.whatIf.refusedAt', { moment: momentText(tick), refusal }) : momentText(tick)
      }
      title={`${name}, ${momentText(tick)}`}
      style={{
        left: `${time.x(tick / TICKS_PER_HOUR) - edge / 2}px`,
        top: `${top}px`,
        width: `${edge}px`,
        height: `${edge}px`,
      }}
      onKeyDown={onKeyDown}
      {...drag}
    >
      <Icon name={symbol} size={edge * 0.56} />
      {refusal && <Icon name="alarm" size={14} class="what-if-alarm" />}
    </div>
  );
}

/** Where a key sends a decision; null for keys that move nothing. */
export function keyTarget(
  { key, shiftKey, altKey }: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'>,
  tick: number,
  lastTick: number,
): number | null {
  const step = altKey ? 1 : shiftKey ? SIX_HOURS : HOUR;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return tick - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return tick + step;
    case 'PageDown':
      return tick - DAY;
    case 'PageUp':
      return tick + DAY;
    case 'Home':
      return 0;
    case 'End':
      return lastTick;
    default:
      return null;
  }
}

type HandlePointer = TargetedPointerEvent<HTMLElement>;

/** Dragging: the handle keeps its place under the finger, and stands on whole hours. */
function useDrag({ decision, time, edits }: HandleProps) {
  const held = useRef<{ readonly x: number; readonly tick: number; moved: boolean } | null>(null);
  const ticksPerPixel = (time.horizonHours * TICKS_PER_HOUR) / (time.right - time.left);
  const letGo = (): void => {
    if (held.current?.moved) edits.letGo();
    held.current = null;
  };
  return {
    onPointerDown: (event: HandlePointer): void => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      edits.choose(decision.id);
      held.current = { x: event.clientX, tick: decision.tick, moved: false };
    },
    onPointerMove: (event: HandlePointer): void => {
      const { current } = held;
      if (!current) return;
      const ticks = (event.clientX - current.x) * ticksPerPixel;
      if (!current.moved && Math.abs(event.clientX - current.x) < 3) return;
      current.moved = true;
      edits.move(decision.id, Math.round((current.tick + ticks) / HOUR) * HOUR, true);
    },
    // Also after a pointer that was let go, or that the browser took away.
    onLostPointerCapture: letGo,
  };
}
