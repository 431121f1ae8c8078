import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Fork } from '../app/branches/types.ts';
import { t } from '../text/catalogue.ts';
import { useActions, useApp, useBranches, useGame } from './appContext.ts';
import { clockTime } from './format.ts';
import { Goals } from './goals.tsx';
import { Icon, type IconName } from './icons.tsx';
import { KeyTable } from './pages/keyTable.tsx';
import { levelText, momentText } from './pages/words.ts';
import { useDismiss } from './useDismiss.ts';
import { useLayout } from './useLayout.ts';

interface TopBarProps {
  readonly keysOpen: boolean;
  readonly setKeysOpen: (open: boolean) => void;
}

/** Title, clock, view, and the switches that belong to the whole game. */
export function TopBar({ keysOpen, setKeysOpen }: TopBarProps) {
  const isDesk = useLayout() === 'desk';
  return (
    <header class="top">
      <div class="top-title">
        <Icon name="logo" size={28} class="logo" />
        <Title />
        {isDesk && <BranchChip />}
        {isDesk && <Goals />}
      </div>
      <div class="top-tools">
        <Clock />
        {isDesk && <Mode />}
        <Tools keysOpen={keysOpen} setKeysOpen={setKeysOpen} />
      </div>
      {!isDesk && (
        <div class="top-chips">
          <Goals />
          <Mode />
          <BranchChip />
        </div>
      )}
    </header>
  );
}

function Title() {
  const text = useGame((game) => levelText(game.level));
  return (
    <div class="title-words">
      <h1>{text.title}</h1>
      <p class="subtitle">
        <span class="quiet">{text.subtitle}</span>
        <span class="not-clinical">{t('hud.notForClinicalUse')}</span>
      </p>
    </div>
  );
}

function Clock() {
  const clock = useGame(
    (game) => clockTime(game.now.hour),
    (a, b) => a.time === b.time && a.day === b.day,
  );
  const isPaused = useGame(({ running, now }) => !running && now.outcome === null);
  return (
    <p class="clock">
      <b>{t('hud.day', { day: clock.day })}</b> <span class="number">{clock.time}</span>
      {isPaused && <span class="paused"> {t('hud.top.paused')}</span>}
    </p>
  );
}

function Mode() {
  const mode = useGame((game) => game.mode);
  const isReplay = useGame((game) => game.kind === 'replay');
  return (
    <p class="chip mode-chip" title={t(`hud.top.modeNote.${mode}`)}>
      <Icon name={mode} size={16} />
      <span>{isReplay ? t('hud.top.replay') : t(`hud.top.mode.${mode}`)}</span>
    </p>
  );
}

/** Says that the game was taken over: from which one, and at which hour. */
function BranchChip() {
  const fork = useGame((game) => game.fork);
  return fork && <Branch fork={fork} />;
}

function Branch({ fork }: { readonly fork: Fork }) {
  const parent = useBranches(({ trees }) => {
    const tree = trees.find(({ id }) => id === fork.treeId);
    return tree?.branches.find(({ id }) => id === fork.parent)?.name ?? '';
  });
  const words = t('app.branches.playing', { parent, moment: momentText(fork.forkTick) });
  return (
    <p class="chip branch-chip-now" title={words}>
      <Icon name="branch" size={16} />
      <span>{words}</span>
    </p>
  );
}

function Tools({ keysOpen, setKeysOpen }: TopBarProps) {
  const { setSettings, openMenu } = useActions();
  const muted = useApp((state) => state.settings.muted);
  const captions = useApp((state) => state.settings.captions);
  const place = useRef<HTMLDivElement>(null);
  useDismiss(place, keysOpen, () => setKeysOpen(false));
  return (
    <div class="tools">
      <Tool
        icon={muted ? 'speakerMuted' : 'speaker'}
        name={t('hud.top.mute')}
        keys="M"
        pressed={muted}
        press={() => setSettings({ muted: !muted })}
      />
      <Tool
        icon="captions"
        name={t('hud.top.captions')}
        keys="C"
        pressed={captions}
        press={() => setSettings({ captions: !captions })}
      />
      <div class="keys-place" ref={place}>
        <button
          type="button"
          class="icon-button keys-button"
          aria-label={t('hud.top.keys')}
          title={t('hud.top.keys')}
          aria-keyshortcuts="?"
          aria-expanded={keysOpen}
          onClick={() => setKeysOpen(!keysOpen)}
        >
          <Icon name="keyboard" size={20} />
        </button>
        {keysOpen && <KeysList />}
      </div>
      <button
        type="button"
        class="icon-button"
        aria-label={t('hud.top.menu')}
        title={t('hud.top.menu')}
        onClick={openMenu}
      >
        <Icon name="menu" size={20} />
      </button>
    </div>
  );
}

/** Takes the focus, so that it can be scrolled by keys where it does not fit. */
function KeysList() {
  const list = useRef<HTMLElement>(null);
  useLayoutEffect(() => list.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the arrow keys
    <section class="keys-list popup" aria-label={t('hud.keys.title')} tabIndex={0} ref={list}>
      <KeyTable />
    </section>
  );
}

interface ToolProps {
  readonly icon: IconName;
  readonly name: string;
  readonly keys: string;
  readonly pressed: boolean;
  readonly press: () => void;
}

function Tool({ icon, name, keys, pressed, press }: ToolProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={name}
      title={name}
      aria-keyshortcuts={keys}
      aria-pressed={pressed}
      onClick={press}
    >
      <Icon name={icon} size={20} />
    </button>
  );
}
