import type { VNode } from 'preact';
import { t, tAny } from '../../text/catalogue.ts';
import { KEY_BINDINGS, type KeyBinding } from '../keys.ts';

/** The keys of the play screen, read from the table that the handler itself uses; those of a replay in a part of their own. */
export function KeyTable(): VNode {
  return (
    <table class="key-table">
      <thead class="unseen">
        <tr>
          <th scope="col">{t('hud.keys.key')}</th>
          <th scope="col">{t('hud.keys.action')}</th>
        </tr>
      </thead>
      <tbody>
        <Rows bindings={KEY_BINDINGS.filter(({ replay }) => !replay)} />
      </tbody>
      <tbody>
        <tr>
          <th scope="rowgroup" colSpan={2}>
            {t('hud.keys.replay')}
          </th>
        </tr>
        <Rows bindings={KEY_BINDINGS.filter(({ replay }) => replay)} />
      </tbody>
    </table>
  );
}

function Rows({ bindings }: { readonly bindings: readonly KeyBinding[] }): VNode {
  return (
    <>
      {bindings.map(({ action, shown }) => (
        <tr key={action}>
          <td>
            {shown.map((key) => (
              <kbd key={key} class="number">
                {key.startsWith('hud.') ? tAny(key) : key}
              </kbd>
            ))}
          </td>
          <td>{t(`hud.keys.${action}`)}</td>
        </tr>
      ))}
    </>
  );
}
