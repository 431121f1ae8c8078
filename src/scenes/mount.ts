import { Core, Game, Scale, WEBGL } from 'phaser';
import { InsideScene, type LoadedAtlas } from './insideScene.ts';
import { type AtlasFrame, outlineOf } from './outlines.ts';
import type { FrameCost, SceneHandle, SceneMount, SceneSource } from './source.ts';
import { type StageLayout, stageOf } from './stage.ts';

/** More pixels than this for a CSS pixel cost battery and show nothing. */
const MOST_DENSITY = 2;

/** Frames over which the cost is averaged. */
const COST_FRAMES = 120;

/**
 * Puts the inside view into an element and starts its frame loop, which from
 * then on drives the game's clock through `source.advance`.
 *
 * @param parent element that the canvas fills; it keeps its size
 * @param texturesUrl folder of the atlases, with a slash at the end
 * @returns the handle, or why there is no picture: the game is then played without
 */
export async function mountScene(
  parent: HTMLElement,
  source: SceneSource,
  texturesUrl = 'textures/',
): Promise<SceneMount> {
  if (!hasWebGL()) return { ok: false, reason: 'webgl' };
  const view = source.getView();
  if (view === null) throw new Error('A scene is mounted when a game is on.');
  let atlas: LoadedAtlas;
  try {
    atlas = await loadAtlas(texturesUrl, atlasScaleFor(parent, view.layout));
  } catch {
    return { ok: false, reason: 'textures' };
  }
  const cost = new Float64Array(2);
  let frames = 0;
  const add = (kind: 0 | 1, milliseconds: number): void => {
    const weight = 1 / Math.min(COST_FRAMES, frames + 1);
    cost[kind] = (cost[kind] as number) * (1 - weight) + milliseconds * weight;
  };
  const scene = new InsideScene(source, atlas, view, (milliseconds) => add(0, milliseconds));
  const size = sizeOf(parent);
  const game = new Game({
    type: WEBGL,
    parent,
    width: size.width * size.density,
    height: size.height * size.density,
    scale: { mode: Scale.NONE, autoRound: true },
    transparent: true,
    banner: false,
    audio: { noAudio: true },
    input: { keyboard: false, mouse: false, touch: false, gamepad: false },
    autoFocus: false,
    disableContextMenu: false,
    render: { antialiasGL: false, powerPreference: 'high-performance', batchSize: 4096 },
    scene,
  });
  let drawing = 0;
  game.events.on(Core.Events.PRE_RENDER, () => {
    drawing = performance.now();
  });
  game.events.on(Core.Events.POST_RENDER, () => {
    add(1, performance.now() - drawing);
    frames += 1;
  });
  return {
    ok: true,
    handle: await handleOf(
      game,
      scene,
      parent,
      () => ({ update: cost[0] as number, render: cost[1] as number, frames }),
      source,
    ),
  };
}

async function handleOf(
  game: Game,
  scene: InsideScene,
  parent: HTMLElement,
  frameCost: () => FrameCost,
  source: SceneSource,
): Promise<SceneHandle> {
  const resize = (): void => {
    const { width, height, density } = sizeOf(parent);
    if (width === 0 || height === 0) return;
    game.scale.resize(Math.round(width * density), Math.round(height * density));
    game.canvas.style.width = `${width}px`;
    game.canvas.style.height = `${height}px`;
    scene.fit(width, height, density);
    placeWindows(parent, width, height, source);
  };
  await new Promise<void>((ready) => {
    scene.onCreated = ready;
  });
  resize();
  const observer = new ResizeObserver(resize);
  observer.observe(parent);
  return {
    resize,
    frameCost,
    destroy() {
      observer.disconnect();
      game.destroy(true);
    },
    snapshot: () =>
      new Promise((done) => {
        game.renderer.snapshot((image) => done((image as HTMLImageElement).src));
      }),
  };
}

/** Tells the page's style sheet where the organ windows stand, for their labels. */
function placeWindows(parent: HTMLElement, width: number, height: number, source: SceneSource): void {
  const view = source.getView();
  if (view === null) return;
  const stage = stageOf(width, height, view.layout);
  for (const organ of ['heart', 'kidney'] as const) {
    parent.style.setProperty(`--${organ}-x`, `${stage[organ].x}px`);
    parent.style.setProperty(`--${organ}-y`, `${stage[organ].y}px`);
    parent.style.setProperty(`--${organ}-r`, `${stage[organ].r}px`);
  }
}

function sizeOf(parent: HTMLElement): { width: number; height: number; density: number } {
  return {
    width: parent.clientWidth,
    height: parent.clientHeight,
    density: Math.min(MOST_DENSITY, window.devicePixelRatio || 1),
  };
}

/** The small atlas is sharp where a field unit is at most about a device pixel. */
function atlasScaleFor(parent: HTMLElement, layout: StageLayout): 1 | 2 {
  const { width, height, density } = sizeOf(parent);
  return stageOf(width, height, layout).scale * density > 1.1 ? 2 : 1;
}

function hasWebGL(): boolean {
  const canvas = document.createElement('canvas');
  try {
    return canvas.getContext('webgl') !== null;
  } catch {
    return false;
  }
}

/** Shapes that a macrophage passes through. */
const MACROPHAGES = ['macrophage-0', 'macrophage-1', 'macrophage-2', 'macrophage-3'] as const;

/** Loads picture and frames by themselves: Phaser's loader would need more of the content security policy. */
async function loadAtlas(folder: string, scale: 1 | 2): Promise<LoadedAtlas> {
  const name = scale === 1 ? 'atlas' : 'atlas@2x';
  const image = new Image();
  image.src = `${folder}${name}.webp`;
  const [response] = await Promise.all([fetch(`${folder}${name}.json`), image.decode()]);
  if (!response.ok) throw new Error(`${name}.json: ${response.status}`);
  const frames = (await response.json()) as { frames: Record<string, AtlasFrame> };
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas.');
  context.drawImage(image, 0, 0);
  const outlines = MACROPHAGES.map((shape) => outlineOf(context, frames.frames[shape] as AtlasFrame, scale));
  return { image, scale, frames, outlines };
}
