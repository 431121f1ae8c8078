import { SPEEDS, type Speed } from '../app/types.ts';
import { t } from '../text/catalogue.ts';
import { useActions, useGame } from './appContext.ts';
import { Icon } from './icons.tsx';

/** Play, pause, steps and speeds. The same for a game and for its replay; `compact` where the row is narrow. */
export function Transport({ compact }: { readonly compact: boolean }) {
  const { setRunning, stepHours } = useActions();
  const running = useGame((game) => game.running);
  const ended = useGame((game) => game.now.outcome !== null);
  const name = t(running ? 'hud.transport.pause' : 'hud.transport.play');
  return (
    <div class="transport">
      <button
        type="button"
        class="play-button"
        aria-label={name}
        title={name}
        aria-keyshortcuts="Space K"
        disabled={ended}
        onClick={() => setRunning(!running)}
      >
        <Icon name={running ? 'pause' : 'play'} size={26} />
      </button>
      <button
        type="button"
        class="step-button"
        aria-label={t('hud.transport.stepHour')}
        title={t('hud.transport.stepHour')}
        aria-keyshortcuts="ArrowRight"
        disabled={ended}
        onClick={() => stepHours(1)}
      >
        <Icon name="stepHour" size={20} />
        <span class="step-word">{t('hud.transport.oneHour')}</span>
      </button>
      <button
        type="button"
        class="step-button"
        aria-label={t('hud.transport.stepSixHours')}
        title={t('hud.transport.stepSixHours')}
        aria-keyshortcuts="Shift+ArrowRight"
        disabled={ended}
        onClick={() => stepHours(6)}
      >
        <Icon name="stepSixHours" size={20} />
        <span class="step-word">{t('hud.transport.sixHours')}</span>
      </button>
      {compact ? <SpeedCycle /> : <SpeedSwitch />}
    </div>
  );
}

function speedLabel(speed: Speed): string {
  return speed === 0.5 ? t('hud.transport.speedHalf') : t('hud.transport.speedTimes', { speed });
}

/** Where there is no room for four: one button that goes round the speeds. */
function SpeedCycle() {
  const { setSpeed } = useActions();
  const chosen = useGame((game) => game.speed);
  const next = SPEEDS[(SPEEDS.indexOf(chosen) + 1) % SPEEDS.length] ?? 1;
  return (
    <button type="button" class="step-button speed-cycle number" onClick={() => setSpeed(next)}>
      {speedLabel(chosen)}
      <span class="unseen">{t('hud.transport.speedCycle', { next: speedLabel(next) })}</span>
    </button>
  );
}

function SpeedSwitch() {
  const { setSpeed } = useActions();
  const chosen = useGame((game) => game.speed);
  return (
    <fieldset class="speeds">
      <legend class="unseen">{t('hud.transport.speed')}</legend>
      {SPEEDS.map((speed) => (
        <label key={speed} class={speed === chosen ? 'speed chosen' : 'speed'}>
          <input
            type="radio"
            name="speed"
            class="unseen"
            checked={speed === chosen}
            aria-label={t('hud.transport.speedWords', { speed: speedLabel(speed) })}
            onChange={() => setSpeed(speed)}
          />
          <span aria-hidden="true" class="number">
            {speedLabel(speed)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
