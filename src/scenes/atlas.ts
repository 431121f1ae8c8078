import { type AtlasFrame, type Outlines, outlineOf } from './outlines.ts';

/** The atlas, loaded before the scene starts. */
export interface LoadedAtlas {
  readonly image: HTMLImageElement;
  /** Pixels of the atlas for one unit of the field. */
  readonly scale: number;
  readonly frames: object;
  readonly outlines: Outlines;
}

/** Shapes that a macrophage passes through. */
const MACROPHAGES = ['macrophage-0', 'macrophage-1', 'macrophage-2', 'macrophage-3'] as const;

/** Atlases that were loaded before: a picture of the game that was just played needs no second one. */
const known = new Map<string, Promise<LoadedAtlas>>();

/**
 * Loads picture and frames by themselves, once: Phaser's loader would need more of
 * the content security policy.
 *
 * @param folder where the atlases are, with a slash at the end
 * @throws when one cannot be had, or lacks a frame that is read here
 */
export function loadAtlas(folder: string, scale: 1 | 2): Promise<LoadedAtlas> {
  const path = `${folder}${scale === 1 ? 'atlas' : 'atlas@2x'}`;
  const before = known.get(path);
  if (before) return before;
  const loading = load(path, scale);
  known.set(path, loading);
  // What could not be had now may be had later.
  loading.catch(() => known.delete(path));
  return loading;
}

async function load(path: string, scale: 1 | 2): Promise<LoadedAtlas> {
  const image = new Image();
  image.src = `${path}.webp`;
  const [response] = await Promise.all([fetch(`${path}.json`), image.decode()]);
  if (!response.ok) throw new Error(`${path}.json: ${response.status}`);
  const frames = (await response.json()) as { frames: Record<string, AtlasFrame> };
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth;
  canvas.height = image.naturalHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas.');
  context.drawImage(image, 0, 0);
  const outlines: Outlines[number][] = [];
  for (const shape of MACROPHAGES) {
    // One in a task, so that no frame of the page is held up by all of them.
    await new Promise((next) => setTimeout(next));
    outlines.push(outlineOf(context, frames.frames[shape] as AtlasFrame, scale));
  }
  return { image, scale, frames, outlines };
}
