/** Moments and codes as the teacher's pages write them. */

/** "Sun, 29 Nov 2026, 20:00" in the reader's own time zone and way of writing. */
export function dateText(moment: string | Date, locale?: string): string {
  return new Date(moment).toLocaleString(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  });
}

/** "20:05" in the reader's own time zone. */
export function timeText(moment: string, locale?: string): string {
  return new Date(moment).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
}

export interface ZoneWords {
  /** "Europe/Berlin" */
  readonly zone: string;
  /** "GMT+1": by the clock of that day, winter or summer. */
  readonly offset: string;
}

/** The reader's time zone as it holds at a moment. */
export function zoneAt(moment: Date, timeZone?: string): ZoneWords {
  const format = new Intl.DateTimeFormat('en', {
    timeZoneName: 'shortOffset',
    ...(timeZone && { timeZone }),
  });
  const offset = format.formatToParts(moment).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return { zone: format.resolvedOptions().timeZone, offset };
}

/** A code in groups that are read at one go: KQ7ZDW as KQ7 ZDW, eight signs as four and four. */
export function groupedCode(code: string): string {
  const size = code.length % 4 === 0 ? 4 : 3;
  return code.replace(new RegExp(`(.{${size}})(?=.)`, 'g'), '$1 ');
}

/** A code sign by sign, so that a screen reader spells it. */
export function spelledCode(code: string): string {
  return [...code].join(' ');
}
