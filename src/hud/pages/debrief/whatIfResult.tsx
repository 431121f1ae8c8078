import type { VNode } from 'preact';
import type { Estimate } from '../../../analysis/debrief/types.ts';
import type { Course, WhatIf } from '../../../app/debrief/types.ts';
import { clockTime } from '../../format.ts';
import { endHour } from './futureHours.ts';
import { ALIKE, keptCount } from './keptField.tsx';
import { t } from './words.ts';

interface ResultProps {
  readonly played: Course;
  /** Chance at the start of the level as it was played; null before the debrief is done. */
  readonly playedKept: number | null;
  readonly whatIf: WhatIf | null;
  readonly moving: boolean;
}

/** Outcome, score and what would have been kept, beside what was. */
export function WhatIfResult({ played, playedKept, whatIf, moving }: ResultProps): VNode {
  const changed = whatIf?.course ?? null;
  const kept = whatIf?.future?.kept ?? null;
  return (
    <div class="what-if-result">
      <table>
        <caption class="unseen">{t('debrief.whatIf.result')}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{t('debrief.whatIf.outcome')}</th>
            <th scope="col">{t('debrief.whatIf.score')}</th>
            <th scope="col">{t('debrief.whatIf.kept', { all: ALIKE })}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('debrief.whatIf.played')}</th>
            <td>{outcomeText(played)}</td>
            <td class="number">{played.score.total}</td>
            <td>
              {playedKept === null ? (
                t('debrief.whatIf.nothing')
              ) : (
                <span class="number">{keptCount(playedKept)}</span>
              )}
            </td>
          </tr>
          <tr>
            <th scope="row">{t('debrief.whatIf.changed')}</th>
            <td>{changed ? outcomeText(changed) : t('debrief.whatIf.nothing')}</td>
            <td class="number">{changed ? changed.score.total : t('debrief.whatIf.nothing')}</td>
            <td>{kept ? keptText(kept) : t(`debrief.whatIf.${changed ? 'settling' : 'nothing'}`)}</td>
          </tr>
        </tbody>
      </table>
      {/* Spoken when the hand has let go, not with every step of it. */}
      <p class="unseen" role="status">
        {changed && !moving && spoken(played, changed, kept)}
      </p>
    </div>
  );
}

function outcomeText(course: Course): string {
  return t(`debrief.whatIf.ended.${course.outcome}`, { ...clockTime(endHour(course)) });
}

function keptText({ value, low, high }: Estimate): VNode {
  return (
    <>
      <span class="number">{keptCount(value)}</span>{' '}
      <small class="quiet">{t('debrief.whatIf.range', { low: keptCount(low), high: keptCount(high) })}</small>
    </>
  );
}

function spoken(played: Course, changed: Course, kept: Estimate | null): string {
  const course = t('debrief.whatIf.spoken', {
    outcome: outcomeText(changed),
    score: changed.score.total,
    played: played.score.total,
  });
  if (!kept) return course;
  return `${course} ${t('debrief.whatIf.spokenKept', { count: keptCount(kept.value), all: ALIKE })}`;
}
