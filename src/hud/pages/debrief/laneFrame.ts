/** From marks to the drawing of the lane: which badges, which words, which axis. */
import type { Mark } from '../../../analysis/debrief/types.ts';
import type { Level } from '../../../engine/types.ts';
import type { TimeFrame } from './chartFrame.ts';
import { roughWidth } from './labelPlaces.ts';
import { type LaneLayout, type LanePlace, layOutLane } from './laneLayout.ts';
import { byImportance, changeOf, isGood, isNoted, markName, pointsText, shownHour } from './markWords.ts';

const POINTS = 100;

/** Sizes in rem. */
const BADGE = 1.875;
const GAP = 0.3;
const PIP = 0.875;
const LETTERS = 0.78;

/** Most rows of badges, and of the dots of decisions that changed little. */
const MOST_ROWS = 3;

export interface Lane {
  /** Marks with a sign, and below them those without. */
  readonly badges: LaneLayout;
  readonly pips: LaneLayout;
  /** Places by id of mark. */
  readonly places: ReadonlyMap<string, LanePlace>;
  readonly axis: LaneAxis;
}

/** Percentage points; 0 is always on it. */
export interface LaneAxis {
  readonly low: number;
  readonly high: number;
  readonly ticks: readonly number[];
}

/** Beyond so many decisions that changed little, their names would say less than the room they take. */
const MOST_NAMED = 14;

export function laneOf(level: Level, marks: readonly Mark[], time: TimeFrame): Lane {
  const { left, right, rem, x } = time;
  const bounds = { left: left - 0.9 * rem, right: right + 0.9 * rem, gap: GAP * rem, mostRows: MOST_ROWS };
  const namesEven = marks.length - marks.filter(isNoted).length <= MOST_NAMED;
  const items = byImportance(marks).map((mark) => ({
    id: mark.id,
    x: x(shownHour(mark)),
    labelWidth: isNoted(mark) || isGood(mark) || namesEven ? labelWidth(level, mark, rem) : 0,
    noted: isNoted(mark),
  }));
  const badges = layOutLane(
    items.filter(({ noted }) => noted),
    { ...bounds, badge: BADGE * rem },
  );
  const pips = layOutLane(
    items.filter(({ noted }) => !noted),
    { ...bounds, badge: PIP * rem, gap: 2 },
  );
  const places = new Map([...badges.places, ...pips.places].map((place) => [place.id, place]));
  return { badges, pips, places, axis: axisOf(marks.filter(isNoted)) };
}

function labelWidth(level: Level, mark: Mark, rem: number): number {
  const [name, points] = [markName(level, mark), pointsText(changeOf(mark).value)];
  // Beside a dot, name and points stand on one line; beside a badge, one below the other.
  if (isGood(mark)) return roughWidth(`${name} ${points}`, LETTERS * rem);
  if (!isNoted(mark)) return roughWidth(name, LETTERS * rem);
  return Math.max(roughWidth(name, LETTERS * rem), roughWidth(points, LETTERS * rem));
}

/** Steps of the axis: as few as say something. */
const STEPS = [5, 10, 20, 25, 50];
const MOST_STEPS = 3.5;

function axisOf(marks: readonly Mark[]): LaneAxis {
  const changes = marks.map(changeOf);
  const least = Math.min(-POINTS / 10, ...changes.map(({ low }) => low * POINTS));
  const most = Math.max(0, ...changes.map(({ high }) => high * POINTS));
  const step = STEPS.find((size) => (most - least) / size <= MOST_STEPS) ?? 50;
  const first = Math.ceil(least / step);
  const count = Math.floor(most / step) - first + 1;
  return {
    low: least,
    high: most,
    ticks: Array.from({ length: count }, (_, index) => (first + index) * step),
  };
}
