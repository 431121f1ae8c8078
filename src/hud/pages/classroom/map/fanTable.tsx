import type { VNode } from 'preact';
import type { ClassMap } from '../../../../classroom/types.ts';
import { formatConcentration } from '../../../format.ts';
import { t } from '../mapWords.ts';
import { fanRows } from './fanFrame.ts';

const COLUMNS = ['day', 'games', 'medianColumn', 'half', 'most', 'bestColumn'] as const;

/** The fan in numbers, by day, behind a disclosure. */
export function FanTable({ map }: { readonly map: ClassMap }): VNode {
  const range = ([from, to]: readonly [number, number]): string =>
    t('classMap.fan.range', { from: formatConcentration(from), to: formatConcentration(to) });
  return (
    <details class="fan-table">
      <summary>{t('classMap.fan.table')}</summary>
      <table>
        <caption>{t('classMap.fan.caption')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col">
                {t(`classMap.fan.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {fanRows(map).map(({ day, games, median, half, most, best }) => (
            <tr key={day}>
              <th scope="row">{day}</th>
              <td>{games}</td>
              <td>{formatConcentration(median)}</td>
              <td>{range(half)}</td>
              <td>{range(most)}</td>
              <td>{best === null ? t('classMap.fan.none') : formatConcentration(best)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
