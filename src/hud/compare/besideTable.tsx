import type { VNode } from 'preact';
import { t } from '../../app/branches/words.ts';
import { useComparison, useGame } from '../appContext.ts';
import { clockText, formatNumber } from '../format.ts';
import { Words } from '../words.tsx';
import { besideRows, endText, standing } from './besideRows.ts';

/** Both logs at the hour that is watched: vital signs, laboratory, SOFA, and what becomes of the patient. */
export function BesideTable(): VNode {
  const first = useComparison((state) => state.first);
  const ghost = useComparison(({ ghosts, beside }) => ghosts.find(({ id }) => id === beside) ?? null);
  const level = useGame((game) => game.level);
  // The courses are sampled each half hour.
  const hour = useGame((game) => Math.floor(2 * game.now.hour) / 2);
  const second = ghost?.course;
  if (!first || !ghost || !second) return <p class="quiet">{t('branches.compare.busy')}</p>;
  const difference = second.score.total - first.score.total;
  const sign = difference > 0 ? '+' : '';
  return (
    <table class="beside-table">
      <caption>{t('branches.compare.at', { clock: clockText(hour) })}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="unseen">{t('branches.compare.what')}</span>
          </th>
          <th scope="col">{t('page.replay.first')}</th>
          <th scope="col">{ghost.name}</th>
          <th scope="col">{t('branches.compare.difference')}</th>
        </tr>
      </thead>
      <tbody>
        {besideRows(level, first, second, hour).map((row) => (
          <tr key={row.id}>
            <th scope="row">
              <Words>{row.name}</Words>
              <small class="unit">
                <Words>{row.unit}</Words>
              </small>
            </th>
            <td class="number">{row.first}</td>
            <td class="number">{row.second}</td>
            <td class="number">{row.difference}</td>
          </tr>
        ))}
        <tr class="beside-words">
          <th scope="row">{t('branches.compare.now')}</th>
          <td>{standing(first, hour)}</td>
          <td>{standing(second, hour)}</td>
          <td />
        </tr>
        <tr class="beside-words">
          <th scope="row">{t('branches.compare.end')}</th>
          <td>{endText(first)}</td>
          <td>{endText(second)}</td>
          <td />
        </tr>
        <tr>
          <th scope="row">{t('branches.compare.score')}</th>
          <td class="number">{first.score.total}</td>
          <td class="number">{second.score.total}</td>
          <td class="number">{`${sign}${formatNumber(difference, 0)}`}</td>
        </tr>
      </tbody>
    </table>
  );
}
