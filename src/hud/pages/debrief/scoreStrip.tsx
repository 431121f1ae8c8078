import type { VNode } from 'preact';
import type { Debrief, Mark } from '../../../analysis/debrief/types.ts';
import type { DebriefSubject } from '../../../app/debrief/types.ts';
import type { Score } from '../../../engine/types.ts';
import { formatNumber, NO_VALUE } from '../../format.ts';
import { AccuracyButton } from './accuracyDialog.tsx';
import { t } from './words.ts';

interface ScoreStripProps {
  readonly subject: DebriefSubject;
  readonly result: Debrief | null;
  readonly marks: readonly Mark[];
}

const PARTS = ['organs', 'guard', 'stewardship'] as const;
type ScorePart = (typeof PARTS)[number];

/** What the game was worth, last to be read: the score with its parts, and how well it was decided. */
export function ScoreStrip({ subject, result, marks }: ScoreStripProps): VNode {
  const { level, course, log } = subject;
  return (
    <section class="score-strip panel" aria-label={t('debrief.page.scoreName')}>
      <div class="strip-score">
        <h2>{t('debrief.page.score')}</h2>
        <p class="strip-number number">{course?.score.total ?? log.score}</p>
        <p class="quiet">{t('debrief.page.guidelineScore', { score: level.scoring.guideline.total })}</p>
      </div>
      {course && PARTS.map((part) => <StripPart key={part} part={part} score={course.score} />)}
      <div class="strip-accuracy">
        <h2>{t('debrief.accuracy.name')}</h2>
        {result ? (
          <>
            <p class="strip-number number">{t('debrief.accuracy.value', { value: result.accuracy.value })}</p>
            <AccuracyButton level={level} result={result} marks={marks} />
          </>
        ) : (
          <>
            <p class="strip-number number">{NO_VALUE}</p>
            <p class="quiet how-wait">{t('debrief.accuracy.waiting')}</p>
          </>
        )}
      </div>
    </section>
  );
}

function StripPart({ part, score }: { readonly part: ScorePart; readonly score: Score }): VNode {
  const [points, maximum] = [score[part], score.maxima[part]];
  return (
    <div class="strip-part">
      <h3>
        {t(`debrief.page.part.${part}`)}{' '}
        <span class="strip-points">
          <b class="number">{points}</b> <small class="number">/ {maximum}</small>
        </span>
      </h3>
      <meter min={0} max={maximum} value={points} aria-hidden="true" />
      <p class="quiet">{partText(part, score)}</p>
    </div>
  );
}

function partText(part: ScorePart, { numbers }: Score): string {
  if (part === 'organs') {
    return t('debrief.page.partText.organs', {
      area: formatNumber(numbers.organArea, 0),
      alone: formatNumber(numbers.organAreaBodyAlone, 0),
    });
  }
  if (part === 'guard') {
    if (numbers.secondInfectionHours > 0) {
      return t('debrief.page.partText.infection', { hours: formatNumber(numbers.secondInfectionHours, 0) });
    }
    return t('debrief.page.partText.guard', { days: formatNumber(numbers.guardArea, 1) });
  }
  return t('debrief.page.partText.stewardship', {
    count: numbers.dosesGiven,
    idle: numbers.dosesWithoutUse,
  });
}
