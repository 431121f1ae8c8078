import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { LOG_BYTES_LIMIT } from '../../app/logLink.ts';
import type { Actions } from '../../app/types.ts';
import { t } from '../../text/catalogue.ts';
import { useActions } from '../appContext.ts';
import { Icon } from '../icons.tsx';

/** Reads a file that should be a decision log and opens it; what is wrong with it is said in words. */
export async function openLogFile(file: File, actions: Actions): Promise<void> {
  if (file.size > LOG_BYTES_LIMIT) {
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
  await actions.openLogText(text);
}

function carriesFile(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

/** Lets a log be dropped anywhere on any page. */
export function LogDrop(): VNode | null {
  const actions = useActions();
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
      void openLogFile(file, actions);
    };
    window.addEventListener('dragenter', drag, { signal });
    window.addEventListener('dragover', drag, { signal });
    window.addEventListener('dragleave', leave, { signal });
    window.addEventListener('drop', drop, { signal });
    return () => listening.abort();
  }, [actions]);
  if (!over) return null;
  return (
    <div class="log-drop" aria-hidden="true">
      <Icon name="log" size={48} />
      <p>{t('page.menu.drop')}</p>
    </div>
  );
}
