import { Game, Scale, WEBGL } from 'phaser';
import { STILL_SIZE } from '../app/debrief/stillPictures.ts';
import type { Level, Snapshot } from '../engine/types.ts';
import { loadAtlas } from './atlas.ts';
import { InsideScene } from './insideScene.ts';
import { hasWebGL } from './mount.ts';
import type { SceneView } from './source.ts';

/** Draws moments of the inside view, one at a time, out of sight. */
export interface StillPainter {
  /** Draws a moment and copies it onto a canvas of STILL_SIZE. */
  paint(onto: HTMLCanvasElement, snapshot: Snapshot, level: Level): Promise<void>;
  destroy(): void;
}

/**
 * The scene of play on a canvas of its own that no page shows: the same layers, textures and shaders, at rest.
 * Its frame loop stands still; a frame is drawn only when a picture is asked for.
 *
 * @param first what the scene is built with; it is not painted yet
 * @returns null when this browser cannot draw it
 */
export async function createStillPainter(
  first: { readonly snapshot: Snapshot; readonly level: Level },
  texturesUrl = 'textures/',
): Promise<StillPainter | null> {
  if (!hasWebGL()) return null;
  const atlas = await loadAtlas(texturesUrl, 1);
  let view = viewOf(first.snapshot, first.level);
  const source = { getView: () => view, advance: () => undefined };
  const pace = (step: () => void): void => {
    // From here on a frame is drawn only when it is asked for.
    game.loop.stop();
    // A frame of what stands so far, so that the shaders are compiled one after the other and not all in the first picture.
    setTimeout(() => {
      game.step(performance.now(), 0);
      setTimeout(step);
    });
  };
  const scene = new InsideScene(source, atlas, view, () => undefined, pace);
  const game = createGame(scene);
  try {
    await scene.created;
  } catch {
    game.destroy(true);
    return null;
  }
  scene.fit(STILL_SIZE.width, STILL_SIZE.height, 1);
  const draw = (): void => {
    scene.wake();
    scene.needsFrame(0);
    game.step(performance.now(), 0);
  };
  return {
    async paint(onto, snapshot, level) {
      view = viewOf(snapshot, level);
      draw();
      const picture = await createImageBitmap(game.canvas);
      const { width, height } = STILL_SIZE;
      onto.getContext('2d')?.clearRect(0, 0, width, height);
      onto.getContext('2d')?.drawImage(picture, 0, 0);
      picture.close();
    },
    destroy() {
      game.destroy(true);
      // Phaser takes itself down in its next frame.
      game.step(performance.now(), 0);
    },
  };
}

/** One moment as the scene of play sees a game that stands still. */
function viewOf(snapshot: Snapshot, level: Level): SceneView {
  return {
    before: snapshot,
    now: snapshot,
    fraction: 0,
    level,
    running: false,
    reducedMotion: false,
    layout: 'tall',
  };
}

function createGame(scene: InsideScene): Game {
  return new Game({
    type: WEBGL,
    ...STILL_SIZE,
    parent: document.createElement('div'),
    scale: { mode: Scale.NONE },
    transparent: true,
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    autoFocus: false,
    disableContextMenu: false,
    render: { antialiasGL: false, batchSize: 4096 },
    scene,
  });
}
