/** Solvers of the bench that bring no types of their own: what is used of them. */
declare module 'odex' {
  class Solver {
    constructor(n: number);
    relativeTolerance: number;
    absoluteTolerance: number;
    initialStepSize: number;
    maxSteps: number;
    solve(
      rightHandSide: (x: number, y: readonly number[]) => ArrayLike<number>,
      x: number,
      y: readonly number[],
      xEnd: number,
    ): { readonly y: number[] };
  }
  const odex: { readonly Solver: typeof Solver };
  export default odex;
}

declare module 'ode45-cash-karp' {
  export default function createIntegrator(
    y: Float64Array,
    rightHandSide: (dy: Float64Array, y: Float64Array, t: number) => void,
    t: number,
    dt: number,
    options: { readonly tol: number; readonly verbose: boolean },
  ): { readonly y: Float64Array; dt: number; steps(count: number, tLimit: number): void };
}
