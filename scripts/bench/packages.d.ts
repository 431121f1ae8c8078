/** A solver of the bench that brings no types of its own: what is used of it. */
declare module 'ode45-cash-karp' {
  export default function createIntegrator(
    y: Float64Array,
    rightHandSide: (dy: Float64Array, y: Float64Array, t: number) => void,
    t: number,
    dt: number,
    options: { readonly tol: number; readonly verbose: boolean },
  ): { readonly y: Float64Array; dt: number; steps(count: number, tLimit: number): void };
}
