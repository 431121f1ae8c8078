import type { VNode } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { treeToFragment } from '../../../app/branches/treeLink.ts';
import type { BranchTree } from '../../../app/branches/types.ts';
import { t } from '../../../app/branches/words.ts';
import { useBranchActions } from '../../appContext.ts';
import { Icon } from '../../icons.tsx';
import { saveFile } from '../logFile.ts';
import { NameForm } from './nameForm.tsx';

type Copying = 'not yet' | 'done' | 'by hand' | 'too long';

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
  const [copying, setCopying] = useState<Copying>('not yet');
  const [address, setAddress] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const copy = async (): Promise<void> => {
    const fragment = treeToFragment(tree);
    if (fragment === null) {
      setCopying('too long');
      return;
    }
    const made = `${location.origin}${location.pathname}#${fragment}`;
    setAddress(made);
    try {
      await navigator.clipboard.writeText(made);
      setCopying('done');
    } catch {
      // No permission, or a page without https: the link is shown to be copied by hand.
      setCopying('by hand');
      setTimeout(() => field.current?.select(), 0);
    }
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
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name="link" size={20} />
          {t('branches.page.copy')}
        </button>
      </div>
      <Copied copying={copying} address={address} field={field} />
    </div>
  );
}

interface CopiedProps {
  readonly copying: Copying;
  readonly address: string;
  readonly field: { current: HTMLInputElement | null };
}

/** What became of the link. */
function Copied({ copying, address, field }: CopiedProps): VNode {
  return (
    <div role="status">
      {copying === 'done' && <p class="copied">{t('branches.page.copied')}</p>}
      {copying === 'too long' && <p>{t('branches.page.tooLong')}</p>}
      {copying === 'by hand' && (
        <label class="copy-by-hand">
          {t('branches.page.copyByHand')}
          <input
            ref={field}
            type="text"
            readOnly
            value={address}
            class="number"
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
      )}
    </div>
  );
}
