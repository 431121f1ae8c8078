import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isTreeText } from '../../app/branches/recognise.ts';
import { t } from '../../text/catalogue.ts';
import { useActions, useBranchActions } from '../appContext.ts';
import { Icon } from '../icons.tsx';

/** No file of the game may be larger than this: a tree of branches holds many logs. */
const FILE_BYTES_LIMIT = 2 * 1024 * 1024;

/** Reads a file that should be a decision log or a tree of branches, and opens it; what is wrong with it is said in words. */
export function useOpenFile(): (file: File) => Promise<void> {
  const actions = useActions();
  const branches = useBranchActions();
  return async (file) => {
    if (file.size > FILE_BYTES_LIMIT) {
      actions.notify('error', t('app.file.tooLarge', { name: file.name }));
      return;
    }
    let text: string;
    try {
      text = await file.text();
    } catch {
      actions.notify('error', t('app.file.unreadable', { name: file.name }));
      return;
    }
    if (isTreeText(text)) await branches.openText(text);
    else await actions.openLogText(text);
  };
}

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Lets a log, or a tree, be dropped anywhere on any page. */
export function LogDrop(): VNode | null {
  const openFile = useRef<(file: File) => Promise<void>>(async () => undefined);
  openFile.current = useOpenFile();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const listening = new AbortController();
    const { signal } = listening;
    const drag = (event: DragEvent) => {
      if (!carriesFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Only leaving the window itself has nowhere to go to.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (!file) return;
      event.preventDefault();
      void openFile.current(file);
    };
    window.addEventListener('dragenter', drag, { signal });
    window.addEventListener('dragover', drag, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, []);
  if (!over) return null;
  return (
    <div class="log-drop" aria-hidden="true">
      <Icon name="log" size={48} />
      <p>{t('page.menu.drop')}</p>
    </div>
  );
}
