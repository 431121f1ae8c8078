/** Marks in words and numbers. What would give the better choice away is in `answerText` alone. */
import type { Estimate, Mark, Sign } from '../../../analysis/debrief/types.ts';
import type { Command, Level, TimedCommand } from '../../../engine/types.ts';
import { decisionText, treatmentName } from '../../doses.ts';
import { formatNumber } from '../../format.ts';
import { t } from './words.ts';

const TICKS_PER_HOUR = 20;
const POINTS = 100;

/** Hours around a decision within which its question says that it lies. */
const VAGUE_HOURS = 12;

/** Signs by how much they weigh, the heaviest first. */
const BY_WEIGHT: readonly Sign[] = ['??', '?', '?!', '!', ''];

/** Names of the signs as keys of the catalogue and of style classes. */
const SIGN_NAMES = {
  '!': 'good',
  '': 'even',
  '?!': 'dubious',
  '?': 'mistake',
  '??': 'blunder',
} as const satisfies Record<Sign, string>;

/** A change of the chance, a share, below which a decision without a sign changed little. */
const LITTLE = 0.05;

/** Sums of shares that differ by less than this differ by nothing that a reader could see. */
const SEEN = 0.02;

/** What decides between the names of marks that have no sign. */
type Weight = Pick<Mark, 'sign'> & Partial<Pick<Mark, 'gain'>>;

/** True for a decision without a sign that was good all the same: nothing is clearly better, and without it much is lost. */
export function isGood({ sign, gain }: Weight): boolean {
  return sign === '' && !!gain && gain.value >= LITTLE && gain.low > 0;
}

/** True for a decision of which the interval leaves open whether it changed anything. */
function isOpen(mark: Weight): boolean {
  return mark.sign === '' && !!mark.gain && Math.abs(mark.gain.value) >= LITTLE && !isGood(mark);
}

/** The name of a mark as key of the catalogue and of style classes. */
export function nameOf(mark: Weight): (typeof SIGN_NAMES)[Sign] | 'helped' | 'open' {
  if (isGood(mark)) return 'helped';
  return isOpen(mark) ? 'open' : SIGN_NAMES[mark.sign];
}

/** True for a mark that says something. */
export function isNoted(mark: Mark): boolean {
  return mark.sign !== '';
}

/** True for a mark whose answer is worth finding out: something was clearly better than what was done. */
export function isRiddle({ best, sign }: Mark): boolean {
  return best !== null && sign !== '!' && sign !== '';
}

/** Marks with the one that matters most first: by sign, then by what it changed. */
export function byImportance(marks: readonly Mark[]): readonly Mark[] {
  const weight = ({ sign }: Mark): number => BY_WEIGHT.indexOf(sign);
  return marks.toSorted(
    (a, b) => weight(a) - weight(b) || Math.abs(changeOf(b).value) - Math.abs(changeOf(a).value),
  );
}

/** Hour at which a mark is shown. That of a window is its middle: its best moment would give the answer away. */
export function shownHour({ kind, tick, fromTick, toTick }: Mark): number {
  return (kind === 'decision' ? tick : (fromTick + toTick) / 2) / TICKS_PER_HOUR;
}

/** Marks in the order of time; a window stands before a decision of its hour. */
export function byTime(marks: readonly Mark[]): readonly Mark[] {
  return marks.toSorted((a, b) => shownHour(a) - shownHour(b) || a.commandIndex - b.commandIndex);
}

/** What the mark changed in the chance of keeping life, organs and guard, shares: a gain is above 0, a loss below. */
export function changeOf(mark: Mark): Estimate {
  const { sign, loss, gain } = mark;
  if (gain && (sign === '!' || isGood(mark))) return gain;
  return { value: -loss.value, low: -loss.high, high: -loss.low };
}

/** "+9", "−31", "0": whole percentage points with their sign. */
export function pointsText(share: number): string {
  const points = Math.round(POINTS * share);
  return points > 0 ? `+${formatNumber(points, 0)}` : formatNumber(points, 0);
}

/** The sign of a change alone, for a bound of an interval: as pointsText, without a plus. */
function boundText(share: number): string {
  return formatNumber(Math.round(POINTS * share), 0);
}

/** "−38 to −24", the 95 % interval in percentage points. */
export function intervalText({ low, high }: Estimate): string {
  return t('debrief.page.interval', { low: boundText(low), high: boundText(high) });
}

/** Whole hour of the level. */
export function hourOfTick(tick: number): number {
  return Math.round(tick / TICKS_PER_HOUR);
}

/** "28 h". */
export function hourText(tick: number): string {
  return t('debrief.page.hour', { hour: hourOfTick(tick) });
}

/** "30 to 44 h", whole hours that hold the window. */
export function windowText({ fromTick, toTick }: Pick<Mark, 'fromTick' | 'toTick'>): string {
  return t('debrief.page.window', wholeHours(fromTick, toTick));
}

function wholeHours(fromTick: number, toTick: number): { readonly from: number; readonly to: number } {
  return { from: Math.floor(fromTick / TICKS_PER_HOUR), to: Math.ceil(toTick / TICKS_PER_HOUR) };
}

