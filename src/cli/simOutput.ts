import { scoreGame } from '../engine/score.ts';
import type { EngineState } from '../engine/state.ts';
import { stateHash } from '../engine/stateHash.ts';
import { hoursOf } from '../engine/time.ts';
import type { Level } from '../engine/types.ts';
import { Q, QUANTITIES, type QuantityId } from '../model/generated/system.ts';
import { QUANTITY_INFO, quantitiesOf } from '../model/quantities.ts';
import { MODEL_VERSION } from '../model/version.ts';
import { t, tAny } from '../text/catalogue.ts';

/** One moment of the course. */
export interface Row {
  readonly hour: number;
  /** In the order of QUANTITIES. */
  readonly values: Float64Array;
}

export interface SimResult {
  readonly level: Level;
  readonly state: EngineState;
  readonly rows: readonly Row[];
  /** The policy, or the file of the log. */
  readonly source: string;
}

/** Quantities of the table for people; all of them are listed below it. */
const SHOWN: readonly (readonly [id: QuantityId, digits: number])[] = [
  ['IL6', 1],
  ['TNF', 1],
  ['CRP', 0],
  ['Temp', 1],
  ['HR', 0],
  ['MAP', 0],
  ['SpO2', 0],
  ['PF', 0],
  ['viralLoad', 1],
  ['bacterialLoad', 1],
  ['guard', 2],
  ['SOFA', 0],
];

/** Of the columns of the table: the hour, then each quantity. */
const WIDTHS = [7, ...SHOWN.map(([id]) => Math.max(id.length, 6) + 2)];

export function rowOf(state: EngineState): Row {
  return { hour: hoursOf(state.tick), values: quantitiesOf(state.y, state.p) };
}

/** One JSON object. Outcome and score are null when the game was left before its end. */
export function simJson({ level, state, rows }: SimResult): string {
  const score = state.outcome === null ? null : scoreGame(state, level);
  const { total, organs, guard, stewardship } = score ?? { total: 0, organs: 0, guard: 0, stewardship: 0 };
  const object = {
    level: level.id,
    model: MODEL_VERSION,
    seed: state.seed,
    outcome: state.outcome?.kind ?? null,
    score: score === null ? null : { total, organs, guard, stewardship },
    hash: stateHash(state),
    units: Object.fromEntries([['hour', 'h'], ...QUANTITY_INFO.map(({ id, unit }) => [id, unit])]),
    rows: rows.map(({ hour, values }) => ({
      hour,
      ...Object.fromEntries(QUANTITIES.map((id, index) => [id, values[index] as number])),
    })),
  };
  return `${JSON.stringify(object)}\n`;
}

/** A header of ids and one line per row. */
export function simCsv({ rows }: SimResult): string {
  const lines = rows.map(({ hour, values }) => [hour, ...values].join());
  return `${['hour', ...QUANTITIES].join()}\n${lines.join('\n')}\n`;
}

/** A table for people, every quantity at the end, outcome and score. */
export function simText(result: SimResult): string {
  const { level, state, rows, source } = result;
  const title = level.text.en?.title ?? level.id;
  const head = t('cli.simHead', { level: title, source, seed: state.seed, model: MODEL_VERSION });
  const names = ['hour', ...SHOWN.map(([id]) => id)];
  const units = ['h', ...SHOWN.map(([id]) => unitOf(id))];
  const lines = rows.map(({ hour, values }) =>
    tableLine([String(hour), ...SHOWN.map(([id, digits]) => (values[Q[id]] as number).toFixed(digits))]),
  );
  return [
    head,
    '',
    tableLine(names),
    tableLine(units),
    ...lines,
    '',
    t('cli.allAtEnd'),
    ...everyQuantity(rows.at(-1)),
    '',
    ...conclusion(result),
    t('cli.notClinical'),
    '',
  ].join('\n');
}

/** The unit as far as its column has room: `log10 copies/mL` is cut to `log10`. */
function unitOf(id: QuantityId): string {
  return QUANTITY_INFO[Q[id]]?.unit.split(' ')[0] ?? '';
}

function tableLine(cells: readonly string[]): string {
  return cells.map((cell, column) => cell.padStart(WIDTHS[column] ?? 0)).join('');
}

function everyQuantity(row: Row | undefined): string[] {
  return QUANTITY_INFO.map(({ id, name, unit }, index) => {
    const value = row?.values[index] ?? 0;
    return `  ${id.padEnd(18)}${value.toPrecision(5).padStart(13)}  ${(unit === '1' ? '' : unit).padEnd(18)}${name}`;
  });
}

function conclusion({ level, state }: SimResult): string[] {
  if (state.outcome === null) return [t('cli.notEnded', { hour: hoursOf(state.tick) })];
  const { total, organs, guard, stewardship } = scoreGame(state, level);
  return [
    t('cli.outcome', { outcome: tAny(`cli.outcomes.${state.outcome.kind}`), hour: hoursOf(state.tick) }),
    t('cli.score', { total, organs, guard, stewardship }),
    t('cli.hash', { hash: stateHash(state) }),
  ];
}
