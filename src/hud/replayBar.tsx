import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../text/catalogue.ts';
import { useActions, useApp } from './appContext.ts';
import { Icon } from './icons.tsx';
import { momentText } from './pages/words.ts';
import './pages/replayBar.css';

/** One hour of the level, in ticks: what an arrow key moves on the slider. */
const SLIDER_STEP_TICKS = 20;

/** What a replay has besides the controls of play: the way through the log, the proof, the way out. */
export function ReplayBar(): VNode | null {
  const replay = useApp((state) => state.game?.replay ?? null);
  const actions = useActions();
  if (!replay) return null;
  return (
    <section class="replay-bar panel" aria-label={t('page.replay.name')}>
      <div class="replay-steps">
        <button
          type="button"
          class="icon-button"
          aria-label={t('page.replay.previous')}
          title={t('page.replay.previous')}
          onClick={() => actions.seekDecision(-1)}
        >
          <Icon name="back" size={20} />
        </button>
        <button
          type="button"
          class="icon-button forward"
          aria-label={t('page.replay.next')}
          title={t('page.replay.next')}
          onClick={() => actions.seekDecision(1)}
        >
          <Icon name="back" size={20} />
        </button>
      </div>
      <SeekSlider />
      <span class="replay-score">{t('page.replay.score', { score: replay.score.total })}</span>
      <Verified checkpoints={replay.checkpointsMet} />
      <button
        type="button"
        class="button small replay-leave"
        aria-label={t('page.replay.leave')}
        onClick={actions.leaveReplay}
      >
        <Icon name="close" size={18} />
        {t('page.replay.leaveShort')}
      </button>
    </section>
  );
}

function SeekSlider(): VNode {
  const tick = useApp((state) => state.game?.now.tick ?? 0);
  const end = useApp((state) => state.game?.endTick ?? 0);
  const commands = useApp((state) => state.game?.commands ?? null);
  const { seek } = useActions();
  const jump = (event: KeyboardEvent) => {
    const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -24, PageUp: 24 }[
      event.key
    ];
    if (steps === undefined) return;
    event.preventDefault();
    seek(tick + steps * SLIDER_STEP_TICKS);
  };
  const marks = [...new Set(commands?.map((given) => given.tick))];
  return (
    <>
      <div class="replay-track">
        <input
          class="slider"
          type="range"
          min={0}
          max={end}
          value={tick}
          aria-label={t('page.replay.seek')}
          aria-valuetext={momentText(tick)}
          onInput={(event) => seek(event.currentTarget.valueAsNumber)}
          onKeyDown={jump}
        />
        <svg
          class="replay-marks"
          viewBox={`0 0 ${Math.max(end, 1)} 1`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {marks.map((at) => (
            <path key={at} d={`M${at} 0V1`} />
          ))}
        </svg>
      </div>
      <span class="replay-moment number">{momentText(tick)}</span>
    </>
  );
}

/** The proof, with the hash of the state on the screen; read again only where the replay stands still. */
function Verified({ checkpoints }: { readonly checkpoints: number }): VNode {
  const tick = useApp((state) => (state.game?.running ? -1 : (state.game?.now.tick ?? -1)));
  const { stateHash } = useActions();
  const [hash, setHash] = useState(stateHash);
  useEffect(() => {
    if (tick >= 0) setHash(stateHash());
  }, [tick, stateHash]);
  return (
    <span class="replay-verified" title={t('page.replay.verifiedAbout', { count: checkpoints, hash })}>
      <Icon name="check" size={18} />
      <span>
        {t('page.replay.verified')}
        <small class="number">{hash}</small>
      </span>
    </span>
  );
}
