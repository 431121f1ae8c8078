import type { ComponentChildren, VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../text/catalogue.ts';
import { useGame } from './appContext.ts';
import { BedsideTabs, type Tab } from './bedsideTabs.tsx';
import type { CardId } from './cards.ts';
import { DecisionList } from './decisionList.tsx';
import { Hero, type HeroProps } from './hero.tsx';
import { Icon } from './icons.tsx';
import { Laboratory } from './laboratory.tsx';
import { LiveRegion } from './liveRegion.tsx';
import { Monitor } from './monitor.tsx';
import { PatientNow } from './patientNow.tsx';
import { SofaRings } from './sofaRings.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './topBar.tsx';
import { Transport } from './transport.tsx';
import { Treatments } from './treatments.tsx';
import { TrendPanel } from './trendPanel.tsx';
import { type Layout, useLayout } from './useLayout.ts';
import { usePlayKeys } from './usePlayKeys.ts';
import './bedsideStyles.ts';

export interface PlayScreenProps extends HeroProps {
  /** What a replay has besides: its place in the log, and the way out. */
  readonly replayBar?: ComponentChildren;
}

/** Width of a decision mark as a share of the time line. */
const MARK_SHARES: Readonly<Record<Layout, number>> = { desk: 0.024, landscape: 0.055, portrait: 0.16 };

/** The screen of a game, played or replayed: the picture, the bedside, the clock and the treatments. */
export function PlayScreen({ onPicture, describePicture, replayBar }: PlayScreenProps): VNode {
  const layout = useLayout();
  const isDesk = layout === 'desk';
  const isReplay = useGame((game) => game.kind === 'replay');
  const [openCard, setOpenCard] = useState<CardId | null>(null);
  const [listOpen, setListOpen] = useState(false);
  const [trendOpen, setTrendOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const [tab, setTab] = useState<Tab | null>(layout === 'landscape' ? null : 'treat');
  const [asked, setAsked] = useState('');
  usePlayKeys({
    openCard: (id) => {
      setTab('treat');
      setOpenCard((open) => (open === id ? null : id));
    },
    openTests: () => {
      setTab('labs');
      setListOpen((open) => !open);
    },
    toggleTrend: () => (isDesk ? setTrendOpen((open) => !open) : setTab('trend')),
    toggleKeys: () => setKeysOpen((open) => !open),
    say: (sentence) => setAsked((before) => (before === sentence ? `${sentence}\u00a0` : sentence)),
  });
  const treatments = <Treatments openCard={openCard} setOpenCard={setOpenCard} />;
  return (
    <main class={`play ${layout}${isReplay ? ' replaying' : ''}`}>
      <TopBar keysOpen={keysOpen} setKeysOpen={setKeysOpen} />
      <Hero onPicture={onPicture} describePicture={describePicture} />
      <PatientNow />
      <div class="bedside">
        <Monitor />
        {isDesk ? (
          <>
            <Laboratory
              listOpen={listOpen}
              setListOpen={setListOpen}
              openTrend={() => setTrendOpen(!trendOpen)}
            />
            <SofaRings />
          </>
        ) : (
          <BedsideTabs
            tab={tab ?? (layout === 'portrait' ? 'treat' : null)}
            setTab={setTab}
            closable={layout === 'landscape'}
            treat={treatments}
            labs={<Laboratory listOpen={listOpen} setListOpen={setListOpen} />}
          />
        )}
      </div>
      {isDesk && trendOpen && <TrendWindow close={() => setTrendOpen(false)} />}
      <div class="time">
        {isReplay && replayBar}
        <Transport compact={layout === 'portrait'} />
        <Timeline markShare={MARK_SHARES[layout]} />
      </div>
      {isDesk && treatments}
      <LiveRegion />
      <p class="unseen" aria-live="assertive">
        {asked}
      </p>
    </main>
  );
}

/** The trend chart and the decisions over the picture, where there is room for both. */
function TrendWindow({ close }: { readonly close: () => void }) {
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
