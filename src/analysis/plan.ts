/** Treatment by the clock: what a search for the best known policy varies. */
import { hoursOf } from '../engine/time.ts';
import type { Command, Level, LevelTreatment, TimedCommand, TreatmentId } from '../engine/types.ts';
import type { Observation, Policy } from './policy.ts';
import { supportOf } from './support.ts';

/** An order or a stop at an hour of the level. */
export interface PlannedOrder {
  readonly hour: number;
  readonly treatment: TreatmentId;
  /** A regimen, or null to stop. */
  readonly regimen: string | null;
}

/** Gives the orders of a plan at their hours, with oxygen, fluid, pressure and kidneys as by the guideline. */
export function byPlan(plan: readonly PlannedOrder[]): Policy {
  return (observation: Observation): readonly Command[] => [
    ...supportOf(observation),
    ...plan
      .filter(({ hour }) => hour === observation.hour)
      .map(
        ({ treatment, regimen }): Command =>
          regimen === null ? { type: 'stop', treatment } : { type: 'order', treatment, regimen },
      ),
  ];
}

/** Where a search sets out, by trigger: what the field would try first. */
const STARTS: Readonly<Record<string, readonly PlannedOrder[]>> = {
  covid19: [
    { hour: 0, treatment: 'antiviral', regimen: 'course' },
    { hour: 24, treatment: 'dexamethasone', regimen: 'low' },
    { hour: 48, treatment: 'tocilizumab', regimen: 'single' },
  ],
  sepsis: [
    { hour: 0, treatment: 'antibiotic', regimen: 'course' },
    { hour: 6, treatment: 'hydrocortisone', regimen: 'standard' },
  ],
  carT: [{ hour: 36, treatment: 'tocilizumab', regimen: 'single' }],
};

/**
 * What a search may give, by trigger; every drug of the level where nothing is said. In bacterial sepsis nobody has
 * tried tocilizumab, nor twice the hydrocortisone: a best known treatment made of them would teach what nobody knows.
 */
const TRIED: Readonly<Record<string, Readonly<Partial<Record<TreatmentId, readonly string[]>>>>> = {
  sepsis: { antibiotic: ['course'], hydrocortisone: ['standard'] },
};

/** Drugs of a level, with their regimens, that a search for the best known treatment may give. */
export function searchedDrugs({ trigger, treatments }: Level): readonly LevelTreatment[] {
  const tried = TRIED[trigger];
  const drugs = treatments.filter(({ group }) => group !== 'support');
  if (tried === undefined) return drugs;
  return drugs
    .map((drug) => ({ ...drug, regimens: drug.regimens.filter(({ id }) => tried[drug.id]?.includes(id)) }))
    .filter(({ regimens }) => regimens.length > 0);
}

/** The plan from which a search for the best known treatment sets out; empty where nobody has named one. */
export function searchStart(trigger: string): readonly PlannedOrder[] {
  return STARTS[trigger] ?? [];
}

/** The orders of drugs among the commands of a game, as a plan by the clock; support is left to the guideline. */
export function planOf(level: Level, commands: readonly TimedCommand[]): readonly PlannedOrder[] {
  const drugs = searchedDrugs(level).map(({ id }) => id);
  return commands.flatMap(({ tick, command }): PlannedOrder[] => {
    if (command.type !== 'order' && command.type !== 'stop') return [];
    if (!drugs.includes(command.treatment)) return [];
    const regimen = command.type === 'order' ? command.regimen : null;
    return [{ hour: Math.floor(hoursOf(tick)), treatment: command.treatment, regimen }];
  });
}
