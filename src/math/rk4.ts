/** Derivative of a system: dy at state y with parameters p. */
export type RightHandSide = (y: Float64Array, p: Float64Array, dy: Float64Array) => void;

/** Scratch space of the integrator, made once for a system of n states. */
export interface Rk4Workspace {
  readonly k1: Float64Array;
  readonly k2: Float64Array;
  readonly k3: Float64Array;
  readonly k4: Float64Array;
  readonly stage: Float64Array;
}

/** Workspace for a system of n states. */
export function createRk4Workspace(n: number): Rk4Workspace {
  return {
    k1: new Float64Array(n),
    k2: new Float64Array(n),
    k3: new Float64Array(n),
    k4: new Float64Array(n),
    stage: new Float64Array(n),
  };
}

/**
 * One classical Runge-Kutta step of length h (in the unit of time of the system), in place.
 * The order of operations is fixed so that every engine gives the same bits.
 *
 * @returns true if every new value is finite and at least `least`; asked for in the last loop because a loop of
 *   its own costs a sixth of the step
 */
export function rk4Step(
  workspace: Rk4Workspace,
  rightHandSide: RightHandSide,
  y: Float64Array,
  p: Float64Array,
  h: number,
  least: number = -Number.MAX_VALUE,
): boolean {
  const { k1, k2, k3, k4, stage } = workspace;
  const n = y.length;
  const half = h / 2;
  const sixth = h / 6;
  rightHandSide(y, p, k1);
  for (let i = 0; i < n; i += 1) stage[i] = (y[i] as number) + half * (k1[i] as number);
  rightHandSide(stage, p, k2);
  for (let i = 0; i < n; i += 1) stage[i] = (y[i] as number) + half * (k2[i] as number);
  rightHandSide(stage, p, k3);
  for (let i = 0; i < n; i += 1) stage[i] = (y[i] as number) + h * (k3[i] as number);
  rightHandSide(stage, p, k4);
  let inside = true;
  for (let i = 0; i < n; i += 1) {
    const slope = (k1[i] as number) + 2 * (k2[i] as number) + 2 * (k3[i] as number) + (k4[i] as number);
    const value = (y[i] as number) + sixth * slope;
    y[i] = value;
    if (!(value >= least && value < Infinity)) inside = false;
  }
  return inside;
}
