/** Names of the ghost lines, written where each line ends. */
import type uPlot from 'uplot';
import type { Inks } from './plotMarks.ts';

/** One line of another course, on the axis of the series that it is compared with. */
export interface PlotGhost {
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly colour: string;
  readonly dash: readonly number[];
}

/** Distance between two names, in rem. */
const LINE_REM = 0.95;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Where a column of the plot ends, in pixels of the canvas; null when it is empty. */
function endOf(plot: uPlot, column: number, side: string): Place | null {
  const values = plot.data[column] ?? [];
  for (let row = values.length - 1; row >= 0; row -= 1) {
    const [value, hour] = [values[row], plot.data[0][row]];
    if (value !== null && value !== undefined && hour !== undefined)
      return { x: plot.valToPos(hour, 'x', true), y: plot.valToPos(value, side, true) };
  }
  return null;
}

/** The highest place of a column between two places of the canvas, as the canvas counts: the least y. */
function topBetween(plot: uPlot, column: number, side: string, from: number, to: number): number {
  const values = plot.data[column] ?? [];
  return Array.from(plot.data[0]).reduce((top, hour, row) => {
    const [value, x] = [values[row], plot.valToPos(hour, 'x', true)];
    if (value === null || value === undefined || x < from || x > to) return top;
    return Math.min(top, plot.valToPos(value, side, true));
  }, Number.POSITIVE_INFINITY);
}

/**
 * Writes each name left of the end of its line, above it; a name that would lie on another one moves up.
 *
 * @param firstColumn column of the first ghost in the data of the plot
 */
export function drawGhostNames(
  plot: uPlot,
  ghosts: readonly PlotGhost[],
  firstColumn: number,
  inks: Inks,
): void {
  const { ctx, bbox } = plot;
  const ratio = devicePixelRatio || 1;
  const line = LINE_REM * inks.rem * ratio;
  const taken: Place[] = [];
  ctx.save();
  ctx.font = inks.font.replace(/^[\d.]+px/, (size) => `${Number.parseFloat(size) * ratio}px`);
  ctx.textBaseline = 'bottom';
  ctx.textAlign = 'right';
  ctx.lineWidth = 4 * ratio;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = inks.ink('--ground');
  ghosts.forEach(({ name, side, colour }, index) => {
    const end = endOf(plot, firstColumn + index, side);
    if (!end) return;
    const width = ctx.measureText(name).width;
    const x = Math.max(Math.min(end.x, bbox.left + bbox.width - 4 * ratio), bbox.left + width);
    const top = topBetween(plot, firstColumn + index, side, x - width, x);
    let y = Math.max(Math.min(end.y, top) - 4 * ratio, bbox.top + line);
    while (taken.some((other) => Math.abs(other.y - y) < line && Math.abs(other.x - x) < width)) y -= line;
    // Above the plot there is no room: the name then stands below its neighbours.
    if (y < bbox.top + line) y = Math.max(...taken.map((other) => other.y), end.y) + line;
    taken.push({ x, y });
    ctx.fillStyle = inks.ink(colour);
    ctx.strokeText(name, x, y);
    ctx.fillText(name, x, y);
  });
  ctx.restore();
}
