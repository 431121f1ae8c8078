import type { VNode } from 'preact';
import { t } from '../../text/catalogue.ts';
import { useActions, useApp } from '../appContext.ts';
import { Icon } from '../icons.tsx';

/** The sentence that the game has for the player, on every page; spoken at once when it is an error. */
export function NoticeBar(): VNode {
  const notice = useApp((state) => state.notice);
  const { dismissNotice } = useActions();
  return (
    <div class="notice-place" role={notice?.kind === 'error' ? 'alert' : 'status'}>
      {notice && (
        <div key={notice.id} class={`notice notice-${notice.kind}`}>
          <Icon name={notice.kind === 'info' ? 'info' : 'caution'} size={22} />
          <p>
            {notice.kind === 'refused' ? t('hud.treatments.refused', { reason: notice.text }) : notice.text}
          </p>
          <button type="button" class="icon-button" aria-label={t('page.dismiss')} onClick={dismissNotice}>
            <Icon name="close" size={18} />
          </button>
        </div>
      )}
    </div>
  );
}
