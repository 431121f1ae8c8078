import type { ComponentChildren, VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../../text/catalogue.ts';
import { Icon } from '../icons.tsx';
import { useOpenFile } from './logDrop.tsx';

/** Opens the system's file dialog for a decision log or a tree of branches: the door of the menu. */
export function OpenLogButton(): VNode {
  return (
    <OpenFileButton class="menu-door" name={t('page.menu.openLog')}>
      <Icon name="open" size={28} />
      <span class="menu-door-words">
        <b>{t('page.menu.openLog')}</b>
        <small>{t('page.menu.openLogHint')}</small>
      </span>
    </OpenFileButton>
  );
}

interface OpenFileButtonProps {
  readonly class: string;
  /** What the field behind the button is called. */
  readonly name: string;
  readonly children: ComponentChildren;
}

/** A button that lets a decision log or a tree be chosen from the disk. */
export function OpenFileButton({ class: className, name, children }: OpenFileButtonProps): VNode {
  const openFile = useOpenFile();
  const input = useRef<HTMLInputElement>(null);
  const open = () => {
    const file = input.current?.files?.[0];
    if (file) void openFile(file);
    // The same file may be chosen again.
    if (input.current) input.current.value = '';
  };
  return (
    <>
      <button type="button" class={className} onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        class="unseen"
        tabIndex={-1}
        aria-label={name}
        onChange={open}
      />
    </>
  );
}
