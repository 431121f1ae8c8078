/** Brings the words of the board, and the names that stand on it. */
import { addWords, t, tAny } from '../../../text/catalogue.ts';
import words from '../../../text/en/classBoard.json' with { type: 'json' };
import names from '../../../text/en/names.json' with { type: 'json' };
import { clockTime } from '../../format.ts';

addWords('classBoard', words);
addWords('names', names);

export { t };

/** A two-word name of the safe lists, `plucky-lynx`, as the page writes it: Plucky Lynx. */
export function nameText(slug: string): string {
  const [adjective = '', animal = ''] = slug.split('-');
  return t('names.name', {
    adjective: tAny(`names.adjective.${adjective}`),
    animal: tAny(`names.animal.${animal}`),
  });
}

/** "day 3, 04:00" for an hour of the game. */
export function gameHourText(hour: number): string {
  return t('classBoard.moment', { ...clockTime(hour) });
}

/** Real seconds of declared pauses: "40 s", "3 min". */
export function secondsText(seconds: number): string {
  if (seconds < 60) return t('classBoard.seconds', { count: Math.round(seconds) });
  return t('classBoard.minutes', { count: Math.round(seconds / 60) });
}
