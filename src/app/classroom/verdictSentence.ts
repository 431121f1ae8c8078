import { t, tAny } from '../../classroom/words.ts';
import { replayText } from '../../text/refusalText.ts';
import type { GameVerdict } from './verifyWork.ts';

/** Why a game was refused, in one sentence. */
export function verdictSentence({ reason, code, values }: GameVerdict & { readonly ok: false }): string {
  if (reason === 'replay') return replayText(code, values);
  if (reason === 'input') return tAny(`error.input.${code}`, values);
  if (reason === 'link') return tAny(`app.link.${code}`, values);
  return tAny(`class.files.${code}`, values);
}

/** What the courses beside a class are called. */
export function namesBeside(): { readonly bestKnown: string; readonly guideline: string } {
  return { bestKnown: t('class.beside.bestKnown'), guideline: t('class.beside.guideline') };
}
