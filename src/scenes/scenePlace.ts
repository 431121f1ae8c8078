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
  /** True for `?debug`: the place then carries the cost of a frame in its data-frame-cost. */
  readonly debug: boolean;
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

/** Watches for the place and keeps exactly one picture in it. Loads Phaser by itself once the first page stands. */
export function createScenePlace(host: ScenePlaceHost): ScenePlace {
  const { store, actions } = host;
  let mounting: Mounting | null = null;
  let drivenUntil = 0;
  let fraction = 0;
  setTimeout(() => void loadScene().catch(() => undefined), IDLE_MILLISECONDS);

  function advance(milliseconds: number): void {
    try {
      fraction = actions.advance(milliseconds);
    } catch (error) {
      host.reportUnexpected(error);
    }
  }

  const source: SceneSource = {
    getView: () => viewOf(host, fraction),
    advance: (milliseconds) => {
      drivenUntil = performance.now() + SILENCE_MILLISECONDS;
      advance(milliseconds);
    },
  };

  async function mount(now: Mounting): Promise<void> {
    drivenUntil = performance.now() + LOADING_MILLISECONDS;
    try {
      const { mountScene } = await loadScene();
      const mounted = now.place.isConnected ? await mountScene(now.place as HTMLElement, source) : null;
      if (mounted?.ok) {
        now.handle = mounted.handle;
        if (mounting !== now) mounted.handle.destroy();
        return;
      }
      if (mounted) giveUp(mounted.reason);
    } catch {
      giveUp('textures');
    }
  }

  function giveUp(reason: 'webgl' | 'textures'): void {
    drivenUntil = 0;
    store.setState({ sceneAvailable: false });
    // The play screen itself says that WebGL is missing.
    if (reason !== 'webgl') host.reportMissing();
  }

  return {
    frame(milliseconds) {
      const place = store.getState().game ? document.querySelector(PLACE) : null;
      if (mounting && mounting.place !== place) {
        mounting.handle?.destroy();
        mounting = null;
      }
      if (place && !mounting && store.getState().sceneAvailable) {
        mounting = { place, handle: null };
        void mount(mounting);
      }
      if (host.debug && mounting?.handle) publishCost(mounting.place, mounting.handle);
      if (performance.now() > drivenUntil) advance(milliseconds);
    },
  };
}

/** Where the bench reads it. */
function publishCost(place: Element, handle: SceneHandle): void {
  (place as HTMLElement).dataset.frameCost = JSON.stringify(handle.frameCost());
}

function viewOf({ store, layout }: ScenePlaceHost, fraction: number): SceneView | null {
  const { game, settings } = store.getState();
  if (!game) return null;
  const asked = settings.motion === 'system' && matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    before: knownSnapshot(game.before, game.mode),
    now: knownSnapshot(game.now, game.mode),
    fraction,
    level: game.level,
    running: game.running,
    reducedMotion: asked || settings.motion === 'reduced',
    layout: layout(),
  };
}
