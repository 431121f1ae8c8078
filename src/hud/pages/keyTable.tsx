import type { VNode } from 'preact';
import { t, tAny } from '../../text/catalogue.ts';
import { KEY_BINDINGS } from '../keys.ts';

/** The keys of the play screen, read from the table that the handler itself uses. */
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
        {KEY_BINDINGS.map(({ action, shown }) => (
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
      </tbody>
    </table>
  );
}
