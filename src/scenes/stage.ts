import { FIELD } from './anatomy.ts';

/** The three arrangements of the play screen. */
export type StageLayout = 'wide' | 'tall' | 'short';

/** A round window on an organ, in CSS pixels of the canvas. */
export interface OrganWindowPlace {
  readonly x: number;
  readonly y: number;
  readonly r: number;
}

/** How the field of 840 x 560 lies on a canvas, and where the picture fades out. All in CSS pixels. */
export interface Stage {
  readonly width: number;
  readonly height: number;
  /** CSS pixels for one unit of the field. */
  readonly scale: number;
  /** Canvas position of the field's top left corner. */
  readonly left: number;
  readonly top: number;
  /** The picture is whole up to the first and gone at the second, in field units. */
  readonly fadeRight: readonly [number, number];
  readonly fadeBottom: readonly [number, number];
  readonly heart: OrganWindowPlace;
  readonly kidney: OrganWindowPlace;
  /** Most motes of IL-6 that this screen shows. */
  readonly moteLimit: number;
}

/** Size of the picture at 1280 x 720; it shows the whole field there. */
const DESK_PICTURE = { width: 848, height: 560 } as const;

/** What the picture keeps in its middle when it is narrower than the field: the lowest sac and the storm's eye. */
const MIDDLE = 372;

/**
 * The stage of a canvas. The field covers it: a wide one shows all of it, a
 * narrow one its middle, from the top.
 *
 * @param width,height size of the canvas in CSS pixels
 */
export function stageOf(width: number, height: number, layout: StageLayout): Stage {
  const scale = Math.max(width / DESK_PICTURE.width, height / DESK_PICTURE.height);
  const shown = width / scale;
  const hidden = Math.max(0, FIELD.width - shown);
  const left = -Math.min(hidden, Math.max(0, MIDDLE - shown / 2)) * scale;
  const bottom = height / scale;
  const right = shown - left / scale;
  const whole: readonly [number, number] = [right + 1000, right + 1001];
  const base = { width, height, scale, left, top: 0 };
  if (layout === 'tall') {
    return {
      ...base,
      fadeRight: whole,
      fadeBottom: [bottom - 34, bottom],
      heart: { x: width - 46, y: Math.min(124, height * 0.29), r: 27 },
      kidney: { x: width - 46, y: Math.min(210, height * 0.5), r: 27 },
      moteLimit: 900,
    };
  }
  if (layout === 'short') {
    return {
      ...base,
      fadeRight: [right - 36, right],
      fadeBottom: [bottom - 24, bottom],
      heart: { x: width - 40, y: height - 146, r: 24 },
      kidney: { x: width - 40, y: height - 64, r: 24 },
      moteLimit: 900,
    };
  }
  const unit = Math.min(width / DESK_PICTURE.width, height / DESK_PICTURE.height);
  return {
    ...base,
    fadeRight: [right - 56, right - 4],
    fadeBottom: [bottom - 58, bottom - 6],
    heart: { x: width - 84 * unit, y: 122 * unit, r: 44 * unit },
    kidney: { x: width - 84 * unit, y: 262 * unit, r: 44 * unit },
    moteLimit: width >= 1200 ? 2600 : 1800,
  };
}
