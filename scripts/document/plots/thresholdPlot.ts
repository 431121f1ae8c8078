/** IL-6 on day 28 against severity, from health and from a storm: where two states exist, the start decides. */
import { javascriptKernel } from '../../../src/analysis/cohortKernel.ts';
import { type BranchPoint, branches, NOT_BACK_IL6, SEVERITY } from '../../../src/analysis/threshold.ts';
import { once, thresholdOf } from '../measured.ts';
import { type Axis, type Line, panelOf, positions } from './layers.ts';
import type { Plot } from './render.ts';
import type { Theme } from './theme.ts';

const LOWEST = 0.5;
const STEPS = 32;
const WIDTH = 560;
const HEIGHT = 300;

interface Diagram {
  readonly threshold: number;
  readonly highest: number;
  readonly points: readonly BranchPoint[];
  /** Severity from which on a storm stays. */
  readonly from: number;
}

/** Severities on an even grid, and closer around the threshold, where the lower branch ends. */
function severities(threshold: number, highest: number): number[] {
  const even = Array.from({ length: STEPS + 1 }, (_, index) => LOWEST + ((highest - LOWEST) * index) / STEPS);
  const close = [0.97, 0.99, 0.995, 0.998, 1, 1.002, 1.005, 1.01, 1.03].map((times) => times * threshold);
  return [...even, ...close].sort((one, other) => one - other);
}

const diagramOf = once((): Diagram => {
  const found = thresholdOf(SEVERITY);
  if (!found) throw new Error('COVID-19 has no threshold of severity; look at the model before its plots');
  const threshold = (found.back + found.lost) / 2;
  const highest = 4 * Math.ceil((1.5 * threshold) / 4);
  const points = branches(javascriptKernel, SEVERITY, severities(threshold, highest));
  const from = points.find(({ fromStorm }) => fromStorm > NOT_BACK_IL6)?.value ?? threshold;
  return { threshold, highest, points, from };
});

function axesOf({ highest }: Diagram): { readonly x: Axis; readonly y: Axis } {
  const values = Array.from({ length: highest / 4 + 1 }, (_, index) => 4 * index);
  const powers = [1, 10, 100, 1000, 10_000];
  const labels = "format(datum.value, ',~r')";
  return {
    x: { title: 'severity wI of the patient', domain: [0, highest], values },
    y: { title: 'IL-6 on day 28, pg/mL', domain: [1, 10_000], log: true, values: powers, labels },
  };
}

function linesOf({ points }: Diagram, theme: Theme): Line[] {
  const line = (from: 'fromHealth' | 'fromStorm', color: string, dash: readonly number[]): Line => ({
    label: '',
    color,
    dash,
    points: points.map((point) => ({ x: point.value, y: Math.max(point[from], 1) })),
  });
  return [line('fromStorm', theme.il6, [9, 5]), line('fromHealth', theme.cell, [])];
}

/** The shaded part with two states, and the threshold at its end. */
function groundOf(diagram: Diagram, theme: Theme): object[] {
  const place = positions(axesOf(diagram));
  const { from, threshold } = diagram;
  return [
    {
      data: { values: [{ x: from, x2: threshold, y: 1, y2: 10_000 }] },
      mark: { type: 'rect', color: theme.il6, opacity: theme.id === 'dark' ? 0.13 : 0.1 },
      encoding: { ...place, x2: { field: 'x2' }, y2: { field: 'y2' } },
    },
    {
      data: { values: [{ x: threshold, y: 1, y2: 10_000 }] },
      mark: { type: 'rule', color: theme.damage, strokeWidth: 1.5, strokeDash: [5, 4] },
      encoding: { ...place, y2: { field: 'y2' } },
    },
  ];
}

/** Names beside the lines, and what the parts mean. */
function wordsOf(diagram: Diagram, theme: Theme): object[] {
  const place = positions(axesOf(diagram));
  const { threshold, highest, from } = diagram;
  const gap = highest / 70;
  const word = (x: number, y: number, text: string | string[], look: object): object => ({
    data: { values: [{ x, y }] },
    mark: { type: 'text', text, fontSize: 12.5, fontWeight: 600, lineHeight: 16, ...look },
    encoding: place,
  });
  const cut = [`threshold: ${threshold.toPrecision(3)}`, 'above it the body', 'does not come back'];
  const two = ['two states:', 'the start decides'];
  return [
    word(threshold + gap, 5, cut, { color: theme.damage, align: 'left' }),
    word((from + threshold) / 2, 90, two, { color: theme.text, align: 'center', fontWeight: 400 }),
    word(from + gap, 3200, 'from a storm', { color: theme.il6, align: 'left' }),
    word(threshold - gap, 4.5, 'from health', { color: theme.cell, align: 'right' }),
  ];
}

function spec(theme: Theme): object {
  const diagram = diagramOf('covid19');
  const lines = linesOf(diagram, theme);
  const extra = groundOf(diagram, theme);
  const panel = { title: '', width: WIDTH, height: HEIGHT, ...axesOf(diagram), extra, lines };
  const drawn = panelOf(panel, theme) as { layer: object[] };
  return {
    ...drawn,
    title: {
      text: 'The threshold of a storm',
      subtitle:
        'COVID-19, untreated: the same illness in a healthy body and in one that is in a storm already.',
    },
    layer: [...drawn.layer, ...wordsOf(diagram, theme)],
  };
}

export const THRESHOLD_PLOT: Plot = {
  name: 'threshold',
  title: 'Threshold of severity: IL-6 on day 28 from health and from a storm',
  description:
    'A bifurcation plot. From health, IL-6 on day 28 stays low up to a threshold of severity and jumps there by more than a power of ten. From a storm it stays high far below that threshold. Between the two ends both states exist.',
  spec,
};
