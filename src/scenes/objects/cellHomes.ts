/** Where a cell of the tissue stands, and its size against the drawn one. */
export interface CellHome {
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

/** Macrophages left and right of the lowest sac, on its floor, then those that a storm calls. */
export const MACROPHAGE_HOMES: readonly CellHome[] = [
  { x: 112, y: 322, size: 0.92 },
  { x: 600, y: 328, size: 1.02 },
  { x: 418, y: 280, size: 0.66 },
  { x: 208, y: 330, size: 0.68 },
  { x: 494, y: 336, size: 0.64 },
];

/** The macrophage that stands in the air of the sac, and drowns there. */
export const ALVEOLAR_MACROPHAGE = 2;

export const T_CELL_HOMES: readonly CellHome[] = [
  { x: 690, y: 284, size: 0.95 },
  { x: 300, y: 350, size: 0.9 },
  { x: 42, y: 268, size: 0.95 },
  { x: 546, y: 300, size: 0.85 },
  { x: 684, y: 354, size: 0.9 },
  { x: 436, y: 360, size: 0.78 },
  { x: 34, y: 360, size: 0.85 },
  { x: 160, y: 268, size: 0.85 },
];
