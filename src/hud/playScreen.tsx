import type { ComponentChildren, VNode } from 'preact';
import { useGame } from './appContext.ts';
import { BedsideTabs } from './bedsideTabs.tsx';
import { CompareWindow } from './compare/compareWindow.tsx';
import { FirstHint } from './firstHint.tsx';
import { Hero, type HeroProps } from './hero.tsx';
import { Laboratory } from './laboratory.tsx';
import { LiveRegion } from './liveRegion.tsx';
import { Monitor } from './monitor.tsx';
import { PatientNow } from './patientNow.tsx';
import type { ComparePanel } from './replayBar.tsx';
import { SofaRings } from './sofaRings.tsx';
import { Timeline } from './timeline.tsx';
import { TopBar } from './topBar.tsx';
import { Transport } from './transport.tsx';
import { Treatments } from './treatments.tsx';
import { TrendWindow } from './trendWindow.tsx';
import { type Layout, useLayout } from './useLayout.ts';
import { usePanels } from './usePanels.ts';
import './bedsideStyles.ts';

export interface PlayScreenProps extends HeroProps {
  /** What a replay has besides: its place in the log, and the way out. */
  readonly replayBar?: (compare: ComparePanel) => ComponentChildren;
  /** What a game of a room has besides: which room, and whether its server is there. */
  readonly roomStrip?: ComponentChildren;
  /** False while a replay must stand alone. */
  readonly comparable?: boolean;
}

/** Width of a decision mark as a share of the time line. */
const MARK_SHARES: Readonly<Record<Layout, number>> = { desk: 0.024, landscape: 0.055, portrait: 0.16 };

/** The screen of a game, played or replayed: the picture, the bedside, the clock and the treatments. */
export function PlayScreen({
  onPicture,
  describePicture,
  replayBar,
  roomStrip,
  comparable = true,
}: PlayScreenProps): VNode {
  const layout = useLayout();
  const isDesk = layout === 'desk';
  const isReplay = useGame((game) => game.kind === 'replay');
  const panels = usePanels(layout);
  const { openCard, setOpenCard, listOpen, setListOpen, trendOpen, setTrendOpen } = panels;
  const treatments = <Treatments openCard={openCard} setOpenCard={setOpenCard} filterable={!isDesk} />;
  return (
    <main class={`play ${layout}${isReplay ? ' replaying' : ''}`}>
      <TopBar keysOpen={panels.keysOpen} setKeysOpen={panels.setKeysOpen} />
      {roomStrip}
      <Hero onPicture={onPicture} describePicture={describePicture} />
      <FirstHint />
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
            tab={panels.tab}
            setTab={panels.setTab}
            closable={layout === 'landscape'}
            treat={treatments}
            labs={<Laboratory listOpen={listOpen} setListOpen={setListOpen} />}
          />
        )}
      </div>
      {isDesk && trendOpen && <TrendWindow close={() => setTrendOpen(false)} />}
      {isReplay && comparable && panels.compareOpen && (
        <CompareWindow close={() => panels.setCompareOpen(false)} />
      )}
      <div class="time">
        {isReplay && replayBar?.({ open: panels.compareOpen, setOpen: panels.setCompareOpen })}
        <Transport compact={layout === 'portrait'} />
        <Timeline markShare={MARK_SHARES[layout]} compact={layout === 'portrait'} />
      </div>
      {isDesk && treatments}
      <LiveRegion />
      <p class="unseen" aria-live="assertive">
        {panels.asked}
      </p>
    </main>
  );
}
