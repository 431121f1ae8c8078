/** The whole of one game as plain data. Two equal states go on equally under equal commands. */
import type { RandomState } from '../math/random.ts';
import type { LabResult, Mode, ObjectiveStatus, Outcome, TreatmentState } from './types.ts';

/** Sums and counts that the score is made of. All start at 0. */
export interface Tallies {
  /** SOFA points x hours. */
  sofaHours: number;
  /** Lost share of immune competence x hours. */
  guardLostHours: number;
  /** Ticks with bacteria at or above SECOND_INFECTION. */
  secondInfectionTicks: number;
  commandsGiven: number;
  testsOrdered: number;
  testsTooSoon: number;
  norepinephrineTicksWithoutUse: number;
  oxygenTicksWithoutUse: number;
}

/** What the endings remember. */
export interface EndingCounters {
  /** Physiological reserve, 1 to 0; see endings.ts. */
  reserve: number;
  /** Ticks in a row with bacteria at or above OVERWHELMING_INFECTION. */
  overwhelmedTicks: number;
  /** Rises with each tick of second infection and falls with each tick without, 0 to INFECTION_MEMORY_TICKS. */
  infectionBalance: number;
  /** Ticks in a row in which every criterion of recovery held. */
  wellTicks: number;
  /** True once one of the patient's own criteria of recovery did not hold. */
  hasBeenIll: boolean;
  /** Lowest PaO2/FiO2 so far, mmHg. */
  lowestPF: number;
}

export interface EngineState {
  /** Ticks since the player took over. */
  tick: number;
  readonly mode: Mode;
  readonly seed: number;
  /** Species, in the order of SPECIES. */
  readonly y: Float64Array;
  /** Parameters, in the order of PARAMETERS. */
  readonly p: Float64Array;
  /** One random stream for each test, in the order of level.labs: what is ordered beside it changes no result. */
  readonly streams: { readonly labs: readonly RandomState[] };
  /** Index into level.oxygen. */
  oxygenStep: number;
  /** In the order of level.treatments. */
  readonly treatments: TreatmentState[];
  /** Samples under way, in the order in which they were sent. */
  labsPending: LabResult[];
  /** Results that have arrived, oldest first. */
  labResults: LabResult[];
  /** Where each objective stands, in the order of level.objectives. */
  readonly objectives: ObjectiveStatus[];
  readonly tallies: Tallies;
  readonly endings: EndingCounters;
  outcome: Outcome | null;
}

/** A state that shares nothing with `state` that either may change. */
export function cloneState(state: EngineState): EngineState {
  return {
    ...state,
    y: state.y.slice(),
    p: state.p.slice(),
    streams: { labs: state.streams.labs.map((stream) => stream.slice()) },
    treatments: state.treatments.map((treatment) => ({ ...treatment })),
    labsPending: state.labsPending.slice(),
    labResults: state.labResults.slice(),
    objectives: state.objectives.slice(),
    tallies: { ...state.tallies },
    endings: { ...state.endings },
  };
}
