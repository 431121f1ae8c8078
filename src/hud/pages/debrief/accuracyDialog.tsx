import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Debrief, Mark } from '../../../analysis/debrief/types.ts';
import type { Level } from '../../../engine/types.ts';
import { formatNumber } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import { byTime, hourText, markName, windowText } from './markWords.ts';
import { t } from './words.ts';

const POINTS = 100;

/** What counts as at stake at least, a share; see accuracy.ts of the analysis. */
const LEAST_STAKE = 0.2;

interface AccuracyProps {
  readonly level: Level;
  readonly result: Debrief;
  readonly marks: readonly Mark[];
}

/** Opens the page that explains the accuracy with the player's own numbers. */
export function AccuracyButton(props: AccuracyProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="how-button" onClick={() => dialog.current?.showModal()}>
        {t('debrief.accuracy.how')}
      </button>
      <dialog class="accuracy" ref={dialog} aria-labelledby="accuracy-heading">
        <header>
          <h2 id="accuracy-heading">
            {t('debrief.accuracy.heading', { value: props.result.accuracy.value })}
          </h2>
          <button
            type="button"
            class="icon-button"
            aria-label={t('debrief.accuracy.close')}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="close" size={20} />
          </button>
        </header>
        <AccuracyWords {...props} />
      </dialog>
    </>
  );
}

const points = (share: number): string => formatNumber(POINTS * share, 0);

function AccuracyWords({ level, result, marks }: AccuracyProps): VNode {
  const { value, lost, atStake, worstLoss } = result.accuracy;
  const counted = Math.max(atStake, LEAST_STAKE);
  const values = {
    value,
    lost: points(lost),
    atStake: points(atStake),
    least: points(LEAST_STAKE),
    counted: points(counted),
    bare: points(1 - lost / counted),
    worst: points(worstLoss),
    limit: points(1 - worstLoss),
    patients: result.patients,
  };
  return (
    <div class="accuracy-words">
      <p>{t('debrief.accuracy.stake', values)}</p>
      <p>
        {t('debrief.accuracy.lost', values)} <span class="number">{t('debrief.accuracy.sum', values)}</span>
      </p>
      <p>{t('debrief.accuracy.limit', values)}</p>
      <p>{t('debrief.accuracy.luck', values)}</p>
      <AccuracyTable level={level} marks={marks} />
      <p class="quiet">{t('debrief.accuracy.score')}</p>
    </div>
  );
}

/** What was at stake and what was lost, moment by moment. */
function AccuracyTable({ level, marks }: Pick<AccuracyProps, 'level' | 'marks'>): VNode {
  const weighed = byTime(marks).filter(({ kind }) => kind !== 'drift');
  return (
    <table>
      <thead>
        <tr>
          {(['when', 'what', 'atStake', 'lost'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`debrief.accuracy.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weighed.map((mark) => (
          <tr key={mark.id}>
            <td class="number">{mark.kind === 'decision' ? hourText(mark.tick) : windowText(mark)}</td>
            <th scope="row">{markName(level, mark)}</th>
            <td class="number">{points(Math.max(mark.difficulty, mark.loss.value))}</td>
            <td class="number">{points(Math.max(0, mark.loss.value))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
