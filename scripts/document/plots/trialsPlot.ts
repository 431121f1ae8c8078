/** Trials as a forest plot: the published effect with its interval, and beside it that of the model. */
import { evidenceResults, type ResultRow } from '../evidenceResults.ts';
import type { Plot } from './render.ts';
import type { Theme } from './theme.ts';

/** Trials in reading order, by item of the evidence, with their treatments. */
const TRIALS: readonly (readonly [item: string, title: string])[] = [
  ['recovery-dex', 'RECOVERY: dexamethasone in COVID-19'],
  ['recovery-toci', 'RECOVERY: tocilizumab, most on a steroid'],
  ['actt1', 'ACTT-1: remdesivir in COVID-19'],
  ['corticus', 'CORTICUS: hydrocortisone in septic shock'],
];

const ROW = 34;
const WIDTH = 300;
const LEFT = 330;
const DOMAIN = [0.1, 3] as const;

interface Entry {
  readonly line: number;
  readonly heading?: string;
  readonly row?: ResultRow;
}

/** True for a row that compares a risk, rate or hazard ratio with a published interval. */
function isRatio({ what, published }: ResultRow): boolean {
  return (
    /relative risk|ratio/i.test(what) &&
    published.value !== null &&
    published.low !== undefined &&
    published.high !== undefined
  );
}

/** A heading for each trial, then its rows. */
function entries(): Entry[] {
  const { rows } = evidenceResults();
  const found: Omit<Entry, 'line'>[] = TRIALS.flatMap(([item, heading]) => {
    const own = rows.filter((row) => row.item === item && isRatio(row));
    return own.length === 0 ? [] : [{ heading }, ...own.map((row) => ({ row }))];
  });
  return found.map((entry, line) => ({ ...entry, line }));
}

/** True once the evidence holds trials. */
export const hasTrials = (): boolean => entries().length > 0;

const colorOf = (row: ResultRow, theme: Theme): string =>
  ({ green: theme.good, yellow: theme.il6, red: theme.damage })[row.color];

const SHAPES = { green: 'circle', yellow: 'diamond', red: 'cross' } as const;

const clamp = (value: number): number => Math.min(Math.max(value, DOMAIN[0]), DOMAIN[1]);

const X = {
  field: 'x',
  type: 'quantitative',
  scale: { type: 'log', domain: DOMAIN, nice: false },
  axis: {
    title: 'ratio; left of 1 the treatment lowers the risk or rate',
    values: [0.1, 0.2, 0.5, 1, 2, 3],
    labelExpr: "format(datum.value, '~g')",
    grid: true,
    labelFlush: false,
  },
};

/** The middle of a line of the plot, moved by some pixels. */
const top = (line: number, shift: number): object => ({ value: line * ROW + ROW / 2 + shift });

interface Interval {
  readonly value: number | null;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
}

/** A point with its interval. */
function effect({ value, low, high }: Interval, at: object, color: string, shape: string): object[] {
  const interval = {
    data: { values: [{ x: clamp(low ?? 1), x2: clamp(high ?? 1) }] },
    mark: { type: 'rule', color, strokeWidth: 2, strokeCap: 'round' },
    encoding: { x: X, x2: { field: 'x2' }, y: at },
  };
  const point = {
    data: { values: [{ x: clamp(value ?? 1) }] },
    mark: { type: 'point', shape, size: shape === 'circle' ? 62 : 76, filled: true, color, opacity: 1 },
    encoding: { x: X, y: at },
  };
  return [...(low === undefined || high === undefined ? [] : [interval]), ...(value === null ? [] : [point])];
}

function word(text: string, x: number, at: object, color: string, fontWeight: number): object {
  return {
    data: { values: [{}] },
    mark: { type: 'text', text, align: 'left', baseline: 'middle', color, fontSize: 12.5, fontWeight },
    encoding: { x: { value: x }, y: at },
  };
}

function drawn({ line, heading = '', row }: Entry, theme: Theme): object[] {
  if (row === undefined) return [word(heading, -LEFT, top(line, 5), theme.text, 700)];
  const { what, published, model, color: verdict } = row;
  const color = colorOf(row, theme);
  return [
    word(what, -LEFT + 12, top(line, 0), theme.text, 400),
    ...effect(published, top(line, -6), theme.quiet, 'square'),
    ...effect(model, top(line, 7), color, SHAPES[verdict]),
    word(`published ${published.text}`, WIDTH + 18, top(line, -7), theme.quiet, 400),
    word(`model ${model.text}, ${verdict}`, WIDTH + 18, top(line, 8), color, 600),
  ];
}

function spec(theme: Theme): object {
  const lines = entries();
  const height = lines.length * ROW + 10;
  const noEffect = {
    data: { values: [{ x: 1 }] },
    mark: { type: 'rule', color: theme.quiet, strokeWidth: 1.2, strokeDash: [4, 4] },
    encoding: { x: X, y: { value: 0 }, y2: { value: height } },
  };
  return {
    padding: { left: 18, right: 64, top: 16, bottom: 16 },
    width: WIDTH,
    height,
    title: {
      text: 'Trials: published and virtual',
      subtitle:
        'Square: published, with 95 % interval. Circle, diamond or cross: the model; green, yellow or red by the stated rules.',
      dx: -LEFT,
    },
    layer: [noEffect, ...lines.flatMap((entry) => drawn(entry, theme))],
  };
}

export const TRIALS_PLOT: Plot = {
  name: 'trials',
  title: 'Published trials and the same trials run in the model',
  description:
    'A forest plot. Each row is one published risk, rate or hazard ratio with its 95 % interval, and below it the ratio that the model gives with its bootstrap interval, marked green, yellow or red. The same numbers stand in the table of evidence.',
  spec,
};
