/** IL-6 on day 28 against severity, from health and from a storm: where two states exist, the start decides. */
import { javascriptKernel } from '../../../src/analysis/cohortKernel.ts';
import {
  type BranchPoint,
  branches,
  findThreshold,
  NOT_BACK_IL6,
  SEVERITY,
} from '../../../src/analysis/threshold.ts';
import { type Axis, panelOf, positions } from './layers.ts';
import type { Plot } from './render.ts';
import type { Theme } from './theme.ts';

const LOWEST = 0.5;
const STEPS = 46;
const TOLERANCE = 0.001;

/** Severities on an even grid, and closer around the threshold, where the lower branch ends. */
function severities(threshold: number, highest: number): number[] {
  const even = Array.from({ length: STEPS + 1 }, (_, index) => LOWEST + ((highest - LOWEST) * index) / STEPS);
  const close = [0.96, 0.98, 0.99, 0.995, 0.998, 1, 1.002, 1.005, 1.01, 1.02, 1.04].map(
    (times) => times * threshold,
  );
  return [...even, ...close].sort((one, other) => one - other);
}

/** Severity from which on a storm stays: the first point of the upper branch that is not back. */
function upperEnd(points: readonly BranchPoint[]): number {
  return points.find(({ fromStorm }) => fromStorm > NOT_BACK_IL6)?.value ?? (points.at(-1)?.value as number);
}

function spec(theme: Theme): object {
  const found = findThreshold(javascriptKernel, SEVERITY, TOLERANCE);
  if (!found) throw new Error('COVID-19 has no threshold of severity; look at the model before its plots');
  const threshold = (found.back + found.lost) / 2;
  const highest = 4 * Math.ceil((1.5 * threshold) / 4);
  const points = branches(javascriptKernel, SEVERITY, severities(threshold, highest));
  const x: Axis = {
    title: 'severity wI of the patient',
    domain: [0, highest],
    values: Array.from({ length: highest / 4 + 1 }, (_, index) => 4 * index),
  };
  const y: Axis = {
    title: 'IL-6 on day 28, pg/mL',
    domain: [1, 10_000],
    log: true,
    values: [1, 10, 100, 1000, 10_000],
    labels: "format(datum.value, ',~r')",
  };
  const place = positions({ x, y });
  const band = {
    data: { values: [{ x: upperEnd(points), x2: threshold, y: 1, y2: 10_000 }] },
    mark: { type: 'rect', color: theme.il6, opacity: theme.id === 'dark' ? 0.13 : 0.1 },
    encoding: { ...place, x2: { field: 'x2' }, y2: { field: 'y2' } },
  };
  const cut = {
    data: { values: [{ x: threshold, y: 1, y2: 10_000 }] },
    mark: { type: 'rule', color: theme.damage, strokeWidth: 1.5, strokeDash: [5, 4] },
    encoding: { ...place, y2: { field: 'y2' } },
  };
  const word = (
    at: number,
    height: number,
    text: string | string[],
    color: string,
    align: string,
    fontWeight = 400,
  ): object => ({
    data: { values: [{ x: at, y: height }] },
    mark: { type: 'text', text, color, align, fontSize: 12.5, fontWeight, lineHeight: 16 },
    encoding: place,
  });
  const line = (from: 'fromHealth' | 'fromStorm', color: string, dash: readonly number[] = []) => ({
    label: '',
    color,
    dash,
    points: points.map((point) => ({ x: point.value, y: Math.max(point[from], 1) })),
  });
  const width = 560;
  const shown = threshold.toPrecision(3);
  const panel = panelOf(
    {
      title: '',
      width,
      height: 300,
      x,
      y,
      extra: [band, cut],
      lines: [line('fromStorm', theme.il6, [9, 5]), line('fromHealth', theme.cell)],
    },
    theme,
  ) as { layer: object[] };
  return {
    ...panel,
    title: {
      text: 'The threshold of a storm',
      subtitle:
        'COVID-19, untreated: the same illness in a healthy body and in one that is in a storm already.',
    },
    layer: [
      ...panel.layer,
      word(
        threshold + highest / 70,
        5,
        [`threshold: ${shown}`, 'above it the body', 'does not come back'],
        theme.damage,
        'left',
        600,
      ),
      word(
        (upperEnd(points) + threshold) / 2,
        90,
        ['two states:', 'the start decides'],
        theme.text,
        'center',
      ),
      word(upperEnd(points) + highest / 80, 3200, 'from a storm', theme.il6, 'left', 600),
      word(threshold - highest / 70, 4.5, 'from health', theme.cell, 'right', 600),
    ],
  };
}

export const THRESHOLD_PLOT: Plot = {
  name: 'threshold',
  title: 'Threshold of severity: IL-6 on day 28 from health and from a storm',
  description:
    'A bifurcation plot. From health, IL-6 on day 28 stays low up to a threshold of severity and jumps there by two powers of ten. From a storm it stays high far below that threshold. Between the two ends both states exist.',
  spec,
};
