import { expect, it } from 'vitest';
import { COHORT_DAYS, columnsOf, runCohortBlock } from '../../src/analysis/cohort.ts';
import { drawPatient } from '../../src/analysis/population.ts';
import { recordCourse } from '../../src/analysis/recordCourse.ts';
import { createNodeKernel } from '../../src/cli/batchProgram.ts';
import type { QuantityId } from '../../src/model/generated/system.ts';

const SEED = 1;
const HOURS = COHORT_DAYS * 24;

/** The columns of one draw from its course, run by itself. */
function expected(trigger: string, index: number): Record<string, number> {
  const watched = ['IL6', 'CRP', 'Temp', 'MAP', 'PF', 'SOFA'] as const;
  const course = recordCourse(drawPatient(trigger, SEED, index), HOURS, watched);
  const hourly = (id: QuantityId): number[] => [...course.series(id)].filter((_, tick) => tick % 20 === 0);
  const last = (id: QuantityId): number => hourly(id).at(-1) ?? Number.NaN;
  const fever = Math.max(...hourly('Temp'));
  const pressure = Math.min(...hourly('MAP'));
  const oxygenation = Math.min(...hourly('PF'));
  const crs = pressure < 65 || oxygenation < 200 ? 3 : 1;
  return {
    id: index,
    peakIL6: Math.max(...hourly('IL6')),
    peakIL6Hour: hourly('IL6').indexOf(Math.max(...hourly('IL6'))),
    peakCRP: Math.max(...hourly('CRP')),
    peakTemp: fever,
    lowestMAP: pressure,
    lowestPF: oxygenation,
    peakSOFA: Math.max(...hourly('SOFA')),
    berlin: oxygenation < 100 ? 3 : oxygenation < 200 ? 2 : oxygenation < 300 ? 1 : 0,
    crs: fever < 38 ? 0 : crs,
    ventilated: oxygenation < 160 ? 1 : 0,
    recovered: last('Temp') < 38 && last('MAP') >= 70 && last('PF') >= 300 ? 1 : 0,
  };
}

it.each(['sepsis', 'covid19'])('a row of %s is what the course of its patient shows', (trigger) => {
  const { rows } = runCohortBlock(trigger, SEED, { from: 0, to: 6 }, createNodeKernel());
  const columns = columnsOf(trigger);
  expect(rows.length).toBeGreaterThan(2);
  for (const row of rows.slice(0, 3)) {
    const shown = Object.fromEntries(columns.map(({ id }, at) => [id, row[at]]));
    expect(shown).toMatchObject(expected(trigger, row[0] ?? -1));
  }
});
