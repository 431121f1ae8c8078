import type { Textures } from 'phaser';

/** The drawn figures that the picture needs; every one must be a frame of the atlas (see scripts/textures.ts). */
export const FIGURE_NAMES = [
  'antibody',
  'antibody-il6',
  'antibody-tnf',
  'bacterium-0',
  'bacterium-1',
  'bacterium-bulging',
  'bacterium-burst',
  'basement-membrane',
  'bokeh',
  'bubble',
  'car-t',
  'car-t-ember',
  'car-t-rim',
  'drug-anakinra',
  'drug-antibiotic',
  'drug-antiviral',
  'drug-baricitinib',
  'drug-dexamethasone',
  'drug-hydrocortisone',
  'endothelium-0',
  'endothelium-0-hurt-0',
  'endothelium-0-hurt-1',
  'endothelium-1',
  'endothelium-1-hurt-0',
  'endothelium-1-hurt-1',
  'endothelium-2',
  'endothelium-2-hurt-0',
  'endothelium-2-hurt-1',
  'epithelium-0',
  'epithelium-1',
  'epithelium-2',
  'epithelium-infected-0',
  'epithelium-infected-1',
  'epithelium-infected-2',
  'epithelium-lost',
  'epithelium-round',
  'epithelium-round-infected',
  'fibre-0',
  'fibre-1',
  'fibre-thick',
  'fibrin',
  'glow-flat',
  'glow-soft',
  'glycocalyx',
  'gust',
  'heart-body',
  'heart-coronary',
  'heart-damage',
  'heart-left',
  'heart-right',
  'junction',
  'junction-open',
  'kidney-body',
  'kidney-damage',
  'kidney-filtrate',
  'kidney-vessels',
  'macrophage-0',
  'macrophage-0-ember',
  'macrophage-0-rim',
  'macrophage-1',
  'macrophage-1-ember',
  'macrophage-1-rim',
  'macrophage-2',
  'macrophage-2-ember',
  'macrophage-2-rim',
  'macrophage-3',
  'macrophage-3-ember',
  'macrophage-3-rim',
  'macrophage-core',
  'macrophage-meal',
  'macrophage-vacuoles',
  'mote-ifng',
  'mote-il10',
  'mote-il6',
  'mote-tnf',
  'neutrophil-0',
  'neutrophil-0-rim',
  'neutrophil-1',
  'neutrophil-1-rim',
  'neutrophil-2',
  'neutrophil-2-rim',
  'neutrophil-nucleus-0',
  'neutrophil-nucleus-1',
  'neutrophil-nucleus-2',
  'neutrophil-squeeze-0',
  'neutrophil-squeeze-1',
  'neutrophil-squeeze-2',
  'platelet-0',
  'platelet-1',
  'plume',
  'porthole-back',
  'porthole-glass',
  'receptor-il6',
  'receptor-il6-bound',
  'receptor-il6-capped',
  'red-cell-0',
  'red-cell-0-glint',
  'red-cell-1',
  'red-cell-1-glint',
  'red-cell-2',
  'red-cell-2-glint',
  'ring',
  'septum-tip',
  'storm-spiral',
  'streak',
  'surfactant',
  'synapse',
  't-cell',
  't-cell-rim',
  'tick',
  'tumour-0',
  'tumour-1',
  'tumour-2',
  'tumour-debris',
  'tumour-dying',
  'virus-0',
  'virus-1',
  'virus-2',
] as const;
export type FigureName = (typeof FIGURE_NAMES)[number];

/** One frame of the atlas: its box around the origin in field units, and its place in the texture. */
export interface Figure {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Half of its untrimmed width. */
  readonly radius: number;
  readonly u: number;
  readonly v: number;
  readonly uWidth: number;
  readonly vHeight: number;
}

export type Figures = Readonly<Record<FigureName, Figure>>;

/**
 * Reads every figure from the atlas; the origin of each is the middle of its
 * untrimmed box.
 *
 * @param atlasScale pixels of the atlas for one unit of the field
 * @throws Error naming the frame that the atlas lacks
 */
export function readFigures(texture: Textures.Texture, atlasScale: number): Figures {
  const figures: Partial<Record<FigureName, Figure>> = {};
  for (const name of FIGURE_NAMES) {
    if (!texture.has(name)) throw new Error(`The atlas has no frame "${name}".`);
    const frame = texture.get(name);
    figures[name] = {
      left: (frame.x - frame.realWidth / 2) / atlasScale,
      top: (frame.y - frame.realHeight / 2) / atlasScale,
      width: frame.cutWidth / atlasScale,
      height: frame.cutHeight / atlasScale,
      radius: frame.realWidth / 2 / atlasScale,
      u: frame.u0,
      v: frame.v0,
      uWidth: frame.u1 - frame.u0,
      vHeight: frame.v1 - frame.v0,
    };
  }
  return figures as Figures;
}
