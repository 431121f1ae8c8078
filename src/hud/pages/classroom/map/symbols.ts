/** Which sign stands for a treatment on the map, and the words beside it. */
import type { Command, Level, LevelTreatment, TreatmentId } from '../../../../engine/types.ts';
import { decisionText, regimenName, regimenOf, treatmentName } from '../../../doses.ts';
import { t } from '../mapWords.ts';

/** A treatment of its own sign: oxygen up to high flow, and the ventilator, are told apart. */
export type SymbolId = TreatmentId | 'oxygen' | 'ventilator';

/** Which of a treatment's doses: hollow, filled, or filled by half for one that is tapered. */
export type Strength = 'plain' | 'strong' | 'taper';

export interface MapSymbol {
  readonly id: SymbolId;
  readonly strength: Strength;
  /** Step of the oxygen ladder; 0 for everything else. */
  readonly step: number;
  /** Support stands back behind drugs. */
  readonly isSupport: boolean;
}

/** The sign of an order or of an oxygen step; null for what has none. */
export function symbolOf(level: Level, command: Command): MapSymbol | null {
  if (command.type === 'oxygen') {
    const id = level.oxygen[command.step]?.ventilated ? 'ventilator' : 'oxygen';
    return { id, strength: 'plain', step: command.step, isSupport: true };
  }
  if (command.type !== 'order') return null;
  const treatment = level.treatments.find(({ id }) => id === command.treatment);
  return {
    id: command.treatment,
    strength: treatment ? strengthOf(treatment, command.regimen) : 'plain',
    step: 0,
    isSupport: treatment?.group === 'support',
  };
}

/** The lowest dose is plain; what falls from dose to dose is a taper; everything else of several is strong. */
export function strengthOf({ regimens }: LevelTreatment, regimenId: string): Strength {
  const regimen = regimens.find(({ id }) => id === regimenId);
  if (!regimen || regimens.length < 2) return 'plain';
  const first = regimen.amounts[0] ?? 0;
  if ((regimen.amounts.at(-1) ?? first) < first) return 'taper';
  const least = Math.min(...regimens.map(({ amounts }) => amounts[0] ?? 0));
  return first > least ? 'strong' : 'plain';
}

/** Same sign, same dose. */
export function isSameSymbol(one: MapSymbol, other: MapSymbol): boolean {
  return symbolKey(one) === symbolKey(other);
}

export function symbolKey({ id, strength, step }: MapSymbol): string {
  return `${id} ${strength} ${step}`;
}

/** English writes the names of substances and doses small within a sentence. */
export function small(words: string): string {
  return words.charAt(0).toLocaleLowerCase('en') + words.slice(1);
}

/** "tocilizumab", "dexamethasone (high dose)", "oxygen step 2": the command in a row of words. */
export function shortWords(level: Level, command: Command): string {
  if (command.type === 'oxygen') {
    if (command.step === 0) return t('classMap.roomAir');
    if (level.oxygen[command.step]?.ventilated) return t('classMap.ventilator');
    return t('classMap.oxygenStep', { step: command.step });
  }
  if (command.type !== 'order') return decisionText(level, command);
  const drug = level.treatments.find(({ id }) => id === command.treatment);
  const name = small(treatmentName(command.treatment));
  const regimen = drug && regimenOf(drug, command.regimen);
  if (!drug || !regimen || drug.regimens.length < 2) return name;
  return t('classMap.dose', { treatment: name, regimen: small(regimenName(drug.id, regimen)) });
}

/** What a sign is called in the legend and on the buttons that sort. */
export function symbolName(id: SymbolId): string {
  if (id === 'ventilator') return t('classMap.ventilator');
  if (id === 'oxygen') return t('classMap.oxygenSteps');
  return small(treatmentName(id));
}
