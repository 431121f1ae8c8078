import type { VNode } from 'preact';
import { Icon } from '../../icons.tsx';
import { momentText } from '../words.ts';
import type { Plot } from './plot.ts';
import { t } from './words.ts';

const TICKS_PER_HOUR = 20;

/** Width of the handle, in rem; the style sheet has the same. */
const HANDLE = 1.75;

/** Hours that an arrow key and a page key move it. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -12,
  PageUp: 12,
};

interface TryAgainHandleProps {
  readonly plot: Plot;
  readonly tick: number;
  readonly lastTick: number;
  readonly onTick: (tick: number) => void;
}

/** The moment from which to try again: a slider on the time axis, with a line through the chart. */
export function TryAgainHandle({ plot, tick, lastTick, onTick }: TryAgainHandleProps): VNode {
  const { time, top, bottom } = plot;
  const x = time.x(tick / TICKS_PER_HOUR);
  const half = (HANDLE / 2) * time.rem;
  const move = (event: KeyboardEvent): void => {
    const hours = STEPS[event.key];
    if (hours === undefined) return;
    event.preventDefault();
    onTick(Math.min(Math.max(tick + hours * TICKS_PER_HOUR, 0), lastTick));
  };
  return (
    <>
      <span
        class="again-line"
        style={{ left: `${x}px`, top: `${top}px`, height: `${bottom - top}px` }}
        aria-hidden="true"
      />
      <input
        class="again-handle"
        type="range"
        min={0}
        max={lastTick}
        value={tick}
        aria-label={t('debrief.page.handle')}
        aria-valuetext={momentText(tick)}
        style={{
          left: `${time.left - half}px`,
          width: `${time.x(lastTick / TICKS_PER_HOUR) - time.left + 2 * half}px`,
          top: `${bottom}px`,
        }}
        onInput={(event) => onTick(wholeHours(event.currentTarget.valueAsNumber))}
        onKeyDown={move}
      />
      <span class="again-glyph" style={{ left: `${x}px`, top: `${bottom}px` }} aria-hidden="true">
        <Icon name="play" size={14} />
      </span>
    </>
  );
}

function wholeHours(tick: number): number {
  return Math.round(tick / TICKS_PER_HOUR) * TICKS_PER_HOUR;
}
