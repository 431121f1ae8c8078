import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { isTreeText } from '../../app/branches/recognise.ts';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp, useBranchActions, useClass, useClassActions } from '../appContext.ts';
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

/** Several files, or a zip, can only be the games of a class; so is whatever is dropped where a class is opened. */
function useOpenDropped(): (files: readonly File[]) => void {
  const openFile = useOpenFile();
  const { addFiles, go } = useClassActions();
  const isClass = useApp(({ page }) => page === 'class');
  const part = useClass(({ place }) => place.part);
  return (files) => {
    const [file] = files;
    if (!file) return;
    const isForClass = isClass && (part === 'files' || part === 'doors');
    if (!isForClass && files.length === 1 && !file.name.endsWith('.zip')) {
      void openFile(file);
      return;
    }
    if (part !== 'files' || !isClass) go({ part: 'files', code: '' });
    void addFiles(files);
  };
}

/** Lets a log, a tree, or the logs of a class be dropped anywhere on any page. */
export function LogDrop(): VNode | null {
  const open = useRef<(files: readonly File[]) => void>(() => undefined);
  open.current = useOpenDropped();
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
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      event.preventDefault();
      open.current(files);
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
