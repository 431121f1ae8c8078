/**
 * Storm index of a measured IL-6 in pg/mL: the model's observable of that
 * name, 0 at 20 and 1 at 1600 pg/mL.
 */
export function stormIndexOf(il6: number): number {
  return Math.min(Math.max((Math.log10(il6) - 1.3) / 1.9, 0), 1);
}
