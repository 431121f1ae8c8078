import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { ClassMap } from '../../../../classroom/types.ts';
import { type Box, type Point, placeNames, roughWidth } from '../../debrief/labelPlaces.ts';
import { useBox } from '../../debrief/useBox.ts';
import { t } from '../mapWords.ts';
import { areaPath, coursePath, type FanFrame, fanFrame } from './fanFrame.ts';
import { FanTable } from './fanTable.tsx';

const HOURS_PER_DAY = 24;
const LETTERS = 11.5;

/** IL-6 of the class as bands around its median, with the best known course; the same in numbers below. */
export function FanPanel({ map }: { readonly map: ClassMap }): VNode {
  const [place, size] = useBox<HTMLDivElement>();
  const unit = size.rem / 16;
  const frame = useMemo(
    () => fanFrame(map, size.width / unit, size.height / unit),
    [map, size.width, size.height, unit],
  );
  return (
    <section class="class-map-panel class-map-fan" aria-labelledby="class-map-fan">
      <h3 id="class-map-fan">
        {t('classMap.fan.heading')} <small>{t('classMap.fan.about')}</small>
      </h3>
      <div class="fan-plot" ref={place}>
        {size.width > 0 && (
          <svg viewBox={`0 0 ${frame.width} ${size.height / unit}`} aria-hidden="true">
            <Axes frame={frame} map={map} />
            <path class="fan-most" d={areaPath(frame, map.fan.p10, map.fan.p90)} />
            <path class="fan-half" d={areaPath(frame, map.fan.p25, map.fan.p75)} />
            <path class="fan-median" d={coursePath(frame, map.fan.median)} />
            {map.bestKnown && <path class="fan-best" d={coursePath(frame, map.bestKnown.il6)} />}
            <Names frame={frame} map={map} />
          </svg>
        )}
      </div>
      <FanTable map={map} />
    </section>
  );
}

interface PartProps {
  readonly frame: FanFrame;
  readonly map: ClassMap;
}

function Axes({ frame, map: { fan } }: PartProps): VNode {
  const { left, right, bottom, decades, days, x, y } = frame;
  const powers = Array.from(
    { length: Math.floor(decades.high) - decades.low + 1 },
    (_, index) => decades.low + index,
  );
  return (
    <>
      {powers.map((power) => (
        <g key={power}>
          <path class="fan-grid" d={`M${left} ${y(10 ** power).toFixed(1)}H${right}`} />
          <text class="number" x={left - 6} y={y(10 ** power) + 4} text-anchor="end">
            {10 ** power}
          </text>
        </g>
      ))}
      <text class="fan-count" x={left - 16} y={bottom + 30} text-anchor="end">
        {t('classMap.fan.going')}
      </text>
      {days.map((day) => (
        <g key={day}>
          <text class="number" x={x(day * HOURS_PER_DAY)} y={bottom + 15} text-anchor="middle">
            {day === 0 ? t('classMap.day', { day }) : day}
          </text>
          <text class="number fan-count" x={x(day * HOURS_PER_DAY)} y={bottom + 30} text-anchor="middle">
            {fan.count[day * HOURS_PER_DAY] ?? 0}
          </text>
        </g>
      ))}
    </>
  );
}

/** The names of both lines, beside them. */
function Names({ frame, map }: PartProps): VNode {
  const { left, right, top, bottom, x, y } = frame;
  const bounds: Box = { left: left + 2, right, top, bottom: bottom - 2 };
  const lines = [
    { id: 'median' as const, values: map.fan.median },
    ...(map.bestKnown ? [{ id: 'best' as const, values: map.bestKnown.il6 }] : []),
  ];
  const boxes = placeNames(
    lines.map(({ id, values }) => ({
      points: values.map((value, hour): Point => [x(hour), y(value)]),
      width: roughWidth(t(`classMap.fan.${id}`), LETTERS),
      height: LETTERS * 1.3,
    })),
    bounds,
    [],
  );
  return (
    <>
      {lines.map(({ id }, index) => {
        const box = boxes[index];
        return (
          box && (
            <text
              key={id}
              class={`fan-name fan-name-${id}`}
              x={(box.left + box.right) / 2}
              y={box.bottom - 3.5}
              text-anchor="middle"
            >
              {t(`classMap.fan.${id}`)}
            </text>
          )
        );
      })}
    </>
  );
}
