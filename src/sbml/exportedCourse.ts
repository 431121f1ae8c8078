/** What is exported: a patient at the start of the illness, and everything that was done to the patient since. */
import { createGame } from '../engine/createGame.ts';
import { fromCommands, simulate } from '../engine/simulate.ts';
import type { EngineState } from '../engine/state.ts';
import { ticksOf } from '../engine/time.ts';
import type { DecisionLog, EngineEvent, Level } from '../engine/types.ts';
import { TICKS_PER_HOUR } from '../model/course.ts';
import { DOSE_DEFINITIONS } from '../model/definition/doses.ts';
import { RATE_DEFINITIONS } from '../model/definition/rates.ts';
import { Q, SPECIES, type SpeciesId } from '../model/generated/system.ts';
import { triggerSetup } from '../model/triggers.ts';
import { t } from './words.ts';

/** One thing done at one moment: a dose adds `value` to a species, a setting makes it `value`. */
export interface Intervention {
  /** Hours since the start of the illness. */
  readonly hour: number;
  readonly kind: 'dose' | 'setting';
  readonly species: SpeciesId;
  /** In the unit of the species. */
  readonly value: number;
  /** What was given or set, for people. */
  readonly name: string;
}

export interface ExportedCourse {
  /** Letters, digits and underscores, not beginning with a digit. */
  readonly id: string;
  readonly name: string;
  /** What the course is, in sentences. */
  readonly notes: readonly string[];
  /** In the order of PARAMETERS. */
  readonly parameters: Float64Array;
  /** State at the start of the illness, in the order of SPECIES. */
  readonly initial: Float64Array;
  /** In the order in which they were done. */
  readonly interventions: readonly Intervention[];
  /** Hours of illness at which the part that was played or shown begins and ends. */
  readonly startHour: number;
  readonly endHour: number;
}

/** What decides a game, as a decision log holds it. */
export type PlayedGame = Pick<DecisionLog, 'seed' | 'mode' | 'commands'>;

/** Hours that a trigger without a level is shown: 28 days, the horizon of most trials. */
const TRIGGER_HOURS = 672;

/** Settings of the bedside: species whose rate is 0, so that only a command or the nurse moves them. */
const SETTINGS = RATE_DEFINITIONS.filter(({ expression }) => expression === '0').map(
  ({ species }) => species as SpeciesId,
);

/** An identifier of SBML made of a name of ours. */
function sbmlId(name: string): string {
  return `stormward_${name.replace(/[^A-Za-z0-9]+/g, '_')}`;
}

/** The untreated illness of a trigger. Throws on an unknown trigger, which a host must have checked. */
export function courseOfTrigger(trigger: string, name: string): ExportedCourse {
  const { parameters, initial } = triggerSetup(trigger);
  return {
    id: sbmlId(trigger),
    name,
    notes: [t('sbml.untreated')],
    parameters,
    initial,
    interventions: [],
    startHour: 0,
    endHour: TRIGGER_HOURS,
  };
}

/** The patient of a level, on the first step of the oxygen ladder and otherwise untreated. */
export function courseOfLevel(level: Level, name: string): ExportedCourse {
  const { y, p } = atOnset(level);
  const { hoursBefore } = level.patient;
  return {
    id: sbmlId(level.id),
    name,
    notes: [t('sbml.untreatedPatient', { hour: hoursBefore })],
    parameters: p,
    initial: y,
    interventions: [],
    startHour: hoursBefore,
    endHour: hoursBefore + level.horizonHours,
  };
}

/**
 * The patient of a level and what was done in a game: doses when they came due, oxygen, renal replacement, and
 * norepinephrine as the nurse set it.
 *
 * @param log a log that `replayLog` accepts for this level
 */
export function courseOfLog(level: Level, log: PlayedGame, name: string): ExportedCourse {
  const course = courseOfLevel(level, name);
  const ticksBefore = ticksOf(level.patient.hoursBefore);
  const interventions: Intervention[] = [];
  let settings = SETTINGS.map((id) => course.initial[Q[id]] as number);
  const { state } = simulate(level, {
    seed: log.seed,
    mode: log.mode,
    decide: fromCommands(log.commands),
    onTick: (now, events) => {
      // Called after the step, which began one tick ago with what was done at its boundary.
      const hour = (ticksBefore + now.tick - 1) / TICKS_PER_HOUR;
      interventions.push(...changedSettings(settings, now, hour), ...dosesAmong(events, hour));
      settings = SETTINGS.map((id) => now.y[Q[id]] as number);
    },
  });
  const endHour = (ticksBefore + state.tick) / TICKS_PER_HOUR;
  const notes = [t('sbml.played', { start: course.startHour, end: endHour })];
  return { ...course, notes, interventions, endHour };
}

/** The game before the illness has run its hours without the player. */
function atOnset(level: Level): EngineState {
  const mode = level.modes[0] ?? 'student';
  return createGame({ ...level, patient: { ...level.patient, hoursBefore: 0 } }, { seed: 0, mode });
}

function changedSettings(before: readonly number[], { y }: EngineState, hour: number): Intervention[] {
  return SETTINGS.flatMap((species, index) => {
    const value = y[Q[species]] as number;
    if (value === before[index]) return [];
    return [{ hour, kind: 'setting' as const, species, value, name: `${species} ${value}` }];
  });
}

function dosesAmong(events: readonly EngineEvent[], hour: number): Intervention[] {
  return events.flatMap((event) => {
    if (event.type !== 'dose') return [];
    const { treatment, amount } = event;
    const dose = DOSE_DEFINITIONS.find((entry) => entry.treatment === treatment);
    if (dose === undefined) throw new Error(`${treatment} is not given as doses`);
    const species = SPECIES.find((id) => id === dose.species) as SpeciesId;
    const name = `${treatment} ${amount} ${dose.unit}`;
    return [{ hour, kind: 'dose' as const, species, value: amount * dose.factor, name }];
  });
}
