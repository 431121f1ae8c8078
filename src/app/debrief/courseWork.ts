/** Courses of the level's own patient, as a worker makes them: what goes in and out is plain data. */
import { guideline } from '../../analysis/guideline.ts';
import { decideHourly } from '../../analysis/policy.ts';
import { type Refusal, replayLog } from '../../engine/replay.ts';
import { fromCommands } from '../../engine/simulate.ts';
import type { DecisionLog, Level, Mode, TimedCommand } from '../../engine/types.ts';
import { InvariantError } from '../../model/course.ts';
import {
  afterEnd,
  type CourseLine,
  changeCourse,
  followCourse,
  type Middle,
  middleOf,
  type RefusedCommand,
} from './courseLine.ts';
import type { Course } from './types.ts';

/** A game to look back at: the level, and what decides the noise of its assays. */
export interface CourseSetting {
  readonly level: Level;
  readonly mode: Mode;
  readonly seed: number;
}

/** The course of other commands, and those of them that cannot be given in it. */
export interface ChangedCourse {
  readonly course: Course;
  readonly leftOut: readonly RefusedCommand[];
}

/** Null where the patient leaves the domain of the model. */
export interface CourseWork {
  /** Every other call is about this game, until the next one. */
  setSubject(setting: CourseSetting, commands: readonly TimedCommand[]): void;
  /** Simulates a log of the level against its checkpoints. */
  courseOfLog(log: DecisionLog): Course | Refusal;
  bodyAlone(): Course | null;
  guideline(): Course | null;
  /** The subject with other commands, in the order of ticks. */
  change(commands: readonly TimedCommand[]): ChangedCourse | null;
  /** Where a game begins that leaves these commands at a tick. */
  middle(commands: readonly TimedCommand[], tick: number): Middle | null;
}

interface Subject {
  readonly setting: CourseSetting;
  readonly played: CourseLine;
  /** The last changed course: the next one differs from it by little, as the hand moves. */
  changed: CourseLine;
}

export function createCourseWork(): CourseWork {
  let subject: Subject | null = null;
  const current = (): Subject => {
    if (!subject) throw new Error('A course was asked for before there was a game to look back at.');
    return subject;
  };
  const change = (commands: readonly TimedCommand[]): CourseLine => {
    const { setting, changed } = current();
    const line = changeCourse(setting.level, changed, commands);
    current().changed = line;
    return line;
  };
  return {
    setSubject(setting, commands) {
      const played = followCourse(setting.level, setting, fromCommands(commands));
      subject = { setting, played, changed: played };
    },
    courseOfLog(log) {
      const { level } = current().setting;
      const replayed = replayLog(level, log);
      return replayed.ok ? followCourse(level, log, fromCommands(log.commands)).course : replayed;
    },
    bodyAlone: () =>
      withinModel(() => followCourse(current().setting.level, current().setting, () => []).course),
    guideline: () =>
      withinModel(() => {
        const { setting } = current();
        return followCourse(setting.level, setting, decideHourly(setting.level, guideline)).course;
      }),
    change: (commands) =>
      withinModel(() => {
        const line = change(commands);
        return { course: line.course, leftOut: [...line.refused, ...afterEnd(line, commands)] };
      }),
    middle: (commands, tick) => withinModel(() => middleOf(current().setting.level, change(commands), tick)),
  };
}

function withinModel<T>(simulate: () => T): T | null {
  try {
    return simulate();
  } catch (error) {
    if (error instanceof InvariantError) return null;
    throw error;
  }
}
