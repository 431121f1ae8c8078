/**
 * Small levels whose right marks are known beforehand: few treatments, one gas to breathe, a few days. Who would live is
 * counted over like patients by the exact rules of play (tests/analysis/debrief/knownAnswers.test.ts holds them to it).
 */
import { createGame } from '../../src/engine/createGame.ts';
import { createRecorder, makeLog, recordTick } from '../../src/engine/log.ts';
import { step } from '../../src/engine/step.ts';
import { ticksOf } from '../../src/engine/time.ts';
import type {
  Command,
  DecisionLog,
  Level,
  LevelTreatment,
  Mode,
  TimedCommand,
} from '../../src/engine/types.ts';

const ANTIBIOTIC: LevelTreatment = {
  id: 'antibiotic',
  group: 'infection',
  regimens: [{ id: 'course', amounts: [1], everyHours: 8, doses: 21 }],
  stock: 21,
};
const DEXAMETHASONE: LevelTreatment = {
  id: 'dexamethasone',
  group: 'dampening',
  regimens: [
    { id: 'low', amounts: [6], everyHours: 24, doses: 10 },
    { id: 'high', amounts: [20], everyHours: 24 },
  ],
};
const TOCILIZUMAB: LevelTreatment = {
  id: 'tocilizumab',
  group: 'dampening',
  regimens: [{ id: 'single', amounts: [8], perKg: { maximum: 800 } }],
  stock: 1,
};
const FLUIDS: LevelTreatment = {
  id: 'fluids',
  group: 'support',
  regimens: [{ id: 'bag', amounts: [500] }],
  stock: 2,
  minimumHoursBetweenOrders: 1,
};

function knownLevel(
  id: string,
  trigger: string,
  patient: Level['patient'],
  horizonHours: number,
  treatments: readonly LevelTreatment[],
): Level {
  const text = {
    title: id,
    subtitle: `${trigger}, virtual patient`,
    briefing: 'For tests.',
    lesson: 'For tests.',
  };
  return {
    format: 1,
    id,
    trigger,
    modes: ['student', 'clinician'],
    patient,
    horizonHours,
    treatments,
    oxygen: [{ id: 'highFlow', fio2: 0.6, ventilated: false }],
    labs: [
      { id: 'IL6', turnaroundHours: 2, noise: 0.08 },
      { id: 'CRP', turnaroundHours: 1, noise: 0.05 },
      { id: 'bacterialLoad', turnaroundHours: 12, noise: 0.05 },
    ],
    objectives: [],
    scoring: {
      bodyAlone: { organArea: 60 },
      bestKnown: { organArea: 10, guardArea: 1 },
      guideline: { total: 50 },
    },
    text: { en: text },
    sources: [],
  };
}

/** Bacteria outgrow the body within three days; an antibiotic saves nearly everyone in the first day, half of them at 54 h. */
export const GROWING_SEPSIS: Level = knownLevel(
  'growing-sepsis',
  'sepsis',
  { weightKg: 70, parameters: { kpg: 0.6, wBl: 0.2 }, initial: {}, hoursBefore: 6 },
  120,
  [ANTIBIOTIC, FLUIDS],
);

/** COVID-19 in a lung that hardly any bacteria enter, with a good pressure: what can be given here changes next to nothing. */
export const CLEAN_LUNG: Level = knownLevel(
  'clean-lung',
  'covid19',
  { weightKg: 72, parameters: { wI: 4, seed: 1e-4 }, initial: {}, hoursBefore: 108 },
  168,
  [ANTIBIOTIC, FLUIDS],
);

/** Moderate COVID-19 in a lung that bacteria enter easily: the body alone mostly comes through, a high steroid opens the door. */
export const OPEN_DOOR: Level = knownLevel(
  'open-door',
  'covid19',
  { weightKg: 72, parameters: { wI: 4, seed: 0.02 }, initial: {}, hoursBefore: 108 },
  168,
  [DEXAMETHASONE, TOCILIZUMAB],
);

/**
 * Sepsis that half of such patients survive without a steroid and half with it. The patient played is one of the few for
 * whom six milligrams at 17 h decide: recovered without, dead of the infection with them. Nobody could have known.
 */
export const COIN_TOSS: Level = knownLevel(
  'coin-toss',
  'sepsis',
  {
    weightKg: 72,
    parameters: { kpg: 0.43, wBl: 0.1136, kLu: 0.102, kn6: 0.33, mapE: 30.7, kE: 0.277 },
    initial: {},
    hoursBefore: 10,
  },
  216,
  [{ ...DEXAMETHASONE, regimens: DEXAMETHASONE.regimens.slice(0, 1) }],
);

/**
 * Sepsis in which the antibody is worth a few points over such patients, and the patient played is on the edge: with it
 * the last quarter of his chance is gone.
 */
export const RIGHT_GAMBLE: Level = knownLevel(
  'right-gamble',
  'endotoxinSepsis',
  {
    weightKg: 72,
    parameters: { kpg: 0.4442, wBl: 0.95, kLu: 0.104, kn6: 0.55, mapE: 40, kE: 0.26 },
    initial: {},
    hoursBefore: 5,
  },
  168,
  [TOCILIZUMAB],
);

/** A command with the hour of the level at which it is given. */
export type AtHour = readonly [hour: number, command: Command];

/** Plays the commands and returns the log. Throws when the rules refuse one. */
export function playedLog(
  level: Level,
  given: readonly AtHour[],
  mode: Mode = 'student',
  seed = 1,
): DecisionLog {
  const commands = given.map(([hour, command]): TimedCommand => ({ tick: ticksOf(hour), command }));
  const state = createGame(level, { seed, mode });
  const recorder = createRecorder();
  while (state.outcome === null) {
    const now = commands.filter(({ tick }) => tick === state.tick).map(({ command }) => command);
    recordTick(recorder, state, now);
    step(state, level, now);
  }
  return makeLog(level, state, recorder);
}
