/** Arbitrary commands for property tests: every one of the contract, legal or not. */
import fc from 'fast-check';
import type { Command, LabId, TreatmentId } from '../../src/engine/types.ts';

const TREATMENTS: readonly TreatmentId[] = [
  'antiviral',
  'nirmatrelvir',
  'antibiotic',
  'dexamethasone',
  'hydrocortisone',
  'tocilizumab',
  'siltuximab',
  'anakinra',
  'baricitinib',
  'tnfBlocker',
  'fluids',
  'norepinephrine',
  'renalReplacement',
];
const REGIMENS = ['course', 'low', 'high', 'taper', 'single', 'bag', 'titrated', 'continuous', 'unknown'];
const LABS: readonly LabId[] = ['IL6', 'CRP', 'PF', 'lactate', 'bacterialLoad'];

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('order' as const),
      treatment: fc.constantFrom(...TREATMENTS),
      regimen: fc.constantFrom(...REGIMENS),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('stop' as const), treatment: fc.constantFrom(...TREATMENTS) }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('lab' as const), test: fc.constantFrom(...LABS) }) },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('oxygen' as const), step: fc.integer({ min: -1, max: 5 }) }),
  },
);

const move = fc.record({
  wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 960 })),
  command: anyCommand,
});

/** Commands with the ticks that pass before each, 0 to two days. Half of the patients breathe oxygen first, and so live longer. */
export const anyGame = fc
  .tuple(fc.boolean(), fc.array(move, { minLength: 1, maxLength: 30 }))
  .map(([oxygen, moves]) => {
    const ventilate: (typeof moves)[number] = { wait: 0, command: { type: 'oxygen', step: 3 } };
    return oxygen ? [ventilate, ...moves] : moves;
  });