/** Where the question says that the mark lies: a window itself, a decision only within half a day. */
export function vagueHours(mark: Mark): { readonly from: number; readonly to: number } {
  if (mark.kind !== 'decision') return wholeHours(mark.fromTick, mark.toTick);
  const half = VAGUE_HOURS / 2;
  const from = Math.max(0, half * Math.floor((mark.tick / TICKS_PER_HOUR - half / 2) / half));
  return { from, to: from + VAGUE_HOURS };
}

/** A few words for the lane: the name of what was ordered, "Missed", "Drift". */
export function markName(level: Level, mark: Mark): string {
  if (mark.kind === 'missed') return t('debrief.page.missed');
  if (mark.kind === 'drift' || !mark.command) return t('debrief.page.drift');
  return commandName(level, mark.command);
}

function commandName(level: Level, command: Command): string {
  if (command.type === 'order') return treatmentName(command.treatment);
  if (command.type === 'stop') return t('debrief.page.stop', { treatment: treatmentName(command.treatment) });
  if (command.type === 'lab') return t(`hud.lab.${command.test}.name`);
  const rung = level.oxygen[command.step];
  return rung ? t(`hud.oxygen.${rung.id}`) : treatmentName('oxygen');
}

/** The mark in one sentence, as the table and a screen reader give it; it names nothing that was not done. */
export function markSentence(level: Level, mark: Mark): string {
  const change = changeOf(mark);
  const isWindow = mark.kind !== 'decision';
  return t(isWindow ? 'debrief.page.windowSentence' : 'debrief.page.decisionSentence', {
    ...wholeHours(mark.fromTick, mark.toTick),
    hour: hourOfTick(mark.tick),
    name: mark.command ? decisionText(level, mark.command) : markName(level, mark),
    sign: signText(mark),
    change: pointsText(change.value),
    interval: intervalText(change),
  });
}

/** "blunder", "mistake, unclear", "good". */
export function signText(mark: Pick<Mark, 'unclear'> & Weight): string {
  const name = t(`debrief.page.sign.${nameOf(mark)}`);
  return mark.unclear && !isOpen(mark) ? t('debrief.page.unclearSign', { sign: name }) : name;
}

/** The heading of a mark before anything is given away. */
export function questionText(level: Level, mark: Mark): string {
  const values = { ...vagueHours(mark), name: markName(level, mark), hour: hourOfTick(mark.tick) };
  if (mark.kind === 'missed')
    return t(mark.sign === '' ? 'debrief.page.question.maybe' : 'debrief.page.question.missed', values);
  if (mark.kind === 'drift') return t('debrief.page.question.drift', values);
  if (mark.sign === '!') return t('debrief.page.question.good', values);
  if (mark.sign === '') return t(`debrief.page.question.${noSignOf(mark)}`, values);
  return t('debrief.page.question.decision', values);
}

/** Which words fit a mark without a sign. */
function noSignOf(mark: Mark): 'helped' | 'open' | 'even' {
  if (isGood(mark)) return 'helped';
  return isOpen(mark) ? 'open' : 'even';
}

/** One neutral sentence below it: how much, and how sure. */
export function weighedText(mark: Mark): string {
  const { sign, loss, gain } = mark;
  const weighed = gain && (sign === '!' || isGood(mark)) ? gain : loss;
  const values = {
    points: boundText(weighed.value),
    low: boundText(weighed.low),
    high: boundText(weighed.high),
    patients: mark.patients,
  };
  if (sign === '!') return t('debrief.page.weighed.good', values);
  if (isGood(mark)) return t('debrief.page.weighed.helped', values);
  if (sign === '') return t('debrief.page.weighed.even', values);
  return t('debrief.page.weighed.cost', values);
}

/** The best alternative in words. */
export function answerText(level: Level, mark: Mark): string {
  const { best, command, tick, sign } = mark;
  // What is better by less than a mark is not what there is to learn.
  if (!best || sign === '!' || sign === '') return t('debrief.page.answer.nothing');
  const done = command ? decisionText(level, command) : '';
  if (best.type === 'all') return t('debrief.page.answer.all', { count: mark.parts.length });
  if (best.type === 'guideline')
    return t('debrief.page.answer.guideline', { hour: hourOfTick(best.fromTick) });
  if (best.type === 'none') return t('debrief.page.answer.none', { done });
  const values = { done, other: decisionText(level, best.to.command), ...fromTo(tick, best.to) };
  if (best.type === 'move') {
    return t(best.to.tick < tick ? 'debrief.page.answer.earlier' : 'debrief.page.answer.later', values);
  }
  return t(command ? 'debrief.page.answer.instead' : 'debrief.page.answer.missed', values);
}

/** Whom the futures of a mark count: patients alike at its hour, so that the same play keeps more of them at one than at another. */
export function alikeText({ tick }: Pick<Mark, 'tick'>, all: number): string {
  return t('debrief.futures.alikeAt', { all, hour: hourOfTick(tick) });
}

/** Why the two futures lie further apart than the loss of the mark; null where they do not. */
export function furtherText({ kept, loss }: Pick<Mark, 'kept' | 'loss'>): string | null {
  const apart = kept.best - kept.played;
  if (apart <= loss.value + SEEN) return null;
  return t('debrief.futures.further', { apart: boundText(apart), points: boundText(loss.value) });
}

function fromTo(tick: number, to: TimedCommand): { hour: number; was: number; apart: number } {
  const [was, hour] = [hourOfTick(tick), hourOfTick(to.tick)];
  return { hour, was, apart: Math.abs(hour - was) };
}
