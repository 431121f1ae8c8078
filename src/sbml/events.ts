/** What was done to the patient, as events of SBML. */
import { SPECIES_DEFINITIONS } from '../model/definition/species.ts';
import { SBML_UNIT_IDS } from '../model/generated/sbmlMath.ts';
import type { Intervention } from './exportedCourse.ts';
import { applyMath, mathElement, numberMath } from './math.ts';
import { NAMESPACES } from './namespaces.ts';
import { element } from './xml.ts';

const TIME = `<csymbol encoding="text" definitionURL="${NAMESPACES.time}">time</csymbol>`;

/**
 * Fires once, when time reaches the hour. `initialValue` is false, so that a dose at hour 0 is given too; priorities
 * fall in the order in which things were done, and each event reads the values that those before it have left.
 */
export function eventElement(
  { hour, kind, species, value, name }: Intervention,
  index: number,
  all: readonly Intervention[],
): string {
  const unit = unitOf(species);
  const amount = numberMath(value, unit);
  const assigned = kind === 'dose' ? applyMath('plus', `<ci>${species}</ci>`, amount) : amount;
  const reached = applyMath('geq', TIME, numberMath(hour, SBML_UNIT_IDS.h ?? ''));
  return element(
    'event',
    { id: `event_${index + 1}`, name, useValuesFromTriggerTime: false },
    element('trigger', { initialValue: false, persistent: true }, mathElement(reached)),
    element('priority', {}, mathElement(numberMath(all.length - index, 'dimensionless'))),
    element(
      'listOfEventAssignments',
      {},
      element('eventAssignment', { variable: species }, mathElement(assigned)),
    ),
  );
}

function unitOf(species: string): string {
  const unit = SPECIES_DEFINITIONS.find(({ id }) => id === species)?.unit ?? '';
  const id = SBML_UNIT_IDS[unit];
  if (id === undefined) throw new Error(`SBML has no unit for ${species}`);
  return id;
}
