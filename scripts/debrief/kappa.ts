/** How far two debriefs of one log, made with other virtual patients, say the same. */
import type { Debrief, Mark } from '../../src/analysis/debrief/types.ts';

/** What a mark says: its sign, or that this is unclear. */
export type Label = Mark['sign'] | 'unclear';

/** What two debriefs say of the same decision or the same hours. */
export type LabelPair = readonly [Label, Label];

/** The label that a player sees; nothing where there is no mark. */
export function labelOf(mark: Mark | undefined): Label {
  if (mark === undefined) return '';
  return mark.unclear ? 'unclear' : mark.sign;
}

/** The sign alone, which for an unclear mark is the likeliest. */
export function signOf(mark: Mark | undefined): Label {
  return mark === undefined ? '' : mark.sign;
}

/**
 * Cohen's kappa (Cohen 1960, Educ Psychol Meas 20:37): agreement beyond what chance would give to raters who use the
 * labels as often as these did. 1 where both only ever used the same one label.
 *
 * @returns NaN without pairs
 */
export function cohensKappa(pairs: readonly LabelPair[]): number {
  const share = (test: (pair: LabelPair) => boolean): number => pairs.filter(test).length / pairs.length;
  const labels = [...new Set(pairs.flat())];
  const seen = share(([a, b]) => a === b);
  const byChance = labels.reduce(
    (sum, label) => sum + share(([a]) => a === label) * share(([, b]) => b === label),
    0,
  );
  return byChance === 1 ? 1 : (seen - byChance) / (1 - byChance);
}

/**
 * Pairs of labels: one for each decision that either debrief marks, one for the drift where either sees one, and one
 * for each missed window. Windows belong together when they overlap, the longest overlap first; a window without a
 * partner is paired with nothing said.
 */
export function pairLabels(
  one: Pick<Debrief, 'marks'>,
  other: Pick<Debrief, 'marks'>,
  read: (mark: Mark | undefined) => Label = labelOf,
): LabelPair[] {
  const named = (marks: readonly Mark[]): Map<string, Mark> =>
    new Map(marks.filter(({ kind }) => kind !== 'missed').map((mark) => [mark.id, mark]));
  const [left, right] = [named(one.marks), named(other.marks)];
  const ids = [...new Set([...left.keys(), ...right.keys()])];
  return [
    ...ids.map((id): LabelPair => [read(left.get(id)), read(right.get(id))]),
    ...pairWindows(one.marks, other.marks).map(([a, b]): LabelPair => [read(a), read(b)]),
  ];
}

type MarkPair = readonly [Mark | undefined, Mark | undefined];

function pairWindows(one: readonly Mark[], other: readonly Mark[]): MarkPair[] {
  const left = new Set(one.filter(({ kind }) => kind === 'missed'));
  const right = new Set(other.filter(({ kind }) => kind === 'missed'));
  const overlaps = [...left]
    .flatMap((a) => [...right].map((b) => ({ a, b, ticks: overlapOf(a, b) })))
    .filter(({ ticks }) => ticks > 0)
    .sort((x, y) => y.ticks - x.ticks);
  const pairs: MarkPair[] = [];
  for (const { a, b } of overlaps) {
    if (!left.has(a) || !right.has(b)) continue;
    left.delete(a);
    right.delete(b);
    pairs.push([a, b]);
  }
  return [
    ...pairs,
    ...[...left].map((a): MarkPair => [a, undefined]),
    ...[...right].map((b): MarkPair => [undefined, b]),
  ];
}

/** Ticks that two windows share, both ends included. */
function overlapOf(a: Mark, b: Mark): number {
  return Math.min(a.toTick, b.toTick) - Math.max(a.fromTick, b.fromTick) + 1;
}
