/** What the printed report says of each mark. It shows every answer. */
import type { Mark } from '../../../analysis/debrief/types.ts';
import type { DebriefState } from '../../../app/debrief/types.ts';
import type { Level } from '../../../engine/types.ts';
import { decisionText } from '../../doses.ts';
import {
  byTime,
  changeOf,
  hourOfTick,
  hourText,
  intervalText,
  isNoted,
  isRiddle,
  markName,
  pointsText,
  signText,
  windowText,
} from './markWords.ts';
import { t } from './words.ts';

export interface ReportRow {
  readonly mark: Mark;
  /** From 1, in the order of time; the same number stands above the chart. */
  readonly number: number;
  readonly when: string;
  /** What was done, or that something was not. */
  readonly what: string;
  readonly sign: string;
  /** Percentage points, with the 95 % interval. */
  readonly change: string;
  readonly interval: string;
  /** What would have been better; a dash where nothing that was weighed is. */
  readonly better: string;
}

/** Every decision about treatment, and every window and drift that has a sign. Tests are left out: they change no course. */
export function reportRows(level: Level, marks: readonly Mark[]): readonly ReportRow[] {
  return byTime(marks)
    .filter((mark) => isNoted(mark) || (mark.command !== null && mark.command.type !== 'lab'))
    .map((mark, index) => rowOf(level, mark, index + 1));
}

function rowOf(level: Level, mark: Mark, number: number): ReportRow {
  const change = changeOf(mark);
  return {
    mark,
    number,
    when: mark.kind === 'decision' ? hourText(mark.tick) : windowText(mark),
    what: mark.command ? decisionText(level, mark.command) : markName(level, mark),
    sign: signText(mark),
    change: pointsText(change.value),
    interval: intervalText(change),
    better: isRiddle(mark) ? betterText(level, mark) : t('debrief.report.nothingBetter'),
  };
}

/** The best alternative in a few words: they stand in a row that names what was done. */
function betterText(level: Level, { best, tick, parts }: Mark): string {
  switch (best?.type) {
    case 'none':
      return t('debrief.report.better.none');
    case 'move': {
      const [was, hour] = [hourOfTick(tick), hourOfTick(best.to.tick)];
      const values = { hour, apart: Math.abs(hour - was) };
      return t(hour < was ? 'debrief.report.better.earlier' : 'debrief.report.better.later', values);
    }
    case 'order': {
      const values = { other: decisionText(level, best.to.command), hour: hourOfTick(best.to.tick) };
      return t('debrief.report.better.order', values);
    }
    case 'guideline':
      return t('debrief.report.better.guideline', { hour: hourOfTick(best.fromTick) });
    case 'all':
      return t('debrief.report.better.all', { count: parts.length });
    default:
      return t('debrief.report.nothingBetter');
  }
}

/** How many answers the player has not opened yet. */
export function hiddenAnswers({ marks, revealed }: Pick<DebriefState, 'marks' | 'revealed'>): number {
  return marks.filter((mark) => isRiddle(mark) && revealed[mark.id] !== 'answer').length;
}
