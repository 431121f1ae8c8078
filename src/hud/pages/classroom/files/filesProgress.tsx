import type { VNode } from 'preact';
import { useId } from 'preact/hooks';
import type { FilesState } from '../../../../app/classroom/types.ts';
import { t } from '../mapWords.ts';
import { finishedWords } from './filesWords.ts';

/** How many of the files have been verified. It is spoken once, when all have been. */
export function FilesProgress({ files }: { readonly files: FilesState }): VNode {
  const id = useId();
  const { done, total } = files;
  const isBusy = done < total;
  return (
    <div class="files-progress">
      {isBusy && (
        <>
          <label for={id}>{t('classMap.files.progress')}</label>
          <progress id={id} value={done} max={total} />
          <span class="number">{t('classMap.files.progressOf', { done, total })}</span>
        </>
      )}
      <p role="status">{total > 0 && !isBusy && finishedWords(files)}</p>
    </div>
  );
}
