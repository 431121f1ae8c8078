import type { VNode } from 'preact';
import type { ClassMap } from '../../../../classroom/types.ts';
import { t } from '../mapWords.ts';
import { momentWords } from './rowWords.ts';
import type { TimeAxis } from './timeAxis.ts';

/** Mean width of a letter at this size, a little too wide. */
const LETTER = 6.2;

/** Names below the map what runs through all its rows: the window of the best known course, and the hour that parts them. */
export function MapFoot({ map, axis }: { readonly map: ClassMap; readonly axis: TimeAxis }): VNode | null {
  const bestWindow = map.bestWindow && map.bestWindow.to <= axis.hours ? map.bestWindow : null;
  const asked = map.separation?.hour ?? null;
  const hour = asked !== null && asked <= axis.hours ? asked : null;
  if (!bestWindow && hour === null) return null;
  const best = bestWindow && {
    x: (axis.x(bestWindow.from) + axis.x(bestWindow.to)) / 2,
    width: t('classMap.best').length * LETTER,
  };
  const moment = hour === null ? '' : momentWords(hour);
  const part = hour === null ? null : { x: axis.x(hour), width: moment.length * LETTER };
  // The hour stands right of its line, or left of it where the other word is in the way.
  const isTaken =
    best && part && part.x < best.x + best.width / 2 + 6 && part.x + part.width + 8 > best.x - best.width / 2;
  const isLeft = part && (isTaken || part.x + part.width + 6 > axis.width);
  return (
    <tfoot aria-hidden="true">
      <tr>
        <td />
        <td class="class-map-course">
          <svg class="class-map-drawing" viewBox={`0 0 ${axis.width} 18`} aria-hidden="true">
            {best && (
              <text class="class-map-best" x={best.x} y={12.5} text-anchor="middle">
                {t('classMap.best')}
              </text>
            )}
            {part && (
              <text
                class="class-map-part number"
                x={part.x + (isLeft ? -5 : 5)}
                y={12.5}
                text-anchor={isLeft ? 'end' : 'start'}
              >
                {moment}
              </text>
            )}
          </svg>
        </td>
        <td />
      </tr>
    </tfoot>
  );
}
