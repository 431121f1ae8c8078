import './branches.css';
import type { VNode } from 'preact';
import { branchWithLog, treeRows } from '../../../app/branches/tree.ts';
import { t } from '../../../app/branches/words.ts';
import type { DecisionLog } from '../../../engine/types.ts';
import { useActions, useBranchActions, useBranches } from '../../appContext.ts';
import { Icon } from '../../icons.tsx';
import { momentText } from '../words.ts';
import { OutcomeSign } from './outcomeSign.tsx';

/** The branches of the game that a log tells, with their scores, and the door to its tree; nothing when there is none yet. */
export function BranchStrip({ log }: { readonly log: DecisionLog }): VNode | null {
  const tree = useBranches(
    ({ trees }) => trees.find((one) => one.branches.length > 1 && branchWithLog(one, log)) ?? null,
  );
  const { choose } = useBranchActions();
  const { openPage } = useActions();
  if (!tree) return null;
  const here = branchWithLog(tree, log)?.id ?? '';
  const open = (branchId: string): void => {
    choose(tree.id, branchId);
    openPage('branches');
  };
  return (
    <section class="branch-strip" aria-labelledby="branch-strip-heading">
      <h2 id="branch-strip-heading">{t('branches.strip.heading')}</h2>
      <ul>
        {treeRows(tree).map(({ branch }) => (
          <li key={branch.id}>
            <button
              type="button"
              class={branch.id === here ? 'branch-chip here' : 'branch-chip'}
              aria-current={branch.id === here}
              title={
                branch.parent === null
                  ? t('branches.page.isRoot')
                  : t('app.branches.from', { moment: momentText(branch.forkTick) })
              }
              onClick={() => open(branch.id)}
            >
              <OutcomeSign outcome={branch.log.outcome} />
              <span class="unseen">{t(`page.outcome.${branch.log.outcome}`)}</span>
              <span class="branch-chip-name">{branch.name}</span>
              <b class="number">{branch.log.score}</b>
            </button>
          </li>
        ))}
      </ul>
      <button type="button" class="button small" onClick={() => open(here)}>
        <Icon name="branch" size={18} />
        {t('branches.strip.open')}
      </button>
    </section>
  );
}
