/** The map in words: a game as one sentence, a sign as what was ordered and when. */
import type { ClassRow } from '../../../../classroom/types.ts';
import type { Level } from '../../../../engine/types.ts';
import { decisionText } from '../../../doses.ts';
import { clockTime } from '../../../format.ts';
import { t } from '../mapWords.ts';
import type { PlacedSign } from './rowDrawing.ts';
import { shortWords } from './symbols.ts';

/** "day 2, 06:00". */
export function momentWords(hour: number): string {
  return t('classMap.moment', { ...clockTime(hour) });
}

/** "recovered on day 7". */
function endedWords({ outcome, endHour }: ClassRow): string {
  return t(`classMap.ended.${outcome}`, { day: clockTime(endHour).day });
}

function decisionsWords(level: Level, row: ClassRow): string {
  const given = row.marks.map(({ hour, command }) =>
    t('classMap.given', { treatment: shortWords(level, command), ...clockTime(hour) }),
  );
  return given.length === 0 ? t('classMap.noDecisions') : given.join(', ');
}

/**
 * "3. Hazel Crane, 89, recovered on day 7: tocilizumab day 2 06:00, ..."
 *
 * @param place 0 for a course that the class is held against
 */
export function rowSentence(level: Level, row: ClassRow, name: string, place: number): string {
  const values = {
    name,
    score: row.score,
    ended: endedWords(row),
    decisions: decisionsWords(level, row),
  };
  return place === 0 ? t('classMap.rowUnranked', values) : t('classMap.row', { ...values, place });
}

/** What a sign says when it is pointed at: each order with its hour and dose. */
export function signLines(
  level: Level,
  sign: PlacedSign,
): readonly { readonly moment: string; readonly words: string }[] {
  return sign.marks.map(({ hour, command }) => ({
    moment: momentWords(hour),
    words: decisionText(level, command),
  }));
}

/** The same in one breath, for what is spoken. */
export function spokenSign(level: Level, sign: PlacedSign): string {
  return signLines(level, sign)
    .map(({ moment, words }) => `${words}, ${moment}`)
    .join('; ');
}
