import type { VNode } from 'preact';
import { t } from '../teacherWords.ts';

const WORDS: Readonly<Record<string, 'full' | 'threeQuarters' | 'half' | 'quarter'>> = {
  '1': 'full',
  '0.75': 'threeQuarters',
  '0.5': 'half',
  '0.25': 'quarter',
};

/** A pace as word and factor, "Half × 0.5"; the factor alone for one that has no word. */
export function PaceWord({ pace }: { readonly pace: number }): VNode {
  const word = WORDS[String(pace)];
  return (
    <>
      {word && `${t(`classTeacher.pace.${word}`)} `}
      <span class="number pace-factor">× {pace}</span>
    </>
  );
}
