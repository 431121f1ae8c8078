import type { VNode } from 'preact';
import { clockTime } from '../../../format.ts';
import { t } from '../mapWords.ts';
import { SignIcon } from './sign.tsx';
import { directionOf, type SortBy, type SortOrder } from './sortRows.ts';
import { type MapSymbol, symbolName } from './symbols.ts';
import { namedHours, type TimeAxis } from './timeAxis.ts';

const HOURS_PER_DAY = 24;

interface MapHeadProps {
  readonly order: SortOrder;
  readonly onSort: (by: SortBy) => void;
  /** One of each treatment that was given. */
  readonly symbols: readonly MapSymbol[];
  readonly hideNames: boolean;
  readonly axis: TimeAxis;
  /** Hours that hold most orders; null where there is no need to look nearer. */
  readonly busy: number | null;
  readonly isNear: boolean;
  readonly onNear: (isNear: boolean) => void;
  readonly course: { readonly current: HTMLTableCellElement | null };
}

/** Heads of the columns: what sorts the games, and the days. */
export function MapHead(props: MapHeadProps): VNode {
  const { order, onSort, symbols, hideNames, axis, course } = props;
  const sort = { order, onSort };
  const sorted = (isSorted: boolean) => (isSorted ? directionOf(order) : undefined);
  const isCourse = order.by !== 'score' && order.by !== 'name';
  return (
    <thead>
      <tr>
        <th scope="col" class="class-map-corner" aria-sort={sorted(order.by === 'name')}>
          {hideNames ? (
            <span class="unseen">{t('classMap.column.name')}</span>
          ) : (
            <SortButton {...sort} by="name" name={t('classMap.sort.byName')}>
              {t('classMap.sort.name')}
            </SortButton>
          )}
        </th>
        <th
          scope="col"
          ref={course}
          class="class-map-axis"
          aria-label={t('classMap.column.course')}
          aria-sort={sorted(isCourse)}
        >
          <fieldset class="class-map-sorts" aria-label={t('classMap.sort.legend')}>
            <SortButton {...sort} by="end" name={t('classMap.sort.byEnd')}>
              {t('classMap.sort.end')}
            </SortButton>
            <span class="class-map-first" aria-hidden="true">
              {t('classMap.sort.first')}
            </span>
            {symbols.map((symbol) => {
              const name = t('classMap.sort.byFirst', { treatment: symbolName(symbol.id) });
              return (
                <SortButton {...sort} key={symbol.id} by={symbol.id} name={name}>
                  <SignIcon symbol={symbol} />
                </SortButton>
              );
            })}
            <NearButton {...props} />
          </fieldset>
          <DayNumbers axis={axis} />
        </th>
        <th scope="col" class="class-map-score" aria-sort={sorted(order.by === 'score')}>
          <SortButton {...sort} by="score" name={t('classMap.sort.byScore')}>
            {t('classMap.sort.score')}
          </SortButton>
        </th>
      </tr>
    </thead>
  );
}

interface SortButtonProps {
  readonly order: SortOrder;
  readonly onSort: (by: SortBy) => void;
  readonly by: SortBy;
  readonly name: string;
  readonly children: VNode | string;
}

function SortButton({ order, onSort, by, name, children }: SortButtonProps): VNode {
  const isOn = order.by === by;
  return (
    <button
      type="button"
      class="class-map-sort"
      title={name}
      aria-label={name}
      aria-pressed={isOn}
      onClick={() => onSort(by)}
    >
      {children}
      {isOn && (
        <svg class="class-map-arrow" viewBox="0 0 8 8" aria-hidden="true">
          <path d={directionOf(order) === 'ascending' ? 'M1 5.5 4 2l3 3.5' : 'M1 2.5 4 6l3-3.5'} />
        </svg>
      )}
    </button>
  );
}

/** Shows the days with most orders larger. */
function NearButton({ busy, isNear, onNear }: MapHeadProps): VNode | null {
  if (busy === null) return null;
  return (
    <button
      type="button"
      class="class-map-sort class-map-near"
      aria-pressed={isNear}
      onClick={() => onNear(!isNear)}
    >
      {t('classMap.near', { count: busy / HOURS_PER_DAY })}
    </button>
  );
}

function DayNumbers({ axis }: { readonly axis: TimeAxis }): VNode {
  return (
    <svg class="class-map-days" viewBox={`0 0 ${axis.width} 16`} aria-hidden="true">
      <text class="day-word" x={axis.x(0) - 8} y={12} text-anchor="end">
        {t('classMap.days')}
      </text>
      {namedHours(axis).map((hour) => {
        const isDay = hour % HOURS_PER_DAY === 0;
        return (
          <text
            key={hour}
            class={isDay ? 'number' : 'number day-hour'}
            x={axis.x(hour)}
            y={12}
            text-anchor="middle"
          >
            {isDay ? hour / HOURS_PER_DAY : clockTime(hour).time}
          </text>
        );
      })}
    </svg>
  );
}
