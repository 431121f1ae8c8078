/** Endotoxin 2 ng/kg in volunteers: the model's course against published means with their standard deviation. */
import { recordCourse } from '../../../src/analysis/recordCourse.ts';
import { loadEvidence } from '../../../src/levels/nodeEvidence.ts';
import { TICKS_PER_HOUR } from '../../../src/model/course.ts';
import type { QuantityId } from '../../../src/model/generated/system.ts';
import { triggerSetup } from '../../../src/model/triggers.ts';
import { once } from '../measured.ts';
import { type Panel, panelOf, positions, thinned } from './layers.ts';
import type { Plot } from './render.ts';
import type { Theme } from './theme.ts';

interface Point {
  readonly x: number;
  readonly y: number;
  readonly low: number;
  readonly high: number;
}

const HOURS = 8;

/** What evidence/evidence.json publishes of an item: means over time, or the baseline and the peak. */
function publishedPoints(id: string): Point[] {
  const value = loadEvidence().items.find((item) => item.id === id)?.value as Readonly<
    Record<string, unknown>
  >;
  const point = (x: number, y: number, sd = 0): Point => ({ x, y, low: y - sd, high: y + sd });
  if (typeof value.baseline === 'number')
    return [point(0, value.baseline), point(value.t_peak_h as number, value.peak as number)];
  const hours = value.t_h as readonly number[];
  const means = value.mean as readonly number[];
  return hours.map((hour, index) =>
    point(hour, means[index] as number, (value[`sd_at_${hour}h`] as number) ?? 0),
  );
}

interface Shown {
  readonly item: string;
  readonly quantity: QuantityId;
  readonly title: string;
  readonly color: (theme: Theme) => string;
  readonly domain: readonly [number, number];
  readonly values: readonly number[];
}

const SHOWN: readonly Shown[] = [
  {
    item: 'lps-tnf',
    quantity: 'TNF',
    title: 'TNF-α, pg/mL',
    color: (t) => t.tnf,
    domain: [0, 800],
    values: [0, 200, 400, 600, 800],
  },
  {
    item: 'lps-il6',
    quantity: 'IL6',
    title: 'IL-6, pg/mL',
    color: (t) => t.il6,
    domain: [0, 1200],
    values: [0, 400, 800, 1200],
  },
  {
    item: 'lps-il10',
    quantity: 'IL10',
    title: 'IL-10, pg/mL',
    color: (t) => t.il10,
    domain: [0, 80],
    values: [0, 20, 40, 60, 80],
  },
  {
    item: 'lps-temp',
    quantity: 'Temp',
    title: 'Temperature, °C',
    color: (t) => t.text,
    domain: [36, 39],
    values: [36, 37, 38, 39],
  },
  {
    item: 'lps-hr',
    quantity: 'HR',
    title: 'Heart rate, 1/min',
    color: (t) => t.text,
    domain: [40, 100],
    values: [40, 60, 80, 100],
  },
];

const volunteer = once((trigger: string) =>
  recordCourse(
    triggerSetup(trigger),
    HOURS,
    SHOWN.map(({ quantity }) => quantity),
  ),
);

function panel(shown: Shown, theme: Theme): object {
  const course = volunteer('endotoxin');
  const x = { title: 'hours', domain: [0, HOURS] as const, values: [0, 2, 4, 6, 8] };
  const y = { title: null, domain: shown.domain, values: shown.values };
  const own: Panel = {
    title: shown.title,
    titleColor: shown.color(theme),
    width: 196,
    height: 150,
    x,
    y,
    lines: [
      {
        label: '',
        color: shown.color(theme),
        points: thinned(course.series(shown.quantity), TICKS_PER_HOUR, 2),
      },
    ],
  };
  const place = positions(own);
  const points = publishedPoints(shown.item);
  const data = [
    {
      data: { values: points.filter(({ low, high }) => high > low) },
      mark: { type: 'rule', color: theme.text, strokeWidth: 1.4, opacity: 0.75, clip: true },
      encoding: { ...place, y: { ...place.y, field: 'low' }, y2: { field: 'high' } },
    },
    {
      data: { values: points },
      mark: {
        type: 'point',
        shape: 'circle',
        size: 46,
        filled: true,
        fill: theme.ground,
        stroke: theme.text,
        strokeWidth: 1.8,
        opacity: 1,
      },
      encoding: place,
    },
  ];
  const drawn = panelOf(own, theme) as { layer: object[] };
  return { ...drawn, layer: [...drawn.layer, ...data] };
}

/** In the empty sixth place: what line, circle and bar mean. */
function key(theme: Theme): object {
  const row = (y: number, text: string): object => ({
    data: { values: [{}] },
    mark: { type: 'text', text, align: 'left', baseline: 'middle', color: theme.text, fontSize: 12.5 },
    encoding: { x: { value: 44 }, y: { value: y } },
  });
  const line = (x: number, y: number, x2: number, y2: number, strokeWidth: number): object => ({
    data: { values: [{}] },
    mark: { type: 'rule', color: theme.text, strokeWidth },
    encoding: { x: { value: x }, x2: { value: x2 }, y: { value: y }, y2: { value: y2 } },
  });
  return {
    width: 196,
    height: 150,
    layer: [
      line(8, 30, 30, 30, 2.2),
      row(30, 'the model'),
      {
        data: { values: [{}] },
        mark: {
          type: 'point',
          shape: 'circle',
          x: 19,
          y: 60,
          size: 46,
          filled: true,
          fill: theme.ground,
          stroke: theme.text,
          strokeWidth: 1.8,
          opacity: 1,
        },
        encoding: {},
      },
      row(60, 'mean of the volunteers'),
      line(19, 80, 19, 102, 1.4),
      row(91, 'its standard deviation,'),
      row(107, 'where it is published'),
    ],
  };
}

export const ENDOTOXIN_PLOT: Plot = {
  name: 'endotoxin',
  title: 'Endotoxin 2 ng/kg in healthy volunteers: model and measurement',
  description:
    'Five panels over eight hours: TNF-α, IL-6, IL-10, temperature and heart rate. The line of the model runs through or near the published means, within the standard deviations that are known.',
  spec: (theme) => ({
    title: {
      text: 'Endotoxin in healthy volunteers',
      subtitle: '2 ng/kg into a vein at hour 0. Lines: the model. Circles: published means (Janum 2016).',
    },
    columns: 3,
    bounds: 'flush',
    spacing: { row: 74, column: 62 },
    concat: [...SHOWN.map((shown) => panel(shown, theme)), key(theme)],
  }),
};
