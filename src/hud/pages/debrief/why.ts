/**
 * What a mark teaches: a hint that points at what to look at, and, once the answer is shown, why it is so, in two
 * sentences with a source. The sentences stand in the catalogue; which one fits is told by the case of the mark.
 */
import type { Mark } from '../../../analysis/debrief/types.ts';
import { type Case, caseOf, type Situation, type Subject } from '../../../app/debrief/situation.ts';
import type { Level, Snapshot } from '../../../engine/types.ts';
import { Q } from '../../../model/generated/system.ts';
import { addWords, tAny } from '../../../text/catalogue.ts';
import words from '../../../text/en/why.json' with { type: 'json' };
import { formatConcentration, formatNumber } from '../../format.ts';
import { REASONS, type Reason, SAME_REASON } from './whyReasons.ts';
import { type Source, WHY_SOURCES } from './whySources.ts';

addWords('why', words);

/** A key of the catalogue with the values that its sentences need. */
export interface Sentence {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
}

export interface Why extends Sentence {
  readonly source: Source;
}

/** The sentence of a hint or of a reason in words. */
export function sentenceText({ key, values }: Sentence): string {
  return tAny(key, values);
}

/** Where to look for a sentence, the nearest first: a treatment that came late is one that was missing until then. */
const NEAREST: Readonly<Record<Situation, readonly Situation[]>> = {
  missed: ['missed'],
  right: ['missed'],
  tooLate: ['tooLate', 'missed'],
  tooLittle: ['missed'],
  tooEarly: ['tooEarly', 'tooMuch'],
  tooMuch: ['tooMuch'],
  withoutUse: ['withoutUse', 'tooMuch'],
  harmful: ['harmful', 'withoutUse', 'tooMuch'],
  stoppedEarly: ['stoppedEarly', 'missed'],
  stopMissed: ['stopMissed', 'tooMuch'],
  harmless: ['harmless'],
  several: ['several'],
  test: ['test'],
  drift: ['drift'],
};

/** Illnesses for which the sentences of another one hold as well. */
const KINDRED: Readonly<Record<string, string>> = { endotoxinSepsis: 'sepsis', pneumonia: 'sepsis' };

/** Why the mark is as it is, in two sentences with a source. `moment`: `momentOfMark` of app/debrief/situation.ts. */
export function whyOf(mark: Mark, level: Level, moment: Snapshot): Why {
  return reasonOf(caseOf(mark, level, moment), level.trigger, moment);
}

/** The reason of a case under a trigger; every case has one. */
export function reasonOf({ subject, situation }: Case, trigger: string, moment: Snapshot): Why {
  const reason = findReason(subject, situation, [trigger, KINDRED[trigger] ?? 'any', 'any']);
  return { key: `why.reason.${reason}`, values: valuesOf(moment), source: WHY_SOURCES[REASONS[reason]] };
}

function findReason(subject: Subject, situation: Situation, triggers: readonly string[]): Reason {
  for (const near of NEAREST[situation]) {
    for (const trigger of triggers) {
      const key = `${subject}.${near}.${trigger}`;
      const same = SAME_REASON[key];
      if (same !== undefined) return same;
      if (Object.hasOwn(REASONS, key)) return key as Reason;
    }
  }
  return 'every.harmless.any';
}

function valuesOf({ hour, values }: Snapshot): Sentence['values'] {
  const of = (quantity: number): number => values[quantity] ?? Number.NaN;
  return {
    hour: formatNumber(hour, 0),
    SpO2: formatNumber(of(Q.SpO2), 0),
    MAP: formatNumber(of(Q.MAP), 0),
    S6: formatConcentration(of(Q.S6)),
  };
}

type HintId = keyof typeof words.hint;

/** What to look at when something was needed, came with too little to do, was too much, or ended too soon. */
interface Looks {
  readonly needed: HintId;
  readonly idle: HintId;
  readonly much: HintId;
  readonly ended: HintId;
}

const ASPECT: Readonly<Record<Situation, keyof Looks>> = {
  missed: 'needed',
  right: 'needed',
  tooLate: 'needed',
  tooLittle: 'needed',
  tooEarly: 'idle',
  withoutUse: 'idle',
  harmful: 'idle',
  tooMuch: 'much',
  stopMissed: 'much',
  stoppedEarly: 'ended',
  harmless: 'needed',
  several: 'ended',
  test: 'needed',
  drift: 'much',
};

const VIRUS: Looks = { needed: 'virus', idle: 'virusGone', much: 'virusGone', ended: 'virusBack' };
const IL6: Looks = { needed: 'doubling', idle: 'signal', much: 'guard', ended: 'rebound' };

const LOOKS: Readonly<Record<Subject, Looks>> = {
  antiviral: VIRUS,
  nirmatrelvir: VIRUS,
  antibiotic: { needed: 'bacteria', idle: 'bacteriaFew', much: 'bacteriaFew', ended: 'bacteriaBack' },
  dexamethasone: { needed: 'doubling', idle: 'lungs', much: 'guard', ended: 'rebound' },
  hydrocortisone: { needed: 'pressure', idle: 'pressureHeld', much: 'guard', ended: 'pressure' },
  tocilizumab: IL6,
  siltuximab: IL6,
  anakinra: { needed: 'macrophages', idle: 'macrophages', much: 'macrophages', ended: 'rebound' },
  baricitinib: { ...IL6, much: 'virusBack' },
  tnfBlocker: { ...IL6, needed: 'storm' },
  fluids: { needed: 'pressure', idle: 'pressureHeld', much: 'water', ended: 'pressure' },
  norepinephrine: { needed: 'pressure', idle: 'pressureHeld', much: 'pressureHeld', ended: 'pressure' },
  renalReplacement: { needed: 'kidneys', idle: 'kidneysLater', much: 'kidneysLater', ended: 'kidneys' },
  oxygen: { needed: 'saturation', idle: 'saturationHigh', much: 'saturationHigh', ended: 'saturation' },
  ventilator: { needed: 'breathing', idle: 'breathingEnough', much: 'breathingEnough', ended: 'breathing' },
  every: { needed: 'small', idle: 'small', much: 'many', ended: 'together' },
};

/** After CAR-T cells the storm is looked for at the bedside, and its cost in what the cells still do. */
const CAR_T_LOOKS: Readonly<Partial<Record<Subject, Partial<Looks>>>> = {
  dexamethasone: { needed: 'storm', idle: 'tumour', much: 'tumour' },
  tocilizumab: { needed: 'storm' },
};

/** One sentence that points at a number, a trend or a time course, and names no order. */
export function hintOf(mark: Mark, level: Level, moment: Snapshot): Sentence {
  return hintOfCase(caseOf(mark, level, moment), level.trigger);
}

/** The hint of a case under a trigger. */
export function hintOfCase({ subject, situation }: Case, trigger: string): Sentence {
  const looks = { ...LOOKS[subject], ...(trigger === 'carT' ? CAR_T_LOOKS[subject] : {}) };
  return { key: `why.hint.${looks[ASPECT[situation]]}`, values: {} };
}
