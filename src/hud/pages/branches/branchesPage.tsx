import './branches.css';
import type { VNode } from 'preact';
import { branchOf } from '../../../app/branches/tree.ts';
import type { BranchTree } from '../../../app/branches/types.ts';
import { t } from '../../../app/branches/words.ts';
import { useActions, useApp, useBranchActions, useBranches } from '../../appContext.ts';
import { Icon } from '../../icons.tsx';
import { OpenFileButton } from '../openLogButton.tsx';
import { levelText } from '../words.ts';
import { BranchDetails } from './branchDetails.tsx';
import { BranchMap } from './branchMap.tsx';
import { TreeTools } from './treeTools.tsx';

/** The trees of branches of this browser, one at a time: map, and what can be done with the branch that is chosen. */
export function BranchesPage(): VNode {
  const trees = useBranches((state) => state.trees);
  const chosen = useBranches((state) => state.chosenTree);
  const problem = useBranches((state) => state.problem);
  const tree = trees.find(({ id }) => id === chosen) ?? trees[0];
  return (
    <main class="branches reading">
      <Head />
      <h1>{t('branches.page.heading')}</h1>
      <p class="quiet branches-about">{t('branches.page.about')}</p>
      {problem !== '' && <p class="storage-problem">{problem}</p>}
      <Opening />
      {trees.length > 1 && tree && <TreeChoice trees={trees} chosen={tree.id} />}
      {tree ? <Tree tree={tree} /> : <p class="panel branches-none">{t('branches.page.none')}</p>}
    </main>
  );
}

function Head(): VNode {
  const { openMenu, openPage } = useActions();
  const hasDebrief = useApp((state) => state.debriefed !== null);
  return (
    <header class="reading-head">
      <div class="branches-doors">
        <button type="button" class="button" onClick={openMenu}>
          <Icon name="menu" size={20} />
          {t('branches.page.menu')}
        </button>
        {hasDebrief && (
          <button type="button" class="button" onClick={() => openPage('debrief')}>
            <Icon name="back" size={20} />
            {t('page.model.back.debrief')}
          </button>
        )}
        <OpenFileButton class="button" name={t('branches.page.open')}>
          <Icon name="open" size={20} />
          {t('branches.page.open')}
        </OpenFileButton>
      </div>
      <p class="reading-warning">{t('page.notClinical')}</p>
    </header>
  );
}

/** A file or a link is played again before it opens; that may take a moment. */
function Opening(): VNode {
  const opening = useBranches((state) => state.opening);
  return <p role="status">{opening ? t('branches.page.opening') : ''}</p>;
}

function TreeChoice({
  trees,
  chosen,
}: {
  readonly trees: readonly BranchTree[];
  readonly chosen: string;
}): VNode {
  const { choose } = useBranchActions();
  return (
    <label class="tree-choice">
      <span>{t('branches.page.choose')}</span>
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {trees.map(({ id, name, branches }) => (
          <option key={id} value={id}>
            {t('branches.page.option', { name, count: branches.length })}
          </option>
        ))}
      </select>
    </label>
  );
}

function Tree({ tree }: { readonly tree: BranchTree }): VNode | null {
  const { choose } = useBranchActions();
  const { replayLog } = useActions();
  const wished = useBranches((state) => state.chosenBranch);
  const [root] = tree.branches;
  const branch = branchOf(tree, wished) ?? root;
  const level = useApp((state) => state.levels.find(({ id }) => id === root?.log.level.id));
  if (!branch) return null;
  const watch = (id: string): void => {
    const log = branchOf(tree, id)?.log;
    if (log) replayLog(log);
  };
  return (
    <div class="branches-columns">
      <section class="panel branches-map-panel" aria-labelledby="tree-heading">
        <h2 id="tree-heading">{tree.name}</h2>
        <p class="quiet">
          {level ? levelText(level).title : branch.log.level.id} · {t(`page.mode.${branch.log.mode}`)} ·{' '}
          {t('branches.page.count', { count: tree.branches.length })}
        </p>
        <BranchMap
          tree={tree}
          horizonHours={level?.horizonHours ?? longest(tree)}
          chosen={branch.id}
          choose={(id) => choose(tree.id, id)}
          watch={watch}
        />
        <p class="quiet branches-keys">{t('branches.page.keys')}</p>
        {tree.branches.length === 1 && <p>{t('branches.page.onlyRoot')}</p>}
        <TreeTools key={tree.id} tree={tree} />
      </section>
      <BranchDetails key={`${tree.id} ${branch.id}`} tree={tree} branch={branch} level={level} />
    </div>
  );
}

/** Hours of the longest game of a tree whose level this page does not have. */
function longest({ branches }: BranchTree): number {
  return Math.max(1, ...branches.map(({ log }) => log.endTick)) / 20;
}
