import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { Debrief, Mark } from '../../../analysis/debrief/types.ts';
import type { Level } from '../../../engine/types.ts';
import { Icon } from '../../icons.tsx';
import { LEAST_STAKE, limitDecimals, pointsText, sumDecimals } from './accuracySum.ts';
import { byTime, hourText, markName, windowText } from './markWords.ts';
import { t } from './words.ts';

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

function AccuracyWords({ level, result, marks }: AccuracyProps): VNode {
  const { value, lost, atStake, worstLoss } = result.accuracy;
  const counted = Math.max(atStake, LEAST_STAKE);
  const [decimals, ofLimit] = [sumDecimals(result.accuracy), limitDecimals(result.accuracy)];
  const values = {
    value,
    lost: pointsText(lost, decimals),
    atStake: pointsText(atStake, decimals),
    least: pointsText(LEAST_STAKE),
    counted: pointsText(counted, decimals),
    bare: pointsText(1 - lost / counted),
    worst: pointsText(worstLoss, ofLimit),
    limit: pointsText(1 - worstLoss, ofLimit),
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
      <AccuracyTable level={level} marks={marks} decimals={decimals} />
      <p class="quiet">{t('debrief.accuracy.score')}</p>
    </div>
  );
}

interface AccuracyTableProps extends Pick<AccuracyProps, 'level' | 'marks'> {
  readonly decimals: number;
}

/** What was at stake and what was lost, moment by moment. */
function AccuracyTable({ level, marks, decimals }: AccuracyTableProps): VNode {
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
            <td class="number">{pointsText(Math.max(mark.difficulty, mark.loss.value), decimals)}</td>
            <td class="number">{pointsText(Math.max(0, mark.loss.value), decimals)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
