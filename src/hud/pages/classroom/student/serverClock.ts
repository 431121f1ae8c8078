/** Spans until a date, by the server's clock: a tablet's own may be wrong by hours. */
import { useEffect, useState } from 'preact/hooks';
import { t } from '../studentWords.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** As long as a span below a minute may be shown too long. */
const LOOK_MILLISECONDS = 10_000;

/** A span in whole minutes, rounded up, in words. */
export function spanText(milliseconds: number): string {
  if (milliseconds < MINUTE) return t('classStudent.span.under');
  const minutes = Math.ceil(milliseconds / MINUTE);
  if (minutes < 60) return t('classStudent.span.minutes', { count: minutes });
  return t('classStudent.span.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/**
 * Milliseconds until `moment`, kept current; never below zero, null without a moment.
 *
 * @param ahead milliseconds by which the server's clock is ahead of this device's
 */
export function useTimeLeft(moment: string | null, ahead: number): number | null {
  const [, look] = useState(0);
  useEffect(() => {
    if (moment === null) return;
    const timer = setInterval(() => look((count) => count + 1), LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [moment]);
  return moment === null ? null : Math.max(0, Date.parse(moment) - Date.now() - ahead);
}

export const DAY_MILLISECONDS = 24 * HOUR;
