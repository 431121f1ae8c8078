import type { VNode } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Mark } from '../../../analysis/debrief/types.ts';
import { momentOfMark } from '../../../app/debrief/situation.ts';
import type { Course } from '../../../app/debrief/types.ts';
import type { Level } from '../../../engine/types.ts';
import { hintOf, sentenceText, whyOf } from './why.ts';

interface WhyProps {
  readonly level: Level;
  readonly mark: Mark;
  /** The player's own; null while it is simulated. */
  readonly course: Course | null;
}

/** Where to look, without naming an order. */
export function Hint({ level, mark, course }: WhyProps): VNode | null {
  const hint = useMemo(
    () => course && hintOf(mark, level, momentOfMark(level, course, mark)),
    [level, mark, course],
  );
  return hint && <p>{sentenceText(hint)}</p>;
}

/** Why it is so, with its source. */
export function AnswerWhy({ level, mark, course }: WhyProps): VNode | null {
  const why = useMemo(
    () => course && whyOf(mark, level, momentOfMark(level, course, mark)),
    [level, mark, course],
  );
  if (!why) return null;
  const { text, url } = why.source;
  return (
    <>
      <p>{sentenceText(why)}</p>
      <p class="mark-source">
        {url ? (
          <a href={url} rel="noreferrer">
            {text}
          </a>
        ) : (
          text
        )}
      </p>
    </>
  );
}
