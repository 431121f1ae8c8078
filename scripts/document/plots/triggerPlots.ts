/** One picture a trigger: the untreated course of the standard patient in four panels. */
import { peakOf, type RecordedCourse, recordCourse } from '../../../src/analysis/recordCourse.ts';
import { TICKS_PER_HOUR } from '../../../src/model/course.ts';
import type { QuantityId } from '../../../src/model/generated/system.ts';
import { triggerSetup, withChanges } from '../../../src/model/triggers.ts';
import { once } from '../measured.ts';
import { type Axis, type Line, type Panel, panelOf, positions, thinned } from './layers.ts';
import type { Plot } from './render.ts';
import type { Theme } from './theme.ts';
import { CASES, type Case, DASHES, DAY } from './triggerCases.ts';

const WATCHED = ['IL6', 'TNF', 'IL10', 'G', 'PF', 'MAP', 'E', 'Lu', 'He', 'Ki'] as const;
/** IFN-γ is drawn where it passes this, pg/mL. */
const NOTABLE_IFN = 20;
/** Points of a line. */
const POINTS = 168;
const WIDTH = 268;
const HEIGHT = 150;

/** Days where the course is long, hours where it is short. */
function timeAxis(hours: number): Axis & { readonly ticksPerUnit: number } {
  if (hours <= DAY)
    return { title: 'hours', domain: [0, hours], values: [0, 6, 12, 18, 24], ticksPerUnit: TICKS_PER_HOUR };
  const days = hours / DAY;
  const step = days <= 4 ? 1 : days <= 10 ? 2 : 7;
  const values = Array.from({ length: Math.floor(days / step) + 1 }, (_, index) => index * step);
  return { title: 'days', domain: [0, days], values, ticksPerUnit: DAY * TICKS_PER_HOUR };
}

/** Smallest value that a logarithmic axis shows. */
const floored = (points: { x: number; y: number }[], least: number): { x: number; y: number }[] =>
  points.map(({ x, y }) => ({ x, y: Math.max(y, least) }));

/** A dashed level, and its name on it. */
function level(panel: Pick<Panel, 'x' | 'y'>, value: number, text: string, theme: Theme): object[] {
  const { x, y } = positions(panel);
  const [from, to] = panel.x.domain;
  const name = { type: 'text', text, align: 'right', baseline: 'middle', fontSize: 11 };
  const end = { values: [{ x: to, y: value }] };
  return [
    {
      data: { values: [{ x: from, y: value, x2: to }] },
      mark: { type: 'rule', color: theme.quiet, strokeDash: [2, 4] },
      encoding: { x, x2: { field: 'x2' }, y },
    },
    {
      data: end,
      mark: { ...name, color: theme.ground, stroke: theme.ground, strokeWidth: 6 },
      encoding: { x, y },
    },
    { data: end, mark: { ...name, color: theme.quiet }, encoding: { x, y } },
  ];
}

/** 1, 2 or 5 times a power of ten that is not below the value. */
function roundAbove(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5, 10].find((times) => times * power >= value) ?? 10);
}

const MESSENGERS: Axis = {
  title: null,
  domain: [0.1, 10_000],
  log: true,
  values: [0.1, 1, 10, 100, 1000, 10_000],
  labels: "format(datum.value, ',~r')",
};
const MMHG: Axis = { title: null, domain: [0, 500], values: [0, 100, 200, 300, 400, 500] };
const ORGANS: Axis = { title: null, domain: [0, 1], values: [0, 0.2, 0.4, 0.6, 0.8, 1] };

function causeAxis({ cause }: Case, course: RecordedCourse): Axis {
  const highest = Math.max(...cause.lines.map(([id]) => peakOf(course, id).value));
  const domain = cause.domain ?? [0, roundAbove(highest)];
  if (!cause.log) return { title: null, domain };
  const values = [0.0001, 0.001, 0.01, 0.1, 1, 10];
  return { title: null, domain, log: true, values, labels: "format(datum.value, '~g')" };
}

/** The four panels of a course: cause, messengers, oxygen and pressure, organs. */
function panelsOf(given: Case, course: RecordedCourse, theme: Theme): Panel[] {
  const { ticksPerUnit, ...x } = timeAxis(given.hours);
  const every = Math.max(1, Math.floor((given.hours * TICKS_PER_HOUR) / POINTS));
  const cause = causeAxis(given, course);
  const line = (id: QuantityId, label: string, color: string, dash: readonly number[], y: Axis): Line => ({
    label,
    color,
    dash,
    points: floored(thinned(course.series(id), ticksPerUnit, every), y.domain[0]),
  });
  const panel = (title: string, y: Axis, lines: readonly Line[], extra: readonly object[] = []): Panel => ({
    title,
    width: WIDTH,
    height: HEIGHT,
    x,
    y,
    lines,
    extra,
  });
  const ifn = line('G', 'IFN-γ', theme.ifn, DASHES.mixed, MESSENGERS);
  return [
    panel(
      given.cause.title,
      cause,
      given.cause.lines.map(([id, label, color, dash = []]) => line(id, label, theme[color], dash, cause)),
    ),
    panel('Messengers in the blood, pg/mL', MESSENGERS, [
      line('IL6', 'IL-6', theme.il6, [], MESSENGERS),
      line('TNF', 'TNF-α', theme.tnf, DASHES.long, MESSENGERS),
      line('IL10', 'IL-10', theme.il10, DASHES.dots, MESSENGERS),
      ...(peakOf(course, 'G').value > NOTABLE_IFN ? [ifn] : []),
    ]),
    panel(
      'Oxygen and pressure, mmHg',
      MMHG,
      [line('PF', 'PaO₂/FiO₂', theme.cell, [], MMHG), line('MAP', 'MAP', theme.damage, DASHES.long, MMHG)],
      level({ x, y: MMHG }, 300, 'ARDS below 300', theme),
    ),
    panel('Organs, 0 healthy to 1 failed', ORGANS, [
      line('Lu', 'lung', theme.cell, [], ORGANS),
      line('He', 'heart', theme.damage, DASHES.long, ORGANS),
      line('Ki', 'kidney', theme.text, DASHES.mixed, ORGANS),
      line('E', 'leak', theme.quiet, DASHES.dots, ORGANS),
    ]),
  ];
}

const courseOf = once((given: Case): RecordedCourse => {
  const patient = withChanges(triggerSetup(given.trigger), { parameters: given.parameters?.() ?? {} });
  const causes = given.cause.lines.map(([id]) => id);
  return recordCourse(patient, given.hours, [...WATCHED, ...causes], given.doses);
});

function spec(given: Case, theme: Theme): object {
  const course = courseOf(given);
  return {
    title: { text: given.title, subtitle: given.subtitle },
    columns: 2,
    bounds: 'flush',
    spacing: { row: 84, column: 122 },
    concat: panelsOf(given, course, theme).map((panel) => panelOf(panel, theme)),
  };
}

export const TRIGGER_PLOTS: readonly Plot[] = CASES.map((given) => ({
  name: `course-${given.name}`,
  title: `${given.title}: course in the model`,
  description: `${given.subtitle} Four panels over time: ${given.cause.title.toLowerCase()}; IL-6, TNF-α, IL-10 and where it matters IFN-γ in the blood; PaO2/FiO2 and mean arterial pressure; dysfunction of lung, heart and kidney and leak of the vessels.`,
  spec: (theme) => spec(given, theme),
}));
