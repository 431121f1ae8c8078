import { has } from '../../text/catalogue.ts';
import { replayText } from '../../text/refusalText.ts';
import type { Refusal } from './call.ts';
import { t, tAny } from './words.ts';

const REPLAY = 'error.replay.';

/** Why a call was refused, in words. A code that this page does not know is one of a newer server. */
export function refusalSentence({ code, values }: Pick<Refusal, 'code' | 'values'>): string {
  if (code.startsWith(REPLAY) && has(code)) return replayText(code.slice(REPLAY.length), values);
  const key = `class.refused.${code}`;
  return has(key) ? tAny(key, values) : t('class.refused.unknown', { code });
}
