/** What a mark is about: which treatment, and what was wrong or right with it at that moment. No words in here. */
import type { Change, Mark } from '../../analysis/debrief/types.ts';
import { hoursOf } from '../../engine/time.ts';
import type { Command, Level, Regimen, Snapshot, TreatmentId } from '../../engine/types.ts';
import { isDoseUseful } from '../../engine/usefulness.ts';
import { momentOf, sampleAt } from './courseMoment.ts';
import { orderedAt } from './orderTimes.ts';
import type { Course } from './types.ts';

/** 'every': no treatment in particular. The ventilator is told apart from the lower steps of the oxygen ladder. */
export type Subject = TreatmentId | 'oxygen' | 'ventilator' | 'every';

export type Situation =
  | 'missed'
  /** Ordered at the one good moment. */
  | 'right'
  | 'tooLate'
  | 'tooEarly'
  /** The better regimen gives more. */
  | 'tooLittle'
  /** The better regimen gives less, or none, although the dose had something to act on. */
  | 'tooMuch'
  /** The dose had nothing to act on. */
  | 'withoutUse'
  /** The same, and something was lost by it. */
  | 'harmful'
  | 'stoppedEarly'
  /** Not stopped, or stopped late. */
  | 'stopMissed'
  | 'harmless'
  /** No single order was enough. */
  | 'several'
  | 'test'
  | 'drift';

export interface Case {
  readonly subject: Subject;
  readonly situation: Situation;
}

/** The patient of a course at the tick of a mark, before what is done at that tick. */
export function momentOfMark(level: Level, course: Course, mark: Pick<Mark, 'tick'>): Snapshot {
  const sampled = momentOf(level, course, sampleAt(course, hoursOf(mark.tick)));
  return { ...sampled, ...orderedAt(level, course.commands, mark.tick) };
}

/** Tells the case of a mark. `moment` is that of {@link momentOfMark}. */
export function caseOf(mark: Mark, level: Level, moment: Snapshot): Case {
  const { kind, command, best, sign } = mark;
  if (kind === 'drift') return { subject: 'every', situation: 'drift' };
  if (kind === 'missed' || command === null) {
    const missing = caseOfAbsence(best, level, moment);
    return missing.situation === 'missed' && isGivenLater(mark)
      ? { ...missing, situation: 'tooLate' }
      : missing;
  }
  if (command.type === 'lab') return { subject: 'every', situation: 'test' };
  if (sign === '!' || isHelp(mark)) return caseOfRight(command, level, moment);
  if (best === null || sign === '') {
    const isSpent = command.type === 'order' && isIdle(command.treatment, moment);
    return isSpent
      ? { subject: command.treatment, situation: 'withoutUse' }
      : { subject: 'every', situation: 'harmless' };
  }
  if (command.type === 'stop') return caseOfStop(command.treatment, best, mark.tick);
  if (command.type === 'oxygen') return caseOfOxygen(command.step, best, mark.tick, level, moment);
  return caseOfOrder(command, best, mark.tick, level, moment);
}

/** Share by which a decision without a sign must have raised the chance to be told as one that helped. */
const HELP = 0.05;

/** True when nothing was lost by a decision, and something without it. */
function isHelp({ sign, gain }: Mark): boolean {
  return sign === '' && gain !== null && gain.value >= HELP;
}

/** True when the player ordered later what was missing here: it was not left out, it came too late. */
function isGivenLater({ best, bestCommands }: Mark): boolean {
  if (best?.type !== 'order' || best.to.command.type !== 'order') return false;
  const { tick, command } = best.to;
  return bestCommands.some(
    (given) =>
      given.tick > tick && given.command.type === 'order' && given.command.treatment === command.treatment,
  );
}

/** True when a dose given now would have nothing to act on. */
function isIdle(treatment: TreatmentId, { values, oxygenStep }: Snapshot): boolean {
  return !isDoseUseful(treatment, values, oxygenStep);
}

