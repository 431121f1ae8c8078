import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { treeToFragment } from '../../../app/branches/treeLink.ts';
import type { BranchTree } from '../../../app/branches/types.ts';
import { t } from '../../../app/branches/words.ts';
import { useBranchActions } from '../../appContext.ts';
import { CopyByHand, type Copying, useCopy } from '../../copyByHand.tsx';
import { Icon } from '../../icons.tsx';
import { saveFile } from '../logFile.ts';
import { NameForm } from './nameForm.tsx';

/** A name that every file system takes. */
function treeFileName({ name, branches }: BranchTree): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `stormward-tree-${slug || branches[0]?.log.level.id}.json`;
}

/** Naming, saving and sharing of a whole tree. */
export function TreeTools({ tree }: { readonly tree: BranchTree }): VNode {
  const { renameTree } = useBranchActions();
  const { copying, copy } = useCopy();
  const [address, setAddress] = useState<string | null>('');
  const share = (): void => {
    const fragment = treeToFragment(tree);
    const made = fragment && `${location.origin}${location.pathname}#${fragment}`;
    setAddress(made);
    if (made !== null) void copy(made);
  };
  return (
    <div class="tree-tools">
      <NameForm
        label={t('branches.page.treeName')}
        name={tree.name}
        rename={(name) => renameTree(tree.id, name)}
      />
      <div class="tree-buttons">
        <button
          type="button"
          class="button"
          onClick={() => saveFile(treeFileName(tree), 'application/json', JSON.stringify(tree))}
        >
          <Icon name="download" size={20} />
          {t('branches.page.save')}
        </button>
        <button type="button" class="button" onClick={share}>
          <Icon name="link" size={20} />
          {t('branches.page.copy')}
        </button>
      </div>
      <Copied copying={copying} address={address} />
    </div>
  );
}

interface CopiedProps {
  readonly copying: Copying;
  /** Null when the tree is too long for a link. */
  readonly address: string | null;
}

/** What became of the link. */
function Copied({ copying, address }: CopiedProps): VNode {
  return (
    <div role="status">
      {address === null && <p>{t('branches.page.tooLong')}</p>}
      {address !== null && copying === 'done' && <p class="copied">{t('branches.page.copied')}</p>}
      {address !== null && copying === 'by hand' && (
        <CopyByHand label={t('branches.page.copyByHand')} text={address} />
      )}
    </div>
  );
}
