/** Pieces of Vega-Lite that the plots share. */
import type { Theme } from './theme.ts';

/** One line of a panel. Colour and dash both tell it, and its name stands at its end; '' for none. */
export interface Line {
  readonly label: string;
  readonly color: string;
  readonly dash?: readonly number[];
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

export interface Axis {
  readonly title: string | null;
  readonly domain: readonly [number, number];
  readonly values?: readonly number[];
  readonly log?: boolean;
  /** A Vega expression of datum.value. */
  readonly labels?: string;
}

export interface Panel {
  readonly title: string;
  readonly titleColor?: string;
  readonly width: number;
  readonly height: number;
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly Line[];
  readonly extra?: readonly object[];
}

function scaleOf({ domain, log }: Axis): object {
  return { domain, nice: false, ...(log ? { type: 'log' } : { zero: false }) };
}

function axisOf({ title, values, labels }: Axis): object {
  return {
    title,
    labelFlush: false,
    ...(values ? { values } : { tickCount: 4 }),
    ...(labels ? { labelExpr: labels } : {}),
  };
}

/** Encodings of x and y with the panel's scales and axes. */
export function positions(panel: Pick<Panel, 'x' | 'y'>): { x: object; y: object } {
  return {
    x: { field: 'x', type: 'quantitative', scale: scaleOf(panel.x), axis: axisOf(panel.x) },
    y: { field: 'y', type: 'quantitative', scale: scaleOf(panel.y), axis: axisOf(panel.y) },
  };
}

/** Least distance of two names, pixels. */
const LABEL_HEIGHT = 15;

/** Where the name of each line stands: at its end, moved up or down until names do not touch. Pixels from the end. */
function labelShifts({ lines, y, height }: Panel): number[] {
  const [low, high] = y.domain;
  const along = (value: number): number =>
    y.log ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  const places = lines
    .map(({ label, points }, index) => ({
      index,
      label,
      at: height * (1 - Math.min(Math.max(along(points.at(-1)?.y ?? low), 0), 1)),
    }))
    .filter(({ label }) => label !== '')
    .sort((a, b) => a.at - b.at);
  const moved = places.map(({ at }) => at);
  for (let i = 1; i < moved.length; i += 1)
    moved[i] = Math.max(moved[i] as number, (moved[i - 1] as number) + LABEL_HEIGHT);
  const over = (moved.at(-1) ?? 0) - height;
  for (let i = moved.length - 1, limit = height; i >= 0 && over > 0; i -= 1, limit -= LABEL_HEIGHT)
    moved[i] = Math.min(moved[i] as number, limit);
  const shifts = lines.map(() => 0);
  places.forEach(({ index, at }, i) => {
    shifts[index] = (moved[i] as number) - at;
  });
  return shifts;
}

function lineLayers(panel: Panel, line: Line, shift: number): object[] {
  const { x, y } = positions(panel);
  const { label, color, dash = [], points } = line;
  const stroke = { color, strokeWidth: 2.2, strokeDash: dash, strokeCap: 'round', strokeJoin: 'round' };
  const layers: object[] = [
    { data: { values: points }, mark: { type: 'line', clip: true, ...stroke }, encoding: { x, y } },
  ];
  if (label === '') return layers;
  const text = { align: 'left', baseline: 'middle', dx: 7, dy: shift, fontSize: 12.5, fontWeight: 600 };
  const [low, high] = panel.y.domain;
  const end = points.at(-1) ?? { x: 0, y: 0 };
  const place = { x: end.x, y: Math.min(Math.max(end.y, low), high) };
  return [
    ...layers,
    { data: { values: [place] }, mark: { type: 'text', text: label, color, ...text }, encoding: { x, y } },
  ];
}

/** A panel with its lines, each named beside it. */
export function panelOf(panel: Panel, theme: Theme): object {
  const shifts = labelShifts(panel);
  return {
    width: panel.width,
    height: panel.height,
    title: {
      text: panel.title,
      fontSize: 13,
      fontWeight: 600,
      offset: 10,
      color: panel.titleColor ?? theme.text,
    },
    layer: [
      ...(panel.extra ?? []),
      ...panel.lines.flatMap((line, index) => lineLayers(panel, line, shifts[index] as number)),
    ],
  };
}

/** Every so many points of a long series. */
export function thinned(
  series: ArrayLike<number>,
  ticksPerUnit: number,
  every: number,
): { x: number; y: number }[] {
  const points: { x: number; y: number }[] = [];
  for (let tick = 0; tick < series.length; tick += every)
    points.push({ x: tick / ticksPerUnit, y: series[tick] as number });
  return points;
}
