import { useEffect, useRef, useState } from 'preact/hooks';
import { useClass } from '../../../appContext.ts';
import { digestOf, newsOf, type SeatDigest } from './seatNews.ts';

/** The latest news of the seat, for a polite live region; '' until something changes. */
export function useSeatNews(): string {
  const student = useClass((state) => state.student);
  const told = useRef<SeatDigest | null>(null);
  const [news, setNews] = useState('');
  useEffect(() => {
    if (!student) return;
    const before = told.current;
    const now = digestOf(student, before);
    told.current = now;
    const sentences = before ? newsOf(before, now, student) : [];
    if (sentences.length > 0) setNews(sentences.join(' '));
  }, [student]);
  return news;
}
