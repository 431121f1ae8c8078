import type { VNode } from 'preact';
import type { Level } from '../../../../engine/types.ts';
import type { PlacedSign } from './rowDrawing.ts';
import { signLines } from './rowWords.ts';

/** A sign that is pointed at, with its place on the board in CSS pixels. */
export interface Pointed {
  readonly row: string;
  readonly sign: number;
  /** Middle of the sign. */
  readonly left: number;
  readonly top: number;
  /** Width of the board, and whether the words stand below the sign. */
  readonly within: number;
  readonly isBelow: boolean;
}

/** Half the most width of the words, in CSS pixels; they stay within the board. */
const HALF_WIDTH = 130;

interface MapTipProps {
  readonly level: Level;
  readonly name: string;
  readonly sign: PlacedSign;
  readonly pointed: Pointed;
}

/** What a sign stands for, beside it. It is read from the live region and hidden here. */
export function MapTip({ level, name, sign, pointed }: MapTipProps): VNode {
  const { left, top, within, isBelow } = pointed;
  const middle = Math.min(Math.max(left, HALF_WIDTH), Math.max(within - HALF_WIDTH, HALF_WIDTH));
  return (
    <div aria-hidden="true">
      <span class="class-map-ring" style={{ left: `${left}px`, top: `${top}px` }} />
      <div
        class={`class-map-tip ${isBelow ? 'is-below' : ''}`}
        style={{ left: `${middle}px`, top: `${top}px` }}
      >
        <b>{name}</b>
        {signLines(level, sign).map(({ moment, words }) => (
          <p key={moment}>
            <span class="number">{moment}</span> {words}
          </p>
        ))}
      </div>
    </div>
  );
}
