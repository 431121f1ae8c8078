import type { VNode } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Mark } from '../../../analysis/debrief/types.ts';
import type { Level } from '../../../engine/types.ts';
import { timeFrame } from './chartFrame.ts';
import { type Lane, laneOf } from './laneFrame.ts';
import { LaneValues } from './laneValues.tsx';
import {
  byTime,
  changeOf,
  isGood,
  isNoted,
  markName,
  markSentence,
  nameOf,
  pointsText,
} from './markWords.ts';
import { SignBadge } from './signBadge.tsx';
import { useBox } from './useBox.ts';
import { t } from './words.ts';

export interface MarkListProps {
  readonly level: Level;
  readonly marks: readonly Mark[];
  readonly chosen: Mark | null;
  readonly onChoose: (mark: string) => void;
}

/** Sizes in rem: the axis of changes, and the room between the rows of badges. */
const VALUES_HEIGHT = 4.4;
const ROW_GAP = 0.2;

/** Which key goes where in the order of time; 0 is the first, -1 the last. */
function targetOf(key: string, at: number, count: number): number | null {
  if (key === 'ArrowRight' || key === 'ArrowDown') return Math.min(at + 1, count - 1);
  if (key === 'ArrowLeft' || key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}

/** Lets the arrow keys walk through the controls of a list in which one alone is a stop of Tab. */
export function useWalk(marks: readonly Mark[], onChoose: (mark: string) => void) {
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const focused = (event.target as Element).closest<HTMLElement>('[data-mark]')?.dataset.mark;
    const at = marks.findIndex(({ id }) => id === focused);
    const next = at < 0 ? null : targetOf(event.key, at, marks.length);
    const mark = next === null ? undefined : marks[next];
    if (!mark) return;
    event.preventDefault();
    onChoose(mark.id);
    list.current?.querySelector<HTMLElement>(`[data-mark="${mark.id}"]`)?.focus();
  };
  return { list, onKeyDown };
}

interface DecisionLaneProps extends MarkListProps {
  /** Hours that the time axis spans. */
  readonly hours: number;
}

/** Every mark on the time axis of the chart: sign, name, change, and the whisker of its 95 % interval. */
export function DecisionLane({ level, marks, chosen, hours, onChoose }: DecisionLaneProps): VNode {
  const [place, size] = useBox<HTMLDivElement>();
  const ordered = useMemo(() => byTime(marks), [marks]);
  const time = timeFrame(size, hours);
  const lane = useMemo(() => laneOf(level, marks, time), [level, marks, size, hours]);
  const { list, onKeyDown } = useWalk(ordered, onChoose);
  const row = lane.badges.badge + ROW_GAP * size.rem;
  const valuesTop = lane.badges.rows * row;
  const pipsTop = valuesTop + VALUES_HEIGHT * size.rem;
  const pipRow = lane.pips.badge + 2;
  const height = pipsTop + lane.pips.rows * pipRow;
  return (
    <div class="lane" ref={place} style={{ height: `${height}px` }}>
      {size.width > 0 && (
        <LaneValues
          marks={ordered}
          lane={lane}
          time={time}
          chosen={chosen}
          top={valuesTop}
          height={VALUES_HEIGHT * size.rem}
          row={row}
        />
      )}
      <ol class="lane-marks" aria-label={t('debrief.page.lane')} ref={list} onKeyDown={onKeyDown}>
        {size.width > 0 &&
          ordered.map((mark) => (
            <LaneMark
              key={mark.id}
              level={level}
              mark={mark}
              lane={lane}
              rem={size.rem}
              top={isNoted(mark) ? 0 : pipsTop}
              row={isNoted(mark) ? row : pipRow}
              isChosen={mark.id === chosen?.id}
              isStop={mark.id === (chosen ?? ordered[0])?.id}
              onChoose={onChoose}
            />
          ))}
      </ol>
    </div>
  );
}

interface LaneMarkProps {
  readonly level: Level;
  readonly mark: Mark;
  readonly lane: Lane;
  readonly rem: number;
  readonly top: number;
  readonly row: number;
  readonly isChosen: boolean;
  readonly isStop: boolean;
  readonly onChoose: (mark: string) => void;
}

function LaneMark(props: LaneMarkProps): VNode | null {
  const { level, mark, lane, rem, top, row, isChosen, isStop, onChoose } = props;
  const placed = lane.places.get(mark.id);
  if (!placed) return null;
  const noted = isNoted(mark);
  const edge = noted ? lane.badges.badge : lane.pips.badge;
  const side = placed.label === 'left' ? { right: `calc(100% - ${placed.x + edge / 2}px)` } : {};
  const sentence = markSentence(level, mark);
  return (
    <li>
      <button
        type="button"
        class={`lane-mark sign-${nameOf(mark)} ${placed.label === 'left' ? 'label-left' : ''}`}
        style={{
          top: `${top + placed.row * row}px`,
          height: `${edge}px`,
          ...(placed.label === 'left' ? side : { left: `${placed.x - edge / 2}px` }),
        }}
        data-mark={mark.id}
        aria-current={isChosen ? 'true' : undefined}
        title={sentence}
        tabIndex={isStop ? 0 : -1}
        onClick={() => onChoose(mark.id)}
      >
        <span class="unseen">{sentence}</span>
        <SignBadge mark={mark} size={edge / rem} />
        {placed.label && (
          <span class={`lane-words ${noted ? '' : 'one-line'}`} aria-hidden="true">
            {noted ? <b>{markName(level, mark)}</b> : markName(level, mark)}
            {(noted || isGood(mark)) && <span class="number">{pointsText(changeOf(mark).value)}</span>}
          </span>
        )}
      </button>
    </li>
  );
}
