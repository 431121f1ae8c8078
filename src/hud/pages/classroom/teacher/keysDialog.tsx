import type { VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from '../../../icons.tsx';
import { t } from '../teacherWords.ts';
import { ROOM_KEYS } from './roomKeys.ts';

export interface KeysHandle {
  open(): void;
}

/** The keys of the room, read from the table that the handler uses. */
export function KeysDialog({ handle }: { readonly handle: (handle: KeysHandle) => void }): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => handle({ open: () => dialog.current?.showModal() }), [handle]);
  return (
    <dialog class="room-dialog" ref={dialog} aria-labelledby="room-keys-heading">
      <header>
        <h2 id="room-keys-heading">{t('classTeacher.keys.heading')}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t('classTeacher.keys.close')}
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" size={20} />
        </button>
      </header>
      <p class="quiet">{t('classTeacher.keys.about')}</p>
      <table class="key-table">
        <thead class="unseen">
          <tr>
            <th scope="col">{t('classTeacher.keys.key')}</th>
            <th scope="col">{t('classTeacher.keys.action')}</th>
          </tr>
        </thead>
        <tbody>
          {ROOM_KEYS.map(({ action, key }) => (
            <tr key={action}>
              <td>
                <kbd class="number">{key.toUpperCase()}</kbd>
              </td>
              <td>{t(`classTeacher.keys.${action}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </dialog>
  );
}
