/** Numbers as the bedside writes them. */
import { t } from '../text/catalogue.ts';

/** Shown where there is no value. */
export const NO_VALUE = '–';

/**
 * A number with a fixed count of decimals, a real minus sign (U+2212) and a
 * narrow space between thousands from 10 000 up.
 */
export function formatNumber(value: number, decimals: number): string {
  if (!Number.isFinite(value)) return NO_VALUE;
  const [whole = '', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, '\u202f') : whole;
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  const isZero = Number(value.toFixed(decimals)) === 0;
  return value < 0 && !isZero ? `\u2212${digits}` : digits;
}

/** A concentration: one decimal below 10, none above. */
export function formatConcentration(value: number): string {
  return formatNumber(value, Math.abs(value) < 9.95 ? 1 : 0);
}

/** An amount of a drug without trailing zeros: 0.05, 6, 500. */
export function formatAmount(amount: number): string {
  return formatNumber(amount, amount >= 100 ? 0 : 3)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '');
}

export interface ClockTime {
  readonly day: number;
  /** HH:MM on a 24-hour clock. */
  readonly time: string;
}

/** Day and time of day of an hour of the level; hour 0 is day 0, 00:00. */
export function clockTime(hour: number): ClockTime {
  // Ticks of 3 minutes are exact to the minute once rounded; truncating would show 04:19 for 04:20.
  const minutes = Math.round(hour * 60);
  const ofDay = minutes % 1440;
  const two = (n: number): string => String(n).padStart(2, '0');
  return { day: Math.floor(minutes / 1440), time: `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}` };
}

/** "Day 3 04:20". */
export function clockText(hour: number): string {
  return t('hud.clock', { ...clockTime(hour) });
}

/** A span of hours in the words of the ward: "40 min", "4 h", "2 d". */
export function spanText(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return t('hud.span.minutes', { count: minutes });
  if (minutes < 48 * 60) return t('hud.span.hours', { count: Math.round(minutes / 60) });
  return t('hud.span.days', { count: Math.round(minutes / 1440) });
}
