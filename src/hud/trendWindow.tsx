import { t } from '../text/catalogue.ts';
import { DecisionList } from './decisionList.tsx';
import { Icon } from './icons.tsx';
import { TrendPanel } from './trendPanel.tsx';

/** The trend chart and the decisions over the picture, where there is room for both. */
export function TrendWindow({ close }: { readonly close: () => void }) {
  return (
    <section class="trend-window panel" aria-labelledby="trend-title">
      <div class="panel-head">
        <h2 id="trend-title">{t('hud.trend.title')}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={t('hud.trend.close')}
          aria-keyshortcuts="T"
          onClick={close}
        >
          <Icon name="close" size={18} />
        </button>
      </div>
      <TrendPanel />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the arrow keys */}
      <section class="trend-log" aria-label={t('hud.log.long')} tabIndex={0}>
        <h3>{t('hud.log.long')}</h3>
        <DecisionList />
      </section>
    </section>
  );
}
