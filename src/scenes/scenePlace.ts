/** Brings the inside view onto the page when the play screen has a place for it, and drives the clock where there is none. */
import { knownSnapshot } from '../app/knownSnapshot.ts';
import type { AppStore } from '../app/store.ts';
import type { Actions } from '../app/types.ts';
import type { SceneHandle, SceneSource, SceneView } from './source.ts';
import type { StageLayout } from './stage.ts';

/** The element of the play screen that the picture fills. */
const PLACE = '#picture';

/** So long the clock waits for the picture, so that nothing is missed while it loads. */
const LOADING_MILLISECONDS = 8000;

/** A picture that has not moved the clock for so long has failed; the page's own loop takes over. */
const SILENCE_MILLISECONDS = 1000;

/** Phaser is fetched when the menu has had this long to itself. */
const IDLE_MILLISECONDS = 1500;

export interface ScenePlaceHost {
  readonly store: AppStore;
  readonly actions: Actions;
  layout(): StageLayout;
  /** Told of an error in the game itself; the frame loop goes on. */
  reportUnexpected(error: unknown): void;
  /** Told when the picture cannot be loaded although the browser could draw it. */
  reportMissing(): void;
}

export interface ScenePlace {
  /** Call once a frame on every page. */
  frame(milliseconds: number): void;
}

interface Mounting {
  readonly place: Element;
  handle: SceneHandle | null;
}

const loadScene = () => import('./mount.ts');

/** What the place remembers between frames. */
interface PlaceState {
  mounting: Mounting | null;
  /** Real time until which the picture is trusted to move the clock. */
  drivenUntil: number;
  /** Part of a tick that the clock has reached, 0 to 1. */
  fraction: number;
}

/** Watches for the place and keeps exactly one picture in it. Loads Phaser by itself once the first page stands. */
export function createScenePlace(host: ScenePlaceHost): ScenePlace {
  const state: PlaceState = { mounting: null, drivenUntil: 0, fraction: 0 };
  setTimeout(() => void loadScene().catch(() => undefined), IDLE_MILLISECONDS);
  const source: SceneSource = {
    getView: () => viewOf(host, state.fraction),
    advance: (milliseconds) => {
      state.drivenUntil = performance.now() + SILENCE_MILLISECONDS;
      advance(host, state, milliseconds);
    },
  };
  return {
    frame(milliseconds) {
      const { store } = host;
      const place = store.getState().game ? document.querySelector(PLACE) : null;
      if (state.mounting && state.mounting.place !== place) {
        state.mounting.handle?.destroy();
        state.mounting = null;
      }
      if (place && !state.mounting && store.getState().sceneAvailable) {
        state.mounting = { place, handle: null };
        void mount(host, state, source, state.mounting);
      }
      if (performance.now() > state.drivenUntil) advance(host, state, milliseconds);
    },
  };
}

function advance(
  { actions, reportUnexpected }: ScenePlaceHost,
  state: PlaceState,
  milliseconds: number,
): void {
  try {
    state.fraction = actions.advance(milliseconds);
  } catch (error) {
    reportUnexpected(error);
  }
}

async function mount(
  host: ScenePlaceHost,
  state: PlaceState,
  source: SceneSource,
  now: Mounting,
): Promise<void> {
  state.drivenUntil = performance.now() + LOADING_MILLISECONDS;
  try {
    const { mountScene } = await loadScene();
    const mounted = now.place.isConnected ? await mountScene(now.place as HTMLElement, source) : null;
    if (mounted?.ok) {
      now.handle = mounted.handle;
      if (state.mounting !== now) mounted.handle.destroy();
      return;
    }
    if (mounted) giveUp(host, state, mounted.reason);
  } catch {
    giveUp(host, state, 'textures');
  }
}

function giveUp(
  { store, reportMissing }: ScenePlaceHost,
  state: PlaceState,
  reason: 'webgl' | 'textures',
): void {
  state.drivenUntil = 0;
  store.setState({ sceneAvailable: false });
  // The play screen itself says that WebGL is missing.
  if (reason !== 'webgl') reportMissing();
}

function viewOf({ store, layout }: ScenePlaceHost, fraction: number): SceneView | null {
  const { game, settings } = store.getState();
  if (!game) return null;
  const asked = settings.motion === 'system' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    before: knownSnapshot(game.before, game.mode, game.level.trigger),
    now: knownSnapshot(game.now, game.mode, game.level.trigger),
    fraction,
    level: game.level,
    running: game.running,
    reducedMotion: asked || settings.motion === 'reduced',
    layout: layout(),
  };
}
