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
 * Milliseconds until `moment`, kept current; never below zero.
 *
 * @param serverNow the server's clock as its last message said it
 */
export function useTimeLeft(moment: string | null, serverNow: string): number | null {
  const [ahead, setAhead] = useState(() => Date.parse(serverNow) - Date.now());
  const [, look] = useState(0);
  useEffect(() => setAhead(Date.parse(serverNow) - Date.now()), [serverNow]);
  useEffect(() => {
    if (moment === null) return;
    const timer = setInterval(() => look((count) => count + 1), LOOK_MILLISECONDS);
    return () => clearInterval(timer);
  }, [moment]);
  if (moment === null) return null;
  return Math.max(0, Date.parse(moment) - Date.now() - ahead);
}

export const DAY_MILLISECONDS = 24 * HOUR;
