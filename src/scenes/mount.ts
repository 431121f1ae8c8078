import { Core, Game, Scale, WEBGL } from 'phaser';
import { type LoadedAtlas, loadAtlas } from './atlas.ts';
import { createFrameMeter, type FrameMeter } from './frameMeter.ts';
import { InsideScene } from './insideScene.ts';
import type { SceneMount, SceneSource } from './source.ts';
import { type StageLayout, stageOf } from './stage.ts';

/** More pixels than this for a CSS pixel cost battery and show nothing. */
const MOST_DENSITY = 2;

/** After so many frames the page is told what a frame costs, for the bench. */
const TOLD_EVERY = 20;

/** Pixels of the small atlas for a field unit up to which it is sharp. */
const SHARP = 1.1;

/**
 * Puts the inside view into an element and starts its frame loop, which from
 * then on drives the game's clock through `source.advance`.
 *
 * @param parent element that the canvas fills; it keeps its size
 * @param texturesUrl folder of the atlases, with a slash at the end
 * @returns the handle, or why there is no picture: the game is then played without
 * @throws Error when no game is on
 */
export async function mountScene(
  parent: HTMLElement,
  source: SceneSource,
  texturesUrl = 'textures/',
): Promise<SceneMount> {
  if (!hasWebGL()) return { ok: false, reason: 'webgl' };
  const layout = source.getView()?.layout ?? 'wide';
  let atlas: LoadedAtlas;
  try {
    atlas = await loadAtlas(texturesUrl, atlasScaleFor(parent, layout));
  } catch {
    return { ok: false, reason: 'textures' };
  }
  const view = source.getView();
  if (view === null) throw new Error('A scene is mounted when a game is on.');
  const meter = createFrameMeter();
  const scene = new InsideScene(source, atlas, view, meter.updated);
  const game = createGame(parent, scene, meter);
  try {
    await scene.created;
  } catch {
    game.destroy(true);
    return { ok: false, reason: 'textures' };
  }
  const resize = (): void => fitCanvas(game, scene, parent);
  resize();
  const observer = new ResizeObserver(resize);
  observer.observe(parent);
  const drawAll = drawOnlyWhatIsNew(game, scene);
  const destroy = (): void => {
    observer.disconnect();
    drawAll();
    game.destroy(true);
  };
  return { ok: true, handle: { resize, destroy, frameCost: meter.cost } };
}

function createGame(parent: HTMLElement, scene: InsideScene, meter: FrameMeter): Game {
  const { width, height, density } = sizeOf(parent);
  const game = new Game({
    type: WEBGL,
    parent,
    width: Math.max(1, Math.round(width * density)),
    height: Math.max(1, Math.round(height * density)),
    scale: { mode: Scale.NONE },
    transparent: true,
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    autoFocus: false,
    disableContextMenu: false,
    render: { antialiasGL: false, powerPreference: 'high-performance', batchSize: 4096 },
    scene,
  });
  let began = 0;
  game.events.on(Core.Events.PRE_RENDER, () => {
    began = performance.now();
  });
  game.events.on(Core.Events.POST_RENDER, () => {
    meter.rendered(performance.now() - began);
    const cost = meter.cost();
    if (cost.frames % TOLD_EVERY === 0) parent.dataset.frameCost = JSON.stringify(cost);
  });
  return game;
}

/**
 * Leaves out the frames of a pause in which nothing changes: the browser keeps
 * what stands on the canvas, and a phone its battery.
 *
 * @returns draws every frame again; Phaser needs one more to take itself down
 */
function drawOnlyWhatIsNew(game: Game, scene: InsideScene): () => void {
  const { loop } = game;
  const draw = loop.callback;
  loop.callback = (time: number, delta: number): void => {
    if (scene.needsFrame(delta)) draw(time, delta);
  };
  // The canvas may have been emptied meanwhile.
  const wake = (): void => scene.wake();
  game.events.on(Core.Events.VISIBLE, wake);
  game.canvas.addEventListener('webglcontextrestored', wake);
  return () => {
    loop.callback = draw;
  };
}

/** Gives the canvas the size of its parent, in device pixels. */
function fitCanvas(game: Game, scene: InsideScene, parent: HTMLElement): void {
  const { width, height, density } = sizeOf(parent);
  if (width === 0 || height === 0) return;
  game.scale.resize(Math.round(width * density), Math.round(height * density));
  game.canvas.style.width = `${width}px`;
  game.canvas.style.height = `${height}px`;
  scene.fit(width, height, density);
}

function sizeOf(parent: HTMLElement): { width: number; height: number; density: number } {
  const density = Math.min(MOST_DENSITY, window.devicePixelRatio || 1);
  return { width: parent.clientWidth, height: parent.clientHeight, density };
}

/** The small atlas where a field unit is about a device pixel, the large one on dense or large screens. */
function atlasScaleFor(parent: HTMLElement, layout: StageLayout): 1 | 2 {
  const { width, height, density } = sizeOf(parent);
  return stageOf(width, height, layout).scale * density > SHARP ? 2 : 1;
}

/** A browser that could draw the picture once still can; asking again would hold up a frame. */
let couldDraw = false;

/** True when the browser can draw the picture. */
export function hasWebGL(): boolean {
  couldDraw ||= drawsWebGL();
  return couldDraw;
}

function drawsWebGL(): boolean {
  try {
    const context = document.createElement('canvas').getContext('webgl');
    // Browsers allow only so many contexts at once.
    context?.getExtension('WEBGL_lose_context')?.loseContext();
    return context !== null;
  } catch {
    return false;
  }
}
