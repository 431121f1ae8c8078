import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../../text/catalogue.ts';
import { useActions } from '../appContext.ts';
import { Icon } from '../icons.tsx';
import { openLogFile } from './logDrop.tsx';

/** Opens the system's file dialog for a decision log. */
export function OpenLogButton(): VNode {
  const actions = useActions();
  const input = useRef<HTMLInputElement>(null);
  const open = () => {
    const file = input.current?.files?.[0];
    if (file) void openLogFile(file, actions);
    // The same file may be chosen again.
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <button type="button" class="menu-door" onClick={() => input.current?.click()}>
        <Icon name="open" size={28} />
        <span class="menu-door-words">
          <b>{t('page.menu.openLog')}</b>
          <small>{t('page.menu.openLogHint')}</small>
        </span>
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        class="unseen"
        tabIndex={-1}
        aria-label={t('page.menu.openLog')}
        onChange={open}
      />
    </>
  );
}
