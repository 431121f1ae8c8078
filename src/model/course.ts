import { createRk4Workspace, type Rk4Workspace, rk4Step } from '../math/rk4.ts';
import { rightHandSide, SPECIES } from './generated/system.ts';

/** One tick of the game and one step of the integrator, in hours: 3 minutes. */
export const TICK_HOURS = 0.05;

/** Ticks in an hour. */
export const TICKS_PER_HOUR = 20;

/** A state that left the domain of the model: a bug, never a player's fault. */
export class InvariantError extends Error {}

/** Largest negative value that rounding may leave in a state. */
export const ROUNDING = -1e-9;

const WORKSPACE: Rk4Workspace = createRk4Workspace(SPECIES.length);

/**
 * Advances state y by one step of so many hours (a tick unless said otherwise), in place.
 *
 * @throws InvariantError if a species turns negative or is not finite
 */
export function advanceTick(y: Float64Array, p: Float64Array, hours: number = TICK_HOURS): void {
  if (!rk4Step(WORKSPACE, rightHandSide, y, p, hours, ROUNDING)) checkState(y);
}

/** @throws InvariantError if a species is negative or not finite */
export function checkState(y: Float64Array): void {
  for (let i = 0; i < y.length; i += 1) {
    const value = y[i] as number;
    if (!(value >= ROUNDING && value < Infinity)) throw new InvariantError(`${SPECIES[i]} became ${value}`);
  }
}
