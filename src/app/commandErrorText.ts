import type { CommandError } from '../engine/types.ts';
import { createText } from '../text/catalogue.ts';

const { t, tAny, has } = createText();

/** The sentence of a refusal: its ids become the names that the screen uses. */
export function commandErrorText({ code, values }: CommandError): string {
  const named = { ...values };
  if (named.treatment !== undefined) named.treatment = treatmentName(String(named.treatment));
  if (named.test !== undefined) named.test = labName(String(named.test));
  return t(`error.${code}`, named);
}

function treatmentName(id: string): string {
  const key = `hud.treatment.${id}.name`;
  return has(key) ? tAny(key) : id;
}

function labName(id: string): string {
  const key = `hud.lab.${id}.name`;
  return has(key) ? tAny(key) : id;
}
