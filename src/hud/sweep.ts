/** A trace on a canvas that is written from left to right over itself, behind an erase bar, as bedside monitors do. */

export interface SweepOptions {
  /** Real seconds from the left edge to the right. */
  readonly seconds: number;
  /** Lowest and highest value shown. */
  readonly low: number;
  readonly high: number;
}

/** Moves the source of the trace on by some seconds and returns its value there. */
export type Source = (seconds: number) => number;

export interface Sweep {
  readonly canvas: HTMLCanvasElement;
  readonly options: SweepOptions;
  /** One value a column of the canvas, in device pixels. */
  column: Float32Array;
  /** Column that is written next, with the fraction of it that has passed. */
  head: number;
  /** Real seconds from edge to edge at the present width. */
  seconds: number;
}

/** Samples a column stands for, so that a QRS narrower than a column keeps its height. */
const SAMPLES_PER_COLUMN = 6;
/** Width of the erase bar as a share of the trace. */
const ERASED_SHARE = 0.075;
/** The head stands here, as a share of the width, when a trace is first shown. */
const FIRST_HEAD = 0.74;
/** CSS pixels from which the trace covers all its seconds; below, fewer, but this share at least. */
const FULL_WIDTH = 150;
const NARROWEST = 0.4;
/** Steps in which older trace fades. */
const FADE_STEPS = 10;

export function createSweep(canvas: HTMLCanvasElement, options: SweepOptions): Sweep {
  return { canvas, options, column: new Float32Array(0), head: 0, seconds: options.seconds };
}

/** Fits the canvas to its box. Returns true when its size changed and it must be filled again. */
export function fitSweep(sweep: Sweep, ratio: number): boolean {
  const { canvas } = sweep;
  const width = Math.max(1, Math.round(canvas.clientWidth * ratio));
  const height = Math.max(1, Math.round(canvas.clientHeight * ratio));
  if (canvas.width === width && canvas.height === height && sweep.column.length === width) return false;
  canvas.width = width;
  canvas.height = height;
  sweep.column = new Float32Array(width);
  sweep.head = Math.floor(width * FIRST_HEAD);
  // On a phone the same seconds would crowd into a third of the width.
  sweep.seconds = sweep.options.seconds * Math.min(1, Math.max(NARROWEST, canvas.clientWidth / FULL_WIDTH));
  return true;
}

/** The value of a column: its sample farthest from the baseline (0), so that no R peak falls between two columns. */
function sampleColumn(sweep: Sweep, index: number, source: Source): void {
  const { column } = sweep;
  const step = sweep.seconds / column.length / SAMPLES_PER_COLUMN;
  let chosen = source(step);
  for (let sample = 1; sample < SAMPLES_PER_COLUMN; sample += 1) {
    const value = source(step);
    if (Math.abs(value) > Math.abs(chosen)) chosen = value;
  }
  column[index] = chosen;
}

/** Writes the whole width at once, oldest first: at the start, after a resize, and for reduced motion. */
export function fillSweep(sweep: Sweep, source: Source): void {
  const { length } = sweep.column;
  for (let age = 0; age < length; age += 1)
    sampleColumn(sweep, (Math.floor(sweep.head) + age) % length, source);
}

/** Writes what `seconds` of real time add. */
export function advanceSweep(sweep: Sweep, seconds: number, source: Source): void {
  const { column } = sweep;
  const from = Math.floor(sweep.head);
  const reached = sweep.head + (seconds / sweep.seconds) * column.length;
  const until = Math.floor(reached);
  for (let index = from; index < until; index += 1) sampleColumn(sweep, index % column.length, source);
  sweep.head = reached % column.length;
}

/**
 * Draws the trace: brightest at the head, fading with age, nothing inside the
 * erase bar.
 *
 * @param whole draw every column alike, without head and erase bar (reduced motion)
 */
export function drawSweep(sweep: Sweep, colour: string, lineWidth: number, whole: boolean): void {
  const context = sweep.canvas.getContext('2d');
  if (!context) return;
  const { column } = sweep;
  const count = column.length;
  context.clearRect(0, 0, sweep.canvas.width, sweep.canvas.height);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineWidth = lineWidth;
  context.lineJoin = 'round';
  if (whole) {
    strokeColumns(context, sweep, 0, count - 1, 0.9);
    return;
  }
  const head = Math.floor(sweep.head);
  const erased = Math.round(count * ERASED_SHARE);
  for (let step = 0; step < FADE_STEPS; step += 1) {
    const oldest = head - count + erased;
    const from = oldest + Math.round(((count - erased) * step) / FADE_STEPS);
    const until = oldest + Math.round(((count - erased) * (step + 1)) / FADE_STEPS) - 1;
    const alpha = 0.26 + 0.74 * ((step + 1) / FADE_STEPS) ** 1.6;
    strokeColumns(context, sweep, Math.max(from, 0), until, alpha);
    strokeColumns(context, sweep, from + count, Math.min(until + count, count - 1), alpha);
  }
  drawHead(context, sweep, Math.max(0, head - 1), lineWidth);
}

function yOf(sweep: Sweep, value: number, margin: number): number {
  const { low, high } = sweep.options;
  const room = sweep.canvas.height - 2 * margin;
  return margin + room * (1 - (value - low) / (high - low));
}

function strokeColumns(
  context: CanvasRenderingContext2D,
  sweep: Sweep,
  from: number,
  until: number,
  alpha: number,
): void {
  if (until < from || until < 0) return;
  context.globalAlpha = alpha;
  context.beginPath();
  // One column back, so that pieces of different age meet.
  const start = Math.max(0, from - 1);
  for (let index = start; index <= until; index += 1) {
    const y = yOf(sweep, sweep.column[index] ?? 0, context.lineWidth + 1);
    if (index === start) context.moveTo(index, y);
    else context.lineTo(index, y);
  }
  context.stroke();
}

function drawHead(context: CanvasRenderingContext2D, sweep: Sweep, index: number, lineWidth: number): void {
  const y = yOf(sweep, sweep.column[index] ?? 0, lineWidth + 1);
  const dot = lineWidth * 1.7;
  // A head that has just wrapped, or is about to, is still a whole dot.
  const x = Math.max(dot, Math.min(sweep.canvas.width - dot, index));
  for (const [radius, alpha] of [
    [2 * dot, 0.22],
    [dot, 1],
  ] as const) {
    context.globalAlpha = alpha;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
  context.globalAlpha = 1;
}
