import { policy as bedside } from './steroidWhenHypoxic.mjs';

/** As by the bedside; and orders IL-6 every twelve hours, to give the antiviral once a result is twice the one before it. */
export const createPolicy = () => {
  const results = [];
  return (observation) => {
    const { hour, labs, legal } = observation;
    const { IL6 } = labs;
    const last = results.at(-1);
    if (IL6.hour !== null && IL6.hour >= (last?.hour ?? -12) + 12) results.push(IL6);
    const [before, after] = results.slice(-2);
    const isDoubling = after !== undefined && after.value >= 2 * before.value;
    const own = legal.filter(
      ({ type, test, treatment }) =>
        (type === 'lab' && test === 'IL6' && hour % 12 === 0) ||
        (type === 'order' && treatment === 'antiviral' && isDoubling),
    );
    return [...bedside(observation), ...own];
  };
};
