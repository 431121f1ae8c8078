import type { VNode } from 'preact';
import type { FileEntry } from '../../../../app/classroom/types.ts';
import { Icon } from '../../../icons.tsx';
import { t } from '../mapWords.ts';
import { notOnBoard, reasonWords } from './filesWords.ts';

/** Every file that was refused, or was there already, with the reason. */
export function RefusedFiles({ entries }: { readonly entries: readonly FileEntry[] }): VNode | null {
  const refused = notOnBoard(entries);
  if (refused.length === 0) return null;
  return (
    <section class="panel files-refused" aria-labelledby="files-refused">
      <h2 id="files-refused">{t('classMap.files.refused', { count: refused.length })}</h2>
      <ul>
        {refused.map((entry) => (
          <li key={entry.id}>
            <Icon name={entry.state === 'refused' ? 'alarm' : 'info'} size={18} />
            <b>{entry.name}</b>
            <span>{reasonWords(entry)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
