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

/** Height of the picture on a phone held upright, of 844. */
const TALL_PICTURE = 424;

/** Width of the picture on a phone held sideways, of 844. */
const SHORT_PICTURE = 520;

/**
 * The stage of a canvas: 1280x720 and its multiples show the whole field in
 * the upper left 64 %, phones the middle of it.
 *
 * @param width,height size of the canvas in CSS pixels
 */
export function stageOf(width: number, height: number, layout: StageLayout): Stage {
  if (layout === 'tall') return tallStage(width, height);
  if (layout === 'short') return shortStage(width, height);
  const unit = Math.max(width / 1280, height / 720);
  return {
    width,
    height,
    scale: unit,
    left: 0,
    top: 0,
    fadeRight: [770, 856],
    fadeBottom: [500, 556],
    heart: { x: 764 * unit, y: 122 * unit, r: 44 * unit },
    kidney: { x: 764 * unit, y: 262 * unit, r: 44 * unit },
    moteLimit: width >= 1900 ? 2600 : 1800,
  };
}

function tallStage(width: number, height: number): Stage {
  const pictureHeight = Math.min(height, TALL_PICTURE);
  const scale = Math.max(pictureHeight / FIELD.height, width / FIELD.width);
  const left = width / 2 - 372 * scale;
  return {
    width,
    height,
    scale,
    left,
    top: 0,
    fadeRight: [2000, 2001],
    fadeBottom: [(pictureHeight - 40) / scale, pictureHeight / scale],
    heart: { x: width - 46, y: 124, r: 27 },
    kidney: { x: width - 46, y: 210, r: 27 },
    moteLimit: 900,
  };
}

function shortStage(width: number, height: number): Stage {
  const pictureWidth = Math.min(width, Math.round((width * SHORT_PICTURE) / 844));
  const scale = Math.max(height / FIELD.height, pictureWidth / FIELD.width);
  const left = Math.min(0, pictureWidth / 2 - 380 * scale);
  return {
    width,
    height,
    scale,
    left,
    top: 0,
    fadeRight: [(pictureWidth - 36 - left) / scale, (pictureWidth - left) / scale],
    fadeBottom: [(height - 60) / scale, (height - 20) / scale],
    heart: { x: pictureWidth - 40, y: height - 196, r: 24 },
    kidney: { x: pictureWidth - 40, y: height - 116, r: 24 },
    moteLimit: 900,
  };
}
