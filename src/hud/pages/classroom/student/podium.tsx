import type { VNode } from 'preact';
import type { StudentState } from '../../../../app/classroom/types.ts';
import { roomLines } from '../boardLines.ts';
import { t } from '../studentWords.ts';
import { podiumSteps } from '../teacher/podiumPlaces.ts';

const STEPS = { 1: 'first', 2: 'second', 3: 'third' } as const;

/** Who stands on the podium, in words. */
export function Podium({ student }: { readonly student: StudentState }): VNode {
  const { view, own } = student;
  const lines = roomLines(view.rows, { hideNames: view.room.hideNames, ownSeat: own.seat });
  // A step that equal scores skip is not there.
  const steps = podiumSteps(lines).filter(({ lines: on }) => on.length > 0);
  return (
    <section class="class-podium panel" aria-labelledby="podium-heading">
      <h2 id="podium-heading">{t('classStudent.podium.heading')}</h2>
      {steps.length === 0 && <p>{t('classStudent.podium.none')}</p>}
      <dl>
        {steps.map(({ rank, lines: on }) => (
          <div key={rank} class={on.some(({ isOwn }) => isOwn) ? 'podium-step own' : 'podium-step'}>
            <dt>{t(`classStudent.podium.${STEPS[rank]}`)}</dt>
            <dd>
              {t('classStudent.podium.row', {
                names: on
                  .map(({ isOwn, name }) => (isOwn ? t('classStudent.podium.own', { name }) : name))
                  .join(', '),
                score: on[0]?.result?.score ?? 0,
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
