import type { VNode } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { DecisionLog } from '../engine/types.ts';
import { t } from '../text/catalogue.ts';
import { useActions, useApp, useGame } from './appContext.ts';
import { Icon } from './icons.tsx';
import { momentText } from './pages/words.ts';
import { decisionLabel, decisionPlace } from './replayLabel.ts';
import './pages/replayBar.css';

/** One hour of the level, in ticks: what an arrow key moves on the slider. */
const SLIDER_STEP_TICKS = 20;

/** The panel of ghosts and of the second log, which the bar opens and closes. */
export interface ComparePanel {
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

interface ReplayBarProps {
  readonly compare?: ComparePanel;
  /** A log that came by a link or as a file has no end screen: its debrief is opened from here. */
  readonly openDebrief?: (log: DecisionLog) => void;
}

/** What a replay has besides the controls of play: the way through the log, the proof, taking over, the way out. */
export function ReplayBar({ compare, openDebrief }: ReplayBarProps): VNode | null {
  const replay = useApp((state) => state.game?.replay ?? null);
  if (!replay) return null;
  return (
    <section class="replay-bar panel" aria-label={t('page.replay.name')}>
      <div class="replay-steps">
        <StepButton direction={-1} />
        <StepButton direction={1} />
      </div>
      <SeekSlider />
      <DecisionLabel />
      <div class="replay-facts">
        <span class="replay-score">{t('page.replay.score', { score: replay.score.total })}</span>
        <Verified checkpoints={replay.checkpointsMet} />
      </div>
      <ReplayTools log={replay.log} compare={compare} openDebrief={openDebrief} />
    </section>
  );
}

interface ReplayToolsProps {
  readonly log: DecisionLog;
  readonly compare: ComparePanel | undefined;
  readonly openDebrief: ((log: DecisionLog) => void) | undefined;
}

/** What can be done with the log that is watched. */
function ReplayTools({ log, compare, openDebrief }: ReplayToolsProps): VNode {
  const actions = useActions();
  return (
    <div class="replay-tools">
      <button
        type="button"
        class="button small"
        title={t('page.replay.takeOverAbout')}
        aria-keyshortcuts="O"
        onClick={() => actions.takeOver()}
      >
        <Icon name="play" size={18} />
        {t('page.replay.takeOver')}
      </button>
      {openDebrief && (
        <button
          type="button"
          class="button small"
          title={t('page.replay.debriefAbout')}
          onClick={() => openDebrief(log)}
        >
          <Icon name="log" size={18} />
          {t('page.replay.debrief')}
        </button>
      )}
      {compare && (
        <button
          type="button"
          class="button small"
          aria-keyshortcuts="G"
          aria-expanded={compare.open}
          onClick={() => compare.setOpen(!compare.open)}
        >
          <Icon name="trend" size={18} />
          {t('page.replay.compare')}
        </button>
      )}
      <button
        type="button"
        class="button small replay-leave"
        aria-label={t('page.replay.leave')}
        onClick={actions.leaveReplay}
      >
        <Icon name="close" size={18} />
        {t('page.replay.leaveShort')}
      </button>
    </div>
  );
}

function StepButton({ direction }: { readonly direction: -1 | 1 }): VNode {
  const { seekDecision } = useActions();
  const name = t(direction < 0 ? 'page.replay.previous' : 'page.replay.next');
  return (
    <button
      type="button"
      class={direction < 0 ? 'icon-button' : 'icon-button forward'}
      aria-label={name}
      title={name}
      aria-keyshortcuts={direction < 0 ? 'P' : 'N'}
      onClick={() => seekDecision(direction)}
    >
      <Icon name="back" size={20} />
    </button>
  );
}

/** What was ordered last; said to a screen reader where the replay stands still, for while it runs the events are. */
function DecisionLabel(): VNode {
  const label = useGame(({ level, commands, now }) =>
    decisionLabel(level, decisionPlace(commands, now.tick)),
  );
  const said = useGame(({ level, commands, now, running }) =>
    running ? '' : decisionLabel(level, decisionPlace(commands, now.tick)),
  );
  return (
    <p class="replay-decision">
      <span title={label} aria-hidden="true">
        {label}
      </span>
      <span class="unseen" role="status">
        {said}
      </span>
    </p>
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
      <span class="replay-moment number">
        {momentText(tick)}
        <small>{t('page.replay.progress', { percent: Math.floor((100 * tick) / Math.max(end, 1)) })}</small>
      </span>
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
