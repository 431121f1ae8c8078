import type { VNode } from 'preact';
import type { StudentState } from '../../../../app/classroom/types.ts';
import { type BoardLine, roomLines } from '../boardLines.ts';
import { t } from '../studentWords.ts';

const STEPS = ['first', 'second', 'third'] as const;

/** One step, with everybody who shares it. */
export interface PodiumStep {
  readonly rank: number;
  readonly score: number;
  readonly lines: readonly BoardLine[];
}

/** The places 1 to 3 of those who were in time; a step that equal scores skip is not there. */
export function podiumSteps(lines: readonly BoardLine[]): readonly PodiumStep[] {
  return STEPS.flatMap((_, index) => {
    const rank = index + 1;
    const sharing = lines.filter(({ result }) => result?.rank === rank && !result.late);
    const score = sharing[0]?.result?.score;
    return score === undefined ? [] : [{ rank, score, lines: sharing }];
  });
}

/** Who stands on the podium, in words. */
export function Podium({ student }: { readonly student: StudentState }): VNode {
  const { view, own } = student;
  const steps = podiumSteps(roomLines(view.rows, { hideNames: view.room.hideNames, ownSeat: own.seat }));
  return (
    <section class="class-podium panel" aria-labelledby="podium-heading">
      <h2 id="podium-heading">{t('classStudent.podium.heading')}</h2>
      {steps.length === 0 && <p>{t('classStudent.podium.none')}</p>}
      <dl>
        {steps.map(({ rank, score, lines }) => (
          <div key={rank} class={lines.some(({ isOwn }) => isOwn) ? 'podium-step own' : 'podium-step'}>
            <dt>{t(`classStudent.podium.${STEPS[rank - 1] ?? 'first'}`)}</dt>
            <dd>
              {t('classStudent.podium.row', {
                names: lines
                  .map(({ isOwn, name }) => (isOwn ? t('classStudent.podium.own', { name }) : name))
                  .join(', '),
                score,
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
