/** Human endotoxin cytokine kinetics as printed, with its unrounded Hill exponents. Hours, pg/mL. */
export interface EndotoxinState {
  E: number;
  mr: number;
  ma: number;
  TNF: number;
  IL6: number;
  IL10: number;
}

const up = (x: number, K: number, h: number): number => x ** h / (K ** h + x ** h);
const dn = (x: number, K: number, h: number): number => 1 - up(x, K, h);

/** State of a volunteer before `dose` ng/kg of endotoxin. */
export function endotoxinStart(dose: number): EndotoxinState {
  return { E: dose, mr: 28200, ma: 0, TNF: 1, IL6: 1.53, IL10: 0.248 };
}

/** Derivatives per hour. */
export function endotoxin2021({ E, mr, ma, TNF, IL6, IL10 }: EndotoxinState): EndotoxinState {
  const act = up(E, 3.3, 1) * (0.0414 + 8.65 * up(TNF, 100, 3.16)) * dn(IL10, 4.3465, 0.3) * mr;
  return {
    E: -1.0819 * E,
    mr: 0.006 * mr * (1 - mr / 30000) - act,
    ma: act - 2.51 * ma,
    TNF: 0.69712 * ma * dn(IL10, 17.386, 3) * dn(IL6, 560, 2) - 1.4873 * (TNF - 1),
    IL6:
      ma * (0.98831 + 0.81 * up(TNF, 185, 2)) * dn(IL6, 560, 1) * dn(IL10, 34.772, 4) -
      0.79658 * (IL6 - 1.53),
    IL10: ma * (0.020536 + 0.0191 * up(IL6, 560, 3.675)) - 1.1107 * (IL10 - 0.248),
  };
}
