import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { DecisionList } from './decisionList.tsx';
import { Icon } from './icons.tsx';
import { abnormalCount } from './labReadings.ts';
import { SofaRings } from './sofaRings.tsx';
import { TrendPanel } from './trendPanel.tsx';

export const TABS = ['treat', 'labs', 'organs', 'trend', 'log'] as const;
export type Tab = (typeof TABS)[number];

interface BedsideTabsProps {
  readonly tab: Tab | null;
  readonly setTab: (tab: Tab | null) => void;
  /** The panel lies over the vital signs and can be put away. */
  readonly closable: boolean;
  readonly treat: ComponentChildren;
  readonly labs: ComponentChildren;
}

/** The bedside of small screens, one panel at a time. */
export function BedsideTabs({ tab, setTab, closable, treat, labs }: BedsideTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const onKey = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = TABS[(TABS.indexOf(tab ?? 'treat') + step + TABS.length) % TABS.length] ?? 'treat';
    setTab(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
  return (
    <>
      <div class="tab-row">
        <div class="tabs" role="tablist" aria-label={t('hud.tabs.label')} ref={list} onKeyDown={onKey}>
          {TABS.map((id) => (
            <TabButton key={id} id={id} tab={tab} press={() => setTab(closable && tab === id ? null : id)} />
          ))}
        </div>
        {closable && tab && (
          <button
            type="button"
            class="icon-button"
            aria-label={t('hud.tabs.close')}
            onClick={() => setTab(null)}
          >
            <Icon name="close" size={18} />
          </button>
        )}
      </div>
      {tab && (
        <div
          class={`tab-panel panel-${tab}`}
          role="tabpanel"
          id="bedside-panel"
          aria-labelledby={`tab-${tab}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the arrow keys
          tabIndex={0}
        >
          {tab === 'treat' && treat}
          {tab === 'labs' && labs}
          {tab === 'organs' && <SofaRings />}
          {tab === 'trend' && <TrendPanel />}
          {tab === 'log' && <DecisionList />}
        </div>
      )}
    </>
  );
}

interface TabButtonProps {
  readonly id: Tab;
  /** The tab that is chosen. */
  readonly tab: Tab | null;
  readonly press: () => void;
}

function TabButton({ id, tab, press }: TabButtonProps) {
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${id}`}
      class={tab === id ? 'tab chosen' : 'tab'}
      aria-selected={tab === id}
      aria-controls={tab === id ? 'bedside-panel' : undefined}
      tabIndex={tab === id || (tab === null && id === 'treat') ? 0 : -1}
      onClick={press}
    >
      {t(`hud.tabs.${id}`)}
      {id === 'labs' && <Badge />}
    </button>
  );
}

/** How many results stand past a limit for action. */
function Badge() {
  const count = useGame(abnormalCount);
  if (count === 0) return null;
  return (
    <span class="badge number">
      <span aria-hidden="true">{count}</span>
      <span class="unseen">{t('hud.tabs.abnormal', { count })}</span>
    </span>
  );
}
