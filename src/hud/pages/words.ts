/** Words that several pages make from the same data. */
import type { Level, LevelText } from '../../engine/types.ts';
import { t } from '../../text/catalogue.ts';
import { clockTime, formatNumber } from '../format.ts';

const LANGUAGE = 'en';
const TICKS_PER_HOUR = 20;

/** The level's text; English is always there, which the level's schema sees to. */
export function levelText(level: Level): LevelText {
  const text = level.text[LANGUAGE];
  if (!text) throw new Error(`The level ${level.id} has no English text.`);
  return text;
}

/** A text given by language, in the page's language. */
export function inLanguage(text: Readonly<Record<string, string>>): string {
  return text[LANGUAGE] ?? '';
}

/** "day 3, 04:20" for a tick of the level. */
export function momentText(tick: number): string {
  return t('page.replay.moment', { ...clockTime(tick / TICKS_PER_HOUR) });
}

/** A number with at most one decimal, without a trailing zero. */
export function shortNumber(value: number): string {
  return formatNumber(value, 1).replace(/\.0$/, '');
}

/** The local date and time of a saved game, as the reader's system writes it. */
export function whenText(savedAt: string): string {
  const date = new Date(savedAt);
  if (Number.isNaN(date.getTime())) return savedAt;
  return date.toLocaleString(undefined, { dateStyle: 'short', timeStyle: 'short' });
}
