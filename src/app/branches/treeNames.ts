/** Names that trees and branches begin with; the player may give others. */
import type { Level } from '../../engine/types.ts';
import { TICKS_PER_HOUR } from '../../model/course.ts';
import { t } from '../../text/catalogue.ts';
import type { BranchTree } from './types.ts';

const HOURS_PER_DAY = 24;

/** "day 3, 04:20" for a tick of the level. */
function momentOf(tick: number): string {
  const minutes = Math.round((tick / TICKS_PER_HOUR) * 60);
  const two = (part: number): string => String(part).padStart(2, '0');
  const time = `${two(Math.floor(minutes / 60) % HOURS_PER_DAY)}:${two(minutes % 60)}`;
  return t('page.replay.moment', { day: Math.floor(minutes / (60 * HOURS_PER_DAY)), time });
}

/** A tree is called by its level; a number tells a second one apart. */
export function firstTreeName(level: Level | undefined, trees: readonly BranchTree[]): string {
  const title = level?.text.en?.title ?? t('app.branches.tree');
  return numbered(
    title,
    trees.map(({ name }) => name),
  );
}

/** A branch is called by the moment at which it leaves its parent. */
export function firstBranchName(forkTick: number, tree: BranchTree): string {
  return numbered(
    t('app.branches.from', { moment: momentOf(forkTick) }),
    tree.branches.map(({ name }) => name),
  );
}

function numbered(name: string, taken: readonly string[]): string {
  let count = 1;
  const candidate = (): string => (count === 1 ? name : t('app.branches.numbered', { name, number: count }));
  while (taken.includes(candidate())) count += 1;
  return candidate();
}