/** What should have been done and was not. */
function caseOfAbsence(best: Change | null, level: Level, moment: Snapshot): Case {
  if (best === null || best.type === 'none') return { subject: 'every', situation: 'harmless' };
  if (best.type === 'guideline' || best.type === 'all') return { subject: 'every', situation: 'several' };
  const wanted = best.to.command;
  if (wanted.type === 'lab') return { subject: 'every', situation: 'test' };
  if (wanted.type === 'order') return { subject: wanted.treatment, situation: 'missed' };
  if (wanted.type === 'stop') return { subject: wanted.treatment, situation: 'stopMissed' };
  const isMore = wanted.step > moment.oxygenStep;
  return {
    subject: rungOf(level, Math.max(wanted.step, moment.oxygenStep)),
    situation: isMore ? 'missed' : 'stopMissed',
  };
}

function caseOfRight(command: Exclude<Command, { type: 'lab' }>, level: Level, moment: Snapshot): Case {
  if (command.type === 'order') return { subject: command.treatment, situation: 'right' };
  if (command.type === 'stop') return { subject: command.treatment, situation: 'stopMissed' };
  return {
    subject: rungOf(level, Math.max(command.step, moment.oxygenStep)),
    situation: command.step > moment.oxygenStep ? 'right' : 'stopMissed',
  };
}

/*
 * A decision in whose place another order would have been better is held against that order beside it, so what is lost
 * is the decision's own doing: the case is that of what was done, not of what was better.
 */

function caseOfStop(subject: TreatmentId, best: Change, tick: number): Case {
  const isLate = best.type === 'move' && best.to.tick < tick;
  return { subject, situation: isLate ? 'stopMissed' : 'stoppedEarly' };
}

function caseOfOxygen(step: number, best: Change, tick: number, level: Level, moment: Snapshot): Case {
  const isMore = step > moment.oxygenStep;
  const subject = rungOf(level, Math.max(step, moment.oxygenStep));
  if (best.type === 'move') {
    const later = best.to.tick > tick;
    if (isMore) return { subject, situation: later ? 'tooEarly' : 'tooLate' };
    return { subject, situation: later ? 'stoppedEarly' : 'stopMissed' };
  }
  if (best.type === 'order' && best.to.command.type === 'oxygen') {
    const wanted = best.to.command.step;
    return {
      subject: rungOf(level, Math.max(wanted, step)),
      situation: wanted > step ? 'tooLittle' : 'tooMuch',
    };
  }
  return { subject, situation: isMore ? 'tooMuch' : 'stoppedEarly' };
}

function caseOfOrder(
  { treatment: subject, regimen }: Extract<Command, { type: 'order' }>,
  best: Change,
  tick: number,
  level: Level,
  moment: Snapshot,
): Case {
  if (best.type === 'move') return { subject, situation: best.to.tick > tick ? 'tooEarly' : 'tooLate' };
  if (best.type === 'order' && best.to.command.type === 'order' && best.to.command.treatment === subject) {
    const isMore =
      courseAmount(level, subject, best.to.command.regimen) > courseAmount(level, subject, regimen);
    return { subject, situation: isMore ? 'tooLittle' : 'tooMuch' };
  }
  return { subject, situation: isIdle(subject, moment) ? 'harmful' : 'tooMuch' };
}

/** What a regimen gives in all, in the treatment's unit or per kg; Infinity when it goes on until it is stopped. */
function courseAmount(level: Level, treatment: TreatmentId, id: string): number {
  const regimens = level.treatments.find((entry) => entry.id === treatment)?.regimens ?? [];
  const regimen = regimens.find((entry) => entry.id === id);
  return regimen ? sumOf(regimen) : 0;
}

function sumOf({ amounts, everyHours, doses }: Regimen): number {
  if (everyHours === undefined) return amounts[0] ?? 0;
  if (doses === undefined) return Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let dose = 0; dose < doses; dose += 1) sum += amounts[Math.min(dose, amounts.length - 1)] ?? 0;
  return sum;
}

function rungOf(level: Level, step: number): Subject {
  return level.oxygen[step]?.ventilated ? 'ventilator' : 'oxygen';
}
