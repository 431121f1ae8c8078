/** The body alone, chance, and treating only the infection or drowning the storm: what a level must be apart from. */

import type { Command, Level } from '../engine/types.ts';
import { createRandom, nextIndex, nextUnit } from '../math/random.ts';
import type { Policy } from './policy.ts';
import { supportOf } from './support.ts';

/** Nothing is done: the body alone. */
export const none: Policy = () => [];

/** Chance of an order in an hour: about one in eight hours, as a busy ward round decides. */
const RANDOM_ORDERS_PER_HOUR = 0.125;

/** Orders, stops and oxygen steps drawn at random from all that the level knows; the same seed plays the same. */
export function random(level: Level, seed: number): Policy {
  const stream = createRandom(seed, 'policy');
  const all = everyCommand(level);
  return () => {
    if (nextUnit(stream) >= RANDOM_ORDERS_PER_HOUR) return [];
    const command = all[nextIndex(stream, all.length)];
    return command === undefined ? [] : [command];
  };
}

/** Every command of a level once, but tests, which change nothing in the patient. */
function everyCommand(level: Level): readonly Command[] {
  const orders = level.treatments.flatMap(({ id, regimens }): Command[] => [
    ...regimens.map((regimen): Command => ({ type: 'order', treatment: id, regimen: regimen.id })),
    { type: 'stop', treatment: id },
  ]);
  return [...orders, ...level.oxygen.map((_, step): Command => ({ type: 'oxygen', step }))];
}

/** Support as by the guideline and an antiviral when IL-6 has passed 300 pg/mL: a dead pathogen does not stop a storm. */
export const antiviralAtStorm: Policy = (observation) => {
  const course: Command = { type: 'order', treatment: 'antiviral', regimen: 'course' };
  return [...supportOf(observation), ...(observation.value('IL6') > 300 ? [course] : [])];
};

/** Support as by the guideline, the highest steroid from the start to the end, all the tocilizumab, nothing against infection. */
export const overDampening: Policy = (observation) => [
  ...supportOf(observation),
  { type: 'order', treatment: 'dexamethasone', regimen: 'high' },
  { type: 'order', treatment: 'tocilizumab', regimen: 'single' },
];
