import { createRandom } from '../math/random.ts';
import { advanceTick } from '../model/course.ts';
import { quantitiesOf } from '../model/quantities.ts';
import { triggerSetup, withChanges } from '../model/triggers.ts';
import { setOxygen } from './applyCommand.ts';
import { createEndingCounters } from './endings.ts';
import { firstStatus } from './objectives.ts';
import type { EngineState } from './state.ts';
import { createTallies } from './tallies.ts';
import { ticksOf } from './time.ts';
import type { Level, Mode, TreatmentState } from './types.ts';

export interface GameOptions {
  /** Integer, 0 to 2^32 - 1. Decides the noise of assays and nothing else. */
  readonly seed: number;
  readonly mode: Mode;
}

/**
 * The state at tick 0: the patient of the level after `hoursBefore` hours of
 * untreated illness on the first step of the oxygen ladder.
 *
 * @throws Error when the level names what the model does not have (checkLevel says so as a value)
 * @throws InvariantError when the patient leaves the domain of the model
 */
export function createGame(level: Level, { seed, mode }: GameOptions): EngineState {
  const patient = withChanges(triggerSetup(level.trigger), level.patient);
  const state: EngineState = {
    tick: 0,
    mode,
    seed,
    y: patient.initial,
    p: patient.parameters,
    streams: { labs: level.labs.map(({ id }) => createRandom(seed, `lab ${id}`)) },
    oxygenStep: 0,
    treatments: level.treatments.map(createTreatment),
    labsPending: [],
    labResults: [],
    objectives: [],
    tallies: createTallies(),
    endings: createEndingCounters(),
    outcome: null,
  };
  setOxygen(state, level, 0);
  const ticksBefore = ticksOf(level.patient.hoursBefore);
  for (let tick = 0; tick < ticksBefore; tick++) advanceTick(state.y, state.p);
  const values = quantitiesOf(state.y, state.p);
  for (const objective of level.objectives) state.objectives.push(firstStatus(objective, values));
  return state;
}

function createTreatment(): TreatmentState {
  return {
    running: false,
    regimen: '',
    orderedTick: -1,
    nextDoseTick: -1,
    dosesInOrder: 0,
    dosesGiven: 0,
    dosesWithoutUse: 0,
    courseHasUse: false,
    lastDoseTick: -1,
    lastAmount: 0,
  };
}
