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

/**
 * Loads picture and frames by themselves: Phaser's loader would need more of
 * the content security policy.
 *
 * @param folder where the atlases are, with a slash at the end
 * @throws when one cannot be had, or lacks a frame that is read here
 */
export async function loadAtlas(folder: string, scale: 1 | 2): Promise<LoadedAtlas> {
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
