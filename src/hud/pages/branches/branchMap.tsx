import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { branchOf, type TreeRow, treeRows } from '../../../app/branches/tree.ts';
import type { BranchTree } from '../../../app/branches/types.ts';
import { t } from '../../../app/branches/words.ts';
import { useMediaQuery } from '../../useLayout.ts';
import { momentText } from '../words.ts';
import { branchPath, dayShare, MAP_WIDTH, mapDays, mapX, rowForKey } from './mapGeometry.ts';
import { OutcomeSign } from './outcomeSign.tsx';

interface BranchMapProps {
  readonly tree: BranchTree;
  readonly horizonHours: number;
  /** Id of the branch that is looked at. */
  readonly chosen: string;
  readonly choose: (branchId: string) => void;
  /** Enter on a branch. */
  readonly watch: (branchId: string) => void;
}

/** The tree over the time of its level. One row a branch, walked with the keys of a tree. */
export function BranchMap({ tree, horizonHours, chosen, choose, watch }: BranchMapProps): VNode {
  const list = useRef<HTMLDivElement>(null);
  const rows = treeRows(tree);
  const at = Math.max(
    rows.findIndex(({ branch }) => branch.id === chosen),
    0,
  );
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = rowForKey(rows, at, event.key);
    const here = rows[at];
    if (event.key === 'Enter' && here) watch(here.branch.id);
    else if (next === null) return;
    else {
      const id = rows[next]?.branch.id ?? '';
      choose(id);
      list.current?.querySelector<HTMLElement>(`[data-branch="${id}"]`)?.focus();
    }
    event.preventDefault();
  };
  return (
    <div class="branch-map" style={{ '--rows': rows.length }}>
      <Axis horizonHours={horizonHours} />
      <div class="branch-lines">
        <svg viewBox={`0 0 ${MAP_WIDTH} ${rows.length}`} preserveAspectRatio="none" aria-hidden="true">
          {rows.map(({ branch }, index) => (
            <path
              key={branch.id}
              class={`branch-line branch-line-${branch.log.outcome}${index === at ? ' chosen' : ''}`}
              d={branchPath(rows, index, horizonHours)}
            />
          ))}
        </svg>
      </div>
      <div
        class="branch-rows"
        role="tree"
        aria-label={t('branches.page.tree', { name: tree.name })}
        ref={list}
        onKeyDown={onKey}
      >
        {rows.map((row, index) => (
          <Row
            key={row.branch.id}
            tree={tree}
            row={row}
            horizonHours={horizonHours}
            isChosen={index === at}
            choose={choose}
          />
        ))}
      </div>
    </div>
  );
}

function Axis({ horizonHours }: { readonly horizonHours: number }): VNode {
  const isNarrow = useMediaQuery('(max-width: 48em)');
  return (
    <div class="branch-axis" aria-hidden="true">
      {mapDays(horizonHours, isNarrow ? 5 : 11).map((day) => (
        <span key={day} class="number" style={{ left: `${100 * dayShare(day, horizonHours)}%` }}>
          {day === 0 ? t('hud.timeline.day', { day }) : day}
        </span>
      ))}
    </div>
  );
}

interface RowProps {
  readonly tree: BranchTree;
  readonly row: TreeRow;
  readonly horizonHours: number;
  readonly isChosen: boolean;
  readonly choose: (branchId: string) => void;
}

function Row({ tree, row, horizonHours, isChosen, choose }: RowProps): VNode {
  const { branch, level } = row;
  const siblings = treeRows(tree).filter((other) => other.branch.parent === branch.parent);
  const parent = branch.parent === null ? null : branchOf(tree, branch.parent);
  const left = parent
    ? t('branches.page.leaves', { parent: parent.name, moment: momentText(branch.forkTick) })
    : t('branches.page.isRoot');
  const outcome = t(`page.outcome.${branch.log.outcome}`);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree around it takes the keys of all its rows
    <div
      role="treeitem"
      data-branch={branch.id}
      class={isChosen ? 'branch-row chosen' : 'branch-row'}
      aria-level={level}
      aria-setsize={siblings.length}
      aria-posinset={siblings.findIndex((other) => other.branch.id === branch.id) + 1}
      aria-selected={isChosen}
      tabIndex={isChosen ? 0 : -1}
      onClick={() => choose(branch.id)}
    >
      <span class="branch-name" style={{ '--level': level - 1 }}>
        {branch.name}
      </span>
      <span class="unseen">{`. ${left} ${outcome}. ${t('branches.compare.score')} `}</span>
      <span class="branch-track">
        <span
          class="branch-end"
          style={{ left: `${(100 * mapX(branch.log.endTick, horizonHours)) / MAP_WIDTH}%` }}
          title={outcome}
        >
          <OutcomeSign outcome={branch.log.outcome} />
          <b class="number">{branch.log.score}</b>
        </span>
      </span>
    </div>
  );
}
