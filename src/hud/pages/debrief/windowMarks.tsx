import type { VNode } from 'preact';
import type { Mark } from '../../../analysis/debrief/types.ts';
import { type Box, overlap, roughWidth } from './labelPlaces.ts';
import { byImportance, windowText } from './markWords.ts';
import type { Plot } from './plot.ts';

const TICKS_PER_HOUR = 20;

/** Letters of the label and its distance from the top of the plot, in rem. */
const LETTERS = 0.75;
const DOWN = 0.35;

interface WindowMarksProps {
  readonly plot: Plot;
  readonly windows: readonly Mark[];
  readonly chosen: Mark | null;
}

/** Hours in which something was missed, hatched. The badge in the lane below is the control. */
export function WindowMarks({ plot, windows, chosen }: WindowMarksProps): VNode {
  const { time, top, bottom } = plot;
  return (
    <g class="chart-windows">
      <defs>
        <pattern
          id="missed-hatch"
          width="7"
          height="7"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <path class="hatch-line" d="M0 0V7" />
        </pattern>
      </defs>
      {windows.map((mark) => {
        const [left, right] = edgesOf(plot, mark);
        return (
          <g key={mark.id} class={mark.id === chosen?.id ? 'chart-window chosen' : 'chart-window'}>
            <rect x={left} y={top} width={right - left} height={bottom - top} fill="url(#missed-hatch)" />
            <path class="window-edge" d={`M${left} ${top}V${bottom}M${right} ${top}V${bottom}`} />
          </g>
        );
      })}
      {chosen && chosen.kind !== 'missed' && (
        <path class="chosen-moment" d={`M${time.x(chosen.tick / TICKS_PER_HOUR)} ${top}V${bottom}`} />
      )}
      {windowLabels(plot, windows).map(({ mark, box }) => (
        <text
          key={mark.id}
          class="window-label"
          x={(box.left + box.right) / 2}
          y={box.bottom - 0.25 * LETTERS * time.rem}
          text-anchor="middle"
        >
          {windowText(mark)}
        </text>
      ))}
    </g>
  );
}

/** Left and right edge of a window; a very short one is as wide as can be seen. */
function edgesOf({ time }: Plot, { fromTick, toTick }: Mark): readonly [number, number] {
  const left = time.x(fromTick / TICKS_PER_HOUR);
  return [left, Math.max(time.x(toTick / TICKS_PER_HOUR), left + 3)];
}

interface WindowLabel {
  readonly mark: Mark;
  readonly box: Box;
}

/** Labels at the top of the windows; where two would lie on each other, that of the lesser window is left out. */
function windowLabels(plot: Plot, windows: readonly Mark[]): readonly WindowLabel[] {
  const { time, top } = plot;
  const labels: WindowLabel[] = [];
  for (const mark of byImportance(windows)) {
    const [from, to] = edgesOf(plot, mark);
    const width = roughWidth(windowText(mark), LETTERS * time.rem);
    const left = Math.min(Math.max((from + to - width) / 2, time.left + 3), time.right - width);
    const boxTop = top + DOWN * time.rem;
    const box = { left, right: left + width, top: boxTop, bottom: boxTop + 1.35 * LETTERS * time.rem };
    if (!labels.some((label) => overlap(label.box, box))) labels.push({ mark, box });
  }
  return labels;
}

/** What the labels cover, for the names of the lines to keep away from. */
export function windowBoxes(plot: Plot, windows: readonly Mark[]): readonly Box[] {
  return windowLabels(plot, windows).map(({ box }) => box);
}
