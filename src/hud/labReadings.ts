/** What the laboratory can say, in either mode. A number that was not measured is never in here. */
import type { GameView } from '../app/types.ts';
import type { LabId, LabView } from '../engine/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { formatConcentration, formatNumber } from './format.ts';
import { type Judgement, judgeLab } from './limits.ts';

/** Lower limit of detection of the cultures and of PCR, log10 per mL. */
const DETECTION = { viralLoad: 2, bacterialLoad: 2 } as const;

const TICKS_PER_HOUR = 20;

export interface LabReading {
  readonly test: LabId;
  /** The value as text, or null when nothing was measured. */
  readonly text: string | null;
  readonly judgement: Judgement | null;
  /** Whole minutes since the sample was taken; 0 in student mode. */
  readonly ageHours: number;
  /** Hours until a pending result, or null. */
  readonly dueHours: number | null;
}

/** Value of a test as it is written: "14", "1.1", "below 2". */
export function labText(test: LabId, value: number): string {
  if (test === 'viralLoad' || test === 'bacterialLoad') {
    return value < DETECTION[test] ? `<${DETECTION[test]}` : formatNumber(value, 1);
  }
  if (test === 'PF' || test === 'creatinine' || test === 'ferritin' || test === 'CRP')
    return formatNumber(value, 0);
  if (test === 'troponin') return formatNumber(value, 0);
  if (test === 'C') return formatNumber(value, 2);
  if (test === 'A') return formatNumber(100 * value, value < 0.0995 ? 1 : 0);
  if (test === 'lactate') return formatNumber(value, 1);
  return formatConcentration(value);
}

/** The tests of a level in the order of the bedside. */
export function testsOf(game: GameView): readonly LabId[] {
  const offered = new Set(game.level.labs.map(({ id }) => id));
  return LAB_ORDER.filter((test) => offered.has(test));
}

export const LAB_ORDER: readonly LabId[] = [
  'IL6',
  'TNF',
  'G',
  'CRP',
  'ferritin',
  'lactate',
  'creatinine',
  'troponin',
  'PF',
  'viralLoad',
  'bacterialLoad',
  'C',
  'A',
];

function labView(game: GameView, test: LabId): LabView | undefined {
  return game.now.labs.find((lab) => lab.test === test);
}

/** The newest known value of a test. */
export function labReading(game: GameView, test: LabId): LabReading {
  if (game.mode === 'student') {
    const value = game.now.values[Q[test]] ?? Number.NaN;
    return {
      test,
      text: labText(test, value),
      judgement: judgeLab(test, value),
      ageHours: 0,
      dueHours: null,
    };
  }
  const view = labView(game, test);
  const last = view?.results.at(-1);
  const dueHours = view && view.readyHour >= 0 ? view.readyHour - game.now.hour : null;
  if (!last) return { test, text: null, judgement: null, ageHours: 0, dueHours };
  const ageHours = game.now.hour - last.orderedTick / TICKS_PER_HOUR;
  return { test, text: labText(test, last.value), judgement: judgeLab(test, last.value), ageHours, dueHours };
}

export interface Point {
  readonly hour: number;
  readonly value: number;
}

/** Known points of a quantity, oldest first: every sample in student mode, measured ones otherwise. */
export function knownPoints(game: GameView, test: LabId): readonly Point[] {
  if (game.mode === 'clinician') {
    const results = labView(game, test)?.results ?? [];
    return results.map((result) => ({ hour: result.orderedTick / TICKS_PER_HOUR, value: result.value }));
  }
  const series = game.trend.series[Q[test]] ?? [];
  return game.trend.hours.map((hour, index) => ({ hour, value: series[index] ?? Number.NaN }));
}

/** The last known value, or null. */
export function lastKnown(game: GameView, test: LabId): number | null {
  if (game.mode === 'student') return game.now.values[Q[test]] ?? null;
  return labView(game, test)?.results.at(-1)?.value ?? null;
}

/** How many tests stand outside their limits for action. */
export function abnormalCount(game: GameView): number {
  return testsOf(game).filter((test) => labReading(game, test).judgement?.level === 'alarm').length;
}

/** "high", "very low", or ''. */
export function flagText(judgement: Judgement | null): string {
  if (!judgement || judgement.direction === 'within') return '';
  const isHigh = judgement.direction === 'high';
  if (judgement.level === 'alarm') return t(isHigh ? 'hud.lab.flag.veryHigh' : 'hud.lab.flag.veryLow');
  return t(isHigh ? 'hud.lab.flag.high' : 'hud.lab.flag.low');
}
