import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { branchOf, descendantsOf } from '../../../app/branches/tree.ts';
import type { Branch, BranchTree } from '../../../app/branches/types.ts';
import { t } from '../../../app/branches/words.ts';
import type { Level } from '../../../engine/types.ts';
import { useActions, useBranchActions, useDebriefActions } from '../../appContext.ts';
import { clockTime } from '../../format.ts';
import { Icon } from '../../icons.tsx';
import { momentText } from '../words.ts';
import { NameForm } from './nameForm.tsx';
import { OutcomeSign } from './outcomeSign.tsx';

const TICKS_PER_HOUR = 20;

interface BranchDetailsProps {
  readonly tree: BranchTree;
  readonly branch: Branch;
  readonly level: Level | undefined;
}

/** The branch that is chosen: what became of it, and what can be done with it. */
export function BranchDetails({ tree, branch, level }: BranchDetailsProps): VNode {
  const { replayLog } = useActions();
  const { renameBranch } = useBranchActions();
  const { open } = useDebriefActions();
  const { log } = branch;
  const parent = branch.parent === null ? null : branchOf(tree, branch.parent);
  const when = t('branches.page.ended', {
    ...clockTime(log.endTick / TICKS_PER_HOUR),
    decisions: t('branches.page.decisions', { count: log.commands.length }),
  });
  return (
    <section class="panel branch-details" aria-labelledby="branch-heading">
      <h2 id="branch-heading">{branch.name}</h2>
      <p class="branch-outcome">
        <OutcomeSign outcome={log.outcome} />
        <b>{t(`page.outcome.${log.outcome}`)}</b>
        <span class="branch-score">{t('page.replay.score', { score: log.score })}</span>
      </p>
      <p>{when}</p>
      <p class="quiet">
        {parent
          ? t('branches.page.leaves', { parent: parent.name, moment: momentText(branch.forkTick) })
          : t('branches.page.isRoot')}
        {parent && ` ${t('branches.page.beside', { score: parent.log.score, parent: parent.name })}`}
      </p>
      <button type="button" class="button main" disabled={!level} onClick={() => replayLog(log)}>
        <Icon name="replay" size={22} />
        {t('branches.page.watch')}
      </button>
      <button type="button" class="button" disabled={!level} onClick={() => open(log)}>
        <Icon name="log" size={20} />
        {t('branches.page.debrief')}
      </button>
      {level && <TakeOver branch={branch} />}
      <NameForm
        label={t('branches.page.branchName')}
        name={branch.name}
        rename={(name) => renameBranch(tree.id, branch.id, name)}
      />
      <Remove tree={tree} branch={branch} />
    </section>
  );
}

/** The hour at which to play on, and the button that does. */
function TakeOver({ branch }: { readonly branch: Branch }): VNode {
  const { replayLog, takeOver } = useActions();
  const last = Math.floor((branch.log.endTick - 1) / TICKS_PER_HOUR);
  const [hour, setHour] = useState(Math.min(Math.floor(branch.forkTick / TICKS_PER_HOUR), last));
  const tick = hour * TICKS_PER_HOUR;
  const begin = (): void => {
    replayLog(branch.log);
    takeOver(tick);
  };
  return (
    <div class="branch-take-over">
      <label>
        {t('branches.page.hour')}
        <input
          class="slider"
          type="range"
          min={0}
          max={last}
          value={hour}
          aria-valuetext={momentText(tick)}
          onInput={(event) => setHour(event.currentTarget.valueAsNumber)}
        />
      </label>
      <button type="button" class="button" onClick={begin}>
        <Icon name="play" size={20} />
        {t('branches.page.takeOver', { moment: momentText(tick) })}
      </button>
    </div>
  );
}

/** Asks once more, and says what else would go. */
function Remove({ tree, branch }: { readonly tree: BranchTree; readonly branch: Branch }): VNode {
  const { remove } = useBranchActions();
  const [sure, setSure] = useState(false);
  const count = descendantsOf(tree, branch.id).size - 1;
  const isRoot = branch.parent === null;
  const press = (): void => (sure ? remove(tree.id, branch.id) : setSure(true));
  return (
    <div class="branch-remove">
      <button
        type="button"
        class={sure ? 'button danger' : 'button'}
        onClick={press}
        onBlur={() => setSure(false)}
      >
        <Icon name="close" size={18} />
        {t(sure ? 'branches.page.removeSure' : isRoot ? 'branches.page.removeTree' : 'branches.page.remove')}
      </button>
      <p role="status">{sure && t('branches.page.removeAbout', { count })}</p>
    </div>
  );
}
