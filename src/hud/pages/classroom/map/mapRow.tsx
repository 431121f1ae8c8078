import type { VNode } from 'preact';
import type { ClassRow } from '../../../../classroom/types.ts';
import { t } from '../mapWords.ts';
import { EndSign } from './endSign.tsx';
import type { MapFrame } from './mapFrame.ts';
import { ROW_HEIGHT, type RowDrawing } from './rowDrawing.ts';
import { rowSentence } from './rowWords.ts';
import { SignShapes } from './sign.tsx';
import type { TimeAxis } from './timeAxis.ts';

interface MapRowProps {
  readonly frame: MapFrame;
  readonly row: ClassRow;
  /** 0 for a course that the class is held against. */
  readonly place: number;
  /** Null before the width of the map is known. */
  readonly drawing: RowDrawing | null;
  readonly axis: TimeAxis;
  /** The one row that Tab stops at. */
  readonly isStop: boolean;
  /** The game did what is looked for. */
  readonly isMarked: boolean;
  /** Where its sentence stands. */
  readonly sentenceId: string;
}

/** One game: place and name, which open its replay, its treatments on the axis, its score. */
export function MapRow(props: MapRowProps): VNode {
  const { frame, row, place, drawing, axis, isStop, isMarked, sentenceId } = props;
  const name = frame.nameOf(row);
  return (
    <tr
      class={`class-map-row row-${row.outcome} ${place === 0 ? 'is-reference' : ''} ${isMarked ? 'is-marked' : ''}`}
      data-row={row.id}
    >
      <th scope="row">
        <button
          type="button"
          class="class-map-name"
          tabIndex={isStop ? 0 : -1}
          aria-describedby={sentenceId}
          title={t('classMap.watch')}
          data-open={row.id}
        >
          <span class="number class-map-rank">{place === 0 ? '' : place}</span>
          <span class="class-map-who">{name}</span>
          {row.late && <small>{t('classMap.late')}</small>}
        </button>
      </th>
      <td class="class-map-course">
        <span class="unseen" id={sentenceId}>
          {rowSentence(frame.level, row, name, place)}
          {isMarked && ` ${t('classMap.didIt')}.`}
        </span>
        {drawing && <RowPicture row={row} drawing={drawing} axis={axis} />}
      </td>
      <td class="number class-map-score">{row.score}</td>
    </tr>
  );
}

interface RowPictureProps {
  readonly row: ClassRow;
  readonly drawing: RowDrawing;
  readonly axis: TimeAxis;
}

function RowPicture({ row, drawing, axis }: RowPictureProps): VNode {
  const middle = ROW_HEIGHT / 2;
  const { endX } = drawing;
  return (
    <svg class="class-map-drawing" viewBox={`0 0 ${axis.width} ${ROW_HEIGHT}`} aria-hidden="true">
      <path class="class-map-line" d={`M${axis.x(0)} ${middle}H${(endX ?? axis.width).toFixed(1)}`} />
      <path class="class-map-clearing" d={drawing.clearings} />
      <SignShapes paths={drawing.support} isSupport />
      <SignShapes paths={drawing.drug} isSupport={false} />
      {endX !== null && <EndSign outcome={row.outcome} x={endX} y={middle} />}
    </svg>
  );
}
