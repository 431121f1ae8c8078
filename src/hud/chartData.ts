/** What the trend chart draws, and nothing that the viewer may not know. */
import type { GameView } from '../app/types.ts';
import type { LabId } from '../engine/types.ts';
import { Q } from '../model/generated/system.ts';
import { t } from '../text/catalogue.ts';
import { formatConcentration, formatNumber } from './format.ts';
import { LAB_ORDER, labText, type Point } from './labReadings.ts';
import { VITAL_DECIMALS, type VitalId } from './limits.ts';

export type ChartQuantity = LabId | VitalId | 'IL10';
export type Side = 'left' | 'right';

export interface ChartSeries {
  readonly id: ChartQuantity;
  readonly side: Side;
  /** Custom property that holds the colour. */
  readonly colour: string;
  /** Dash pattern, so that no line is told by its colour alone. */
  readonly dash: readonly number[];
}

export interface ChartGroup {
  readonly id: 'cytokines' | 'cells' | 'vitals' | 'infection' | 'inflammation' | 'organs';
  /** The left axis has equal steps for equal factors. */
  readonly log: boolean;
  readonly series: readonly ChartSeries[];
}

const line = (id: ChartQuantity, side: Side, colour: string, dash: readonly number[] = []): ChartSeries => ({
  id,
  side,
  colour,
  dash,
});

export const CHART_GROUPS: readonly ChartGroup[] = [
  {
    id: 'cytokines',
    log: true,
    series: [
      line('IL6', 'left', '--il6'),
      line('TNF', 'left', '--tnf', [7, 4]),
      line('IL10', 'left', '--il10', [2, 4]),
      line('G', 'left', '--interferon', [10, 3, 2, 3]),
    ],
  },
  {
    id: 'cells',
    log: true,
    series: [line('C', 'left', '--car-t'), line('A', 'right', '--tumour', [7, 4])],
  },
  {
    id: 'vitals',
    log: false,
    series: [
      line('HR', 'left', '--phosphor'),
      line('MAP', 'left', '--host', [7, 4]),
      line('SpO2', 'left', '--drug', [2, 4]),
      line('RR', 'left', '--quiet', [10, 3, 2, 3]),
      line('Temp', 'right', '--damage-text', [4, 2]),
    ],
  },
  {
    id: 'infection',
    log: false,
    series: [line('viralLoad', 'left', '--pathogen'), line('bacterialLoad', 'left', '--tnf', [7, 4])],
  },
  {
    id: 'inflammation',
    log: false,
    series: [line('CRP', 'left', '--il6'), line('ferritin', 'right', '--host', [7, 4])],
  },
  {
    id: 'organs',
    log: false,
    series: [
      line('PF', 'left', '--drug'),
      line('creatinine', 'left', '--il6', [7, 4]),
      line('lactate', 'right', '--tnf', [2, 4]),
    ],
  },
];

function isLab(id: ChartQuantity): id is LabId {
  return (LAB_ORDER as readonly string[]).includes(id);
}

/** Series of a group that this game may show: tests of its level; IL-10 has none, so a clinician never sees it. */
export function seriesShown(game: GameView, group: ChartGroup): readonly ChartSeries[] {
  const offered = game.level.labs.map(({ id }) => id as string);
  return group.series.filter(({ id }) =>
    isLab(id) ? offered.includes(id) : id !== 'IL10' || game.mode === 'student',
  );
}

/** True when a series has single measured points instead of a continuous course. */
export function isMeasured(game: GameView, id: ChartQuantity): boolean {
  return game.mode === 'clinician' && isLab(id);
}

/** What a share is multiplied by, to be shown in its unit. */
export function scaleOf(id: ChartQuantity): number {
  return id === 'A' ? 100 : 1;
}

function pointsOf(game: GameView, id: ChartQuantity): readonly Point[] {
  const scale = scaleOf(id);
  if (isMeasured(game, id)) {
    const results = game.now.labs.find((lab) => lab.test === id)?.results ?? [];
    return results.map(({ orderedTick, value }) => ({ hour: orderedTick / 20, value: scale * value }));
  }
  const series = game.trend.series[Q[id]] ?? [];
  return game.trend.hours.map((hour, index) => ({ hour, value: scale * (series[index] ?? Number.NaN) }));
}

export interface ChartTable {
  /** Ascending, without repetition. */
  readonly hours: readonly number[];
  /** One column a series, as long as `hours`; null where nothing is known. */
  readonly columns: readonly (readonly (number | null)[])[];
}

/** All known values of some series on one common axis of hours. */
export function chartTable(game: GameView, series: readonly ChartSeries[]): ChartTable {
  const points = series.map(({ id }) => pointsOf(game, id));
  const hours = [...new Set(points.flatMap((course) => course.map(({ hour }) => hour)))].sort(
    (a, b) => a - b,
  );
  const row = new Map(hours.map((hour, index) => [hour, index]));
  const columns = points.map((course) => {
    const column: (number | null)[] = hours.map(() => null);
    for (const { hour, value } of course) {
      const index = row.get(hour);
      if (index !== undefined && Number.isFinite(value)) column[index] = value;
    }
    return column;
  });
  return { hours, columns };
}

/** Rows for the table: one every `stepHours`, and each row that has a measured value. */
export function tableRows(table: ChartTable, stepHours: number, everyRow: boolean): readonly number[] {
  if (everyRow) return table.hours.map((_, index) => index);
  let next = Number.NEGATIVE_INFINITY;
  return table.hours.flatMap((hour, index) => {
    const isLast = index === table.hours.length - 1;
    if (hour < next && !isLast) return [];
    next = hour + stepHours;
    return [index];
  });
}

/** Name of a quantity on the chart. */
export function chartName(id: ChartQuantity): string {
  if (id === 'IL10') return t('hud.moteKey.IL10');
  return isLab(id) ? t(`hud.lab.${id}.name`) : t(`hud.vital.${id}.name`);
}

export function chartUnit(id: ChartQuantity): string {
  if (id === 'IL10') return t('hud.lab.IL6.unit');
  return isLab(id) ? t(`hud.lab.${id}.unit`) : t(`hud.vital.${id}.unit`);
}

export function chartValue(id: ChartQuantity, value: number): string {
  if (id === 'IL10') return formatConcentration(value);
  return isLab(id) ? labText(id, value / scaleOf(id)) : formatNumber(value, VITAL_DECIMALS[id]);
}
