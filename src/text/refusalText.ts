import { createText, type TextValues } from './catalogue.ts';

const { t, tAny, has } = createText();

/** Why a command was refused, as the engine gives it. */
export interface Refusal {
  readonly code: string;
  readonly values: TextValues;
}

/** The sentence of a refused command: its ids become the names that the screen uses. */
export function commandErrorText({ code, values }: Refusal): string {
  const named: Record<string, string | number> = { ...values };
  if (named.treatment !== undefined) named.treatment = nameOf('treatment', named.treatment);
  if (named.test !== undefined) named.test = nameOf('lab', named.test);
  return tAny(`error.${code}`, named);
}

/** The sentence for a log that does not hold: `error.replay.<code>`, with a refused command in words. */
export function replayText(code: string, values: TextValues): string {
  if (code !== 'commandRefused') return tAny(`error.replay.${code}`, values);
  const reason = commandErrorText({ code: String(values.reason), values });
  return t('error.replay.commandRefused', { tick: values.tick ?? 0, reason });
}

function nameOf(kind: 'treatment' | 'lab', id: string | number): string {
  const key = `hud.${kind}.${id}.name`;
  return has(key) ? tAny(key) : String(id);
}
