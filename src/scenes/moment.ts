import type { Picture } from './picture.ts';
import type { Stage } from './stage.ts';

/**
 * What the figures are drawn from at one frame: the picture, and how far the
 * movements have come. All of it stands still while the game stands still.
 */
export interface Moment {
  picture: Picture;
  stage: Stage;
  /** Seconds of movement so far. */
  time: number;
  /** How far the storm has turned, radians at the rim of the eye. */
  turn: number;
  /** How far the blood has flowed, in field units at full speed of the middle of the stream. */
  flowed: number;
  /** Beats of the heart so far. */
  beats: number;
  /** No drift and no travel; what moves is replaced once an hour. */
  reducedMotion: boolean;
}

/** Blood in the middle of the stream at a MAP of 88 mmHg, field units a second. */
const FLOW_SPEED = 60;

/** Longest step of the movements in seconds; a hidden tab must not make them jump. */
const LONGEST_STEP = 0.1;

/** Turning of the storm at its full strength, radians a second at the rim of the eye. */
const TURN_SPEED = 1.25;

/** Moves everything on by the seconds of one frame of a running game. */
export function moveOn(moment: Moment, seconds: number): void {
  if (moment.reducedMotion) return;
  const step = Math.min(seconds, LONGEST_STEP);
  const { picture } = moment;
  moment.time += step;
  moment.turn +=
    step * TURN_SPEED * (0.12 + 0.88 * picture.storm) * (picture.storm > 0.05 ? 1 : picture.storm * 20);
  moment.flowed += step * FLOW_SPEED * picture.flow;
  moment.beats += (step * picture.heartRate) / 60;
}

/** How far the heart is contracted at this point of its beat: quick in, slow out, 0 to 1. */
export function contraction(beats: number): number {
  const phase = beats - Math.floor(beats);
  if (phase < 0.14) return Math.sin((phase / 0.14) * (Math.PI / 2));
  if (phase < 0.46) return Math.cos(((phase - 0.14) / 0.32) * (Math.PI / 2));
  return 0;
}
