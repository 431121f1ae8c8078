/** Directions in which a cell's outline is known. */
const DIRECTIONS = 36;

/** Radius of each macrophage shape's outline by direction, clockwise from the right, in field units. */
export type Outlines = readonly (readonly number[])[];

/** Box of a frame in the atlas's JSON, in atlas pixels. */
export interface AtlasFrame {
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly spriteSourceSize: { readonly x: number; readonly y: number };
  readonly sourceSize: { readonly w: number; readonly h: number };
}

/** Alpha from which a pixel belongs to the cell and no longer to its glow. */
const SOLID = 110;

/**
 * Reads where a drawn cell ends, from its pixels, so that receptors stand on
 * its rim whatever shape the artist gave it.
 *
 * @param picture the whole atlas
 * @param atlasScale atlas pixels for one field unit
 */
export function outlineOf(
  picture: CanvasRenderingContext2D,
  place: AtlasFrame,
  atlasScale: number,
): readonly number[] {
  const { x, y, w, h } = place.frame;
  const pixels = picture.getImageData(x, y, w, h).data;
  const middleX = place.sourceSize.w / 2 - place.spriteSourceSize.x;
  const middleY = place.sourceSize.h / 2 - place.spriteSourceSize.y;
  return Array.from({ length: DIRECTIONS }, (_, step) => {
    const direction = ((step + 0.5) / DIRECTIONS) * 2 * Math.PI;
    for (let radius = Math.max(w, h) / 2; radius > 0; radius -= 1) {
      const column = Math.round(middleX + radius * Math.cos(direction));
      const row = Math.round(middleY + radius * Math.sin(direction));
      if (column < 0 || row < 0 || column >= w || row >= h) continue;
      if ((pixels[4 * (row * w + column) + 3] as number) >= SOLID) return radius / atlasScale;
    }
    return 0;
  });
}
