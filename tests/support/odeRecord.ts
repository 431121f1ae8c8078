/** RK4 over records of numbers, for reference systems that are not the game's model. */
type Derivative<S> = (state: S) => S;

function shifted<S extends object>(state: S, slope: S, h: number): S {
  const moved: Record<string, number> = {};
  for (const [key, value] of Object.entries(state))
    moved[key] = value + h * (slope as Record<string, number>)[key]!;
  return moved as S;
}

/** Integrates from 0 to `hours` with step h (hours), calling `visit` after every step. */
export function integrate<S extends object>(
  start: S,
  derivative: Derivative<S>,
  hours: number,
  h: number,
  visit: (hour: number, state: S) => void = () => {},
): S {
  let state = start;
  const steps = Math.round(hours / h);
  for (let step = 1; step <= steps; step += 1) {
    const k1 = derivative(state);
    const k2 = derivative(shifted(state, k1, h / 2));
    const k3 = derivative(shifted(state, k2, h / 2));
    const k4 = derivative(shifted(state, k3, h));
    state = shifted(shifted(shifted(shifted(state, k1, h / 6), k2, h / 3), k3, h / 3), k4, h / 6);
    visit(step * h, state);
  }
  return state;
}
