/** The class as a table: one row a game, as RFC 4180 has it. The names of columns are the same in every language. */
import type { Level } from '../engine/types.ts';
import { MODEL_VERSION } from '../model/version.ts';
import type { ClassRow } from './types.ts';
import { t } from './words.ts';

type Cell = string | number | boolean | null;

/** A name as it is exported: in words, or by number in the order of the rows. */
export function exportedName(row: Pick<ClassRow, 'name'>, index: number, hideNames: boolean): string {
  return hideNames ? t('class.export.hiddenName', { number: index + 1 }) : row.name;
}

/**
 * The table of a class. Hours count from the start of the level, IL-6 is in pg/mL; what did not happen is an empty cell.
 *
 * It is UTF-8. A spreadsheet takes it for that only behind a byte order mark, which other programs read as a part of the
 * first column's name; so the mark is there only when a name has letters beyond ASCII, without which nobody needs it.
 *
 * @param rows with their ranks, in the order in which they are to stand
 */
export function classCsv(level: Level, rows: readonly ClassRow[], hideNames: boolean): string {
  const head = [
    ...['rank', 'name', 'score', 'outcome', 'endHour', 'late', 'pauses', 'pausedSeconds'],
    ...['il6Peak', 'il6PeakHour'],
    ...level.treatments.flatMap(({ id }) => [`${id}FirstHour`, `${id}Orders`]),
    ...['level', 'mode', 'seed', 'modelVersion'],
  ];
  const lines = rows.map((row, index) => cellsOf(level, row, exportedName(row, index, hideNames)));
  const text = [head, ...lines].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
  return isAscii(text) ? text : `\uFEFF${text}`;
}

function cellsOf(level: Level, row: ClassRow, name: string): readonly Cell[] {
  const peak = row.il6.length === 0 ? null : Math.max(...row.il6);
  return [
    ...[row.rank, name, row.score, row.outcome, rounded(row.endHour), row.late ?? false],
    ...[row.pauses, rounded(row.pausedSeconds)],
    ...[peak === null ? null : rounded(peak), peak === null ? null : row.il6.indexOf(peak)],
    ...level.treatments.flatMap(({ id }) => {
      const hours = ordersOf(row, id);
      return [hours[0] === undefined ? null : rounded(hours[0]), hours.length];
    }),
    ...[level.id, row.log.mode, row.log.seed, MODEL_VERSION],
  ];
}

function ordersOf({ marks }: ClassRow, treatment: string): readonly number[] {
  return marks.flatMap(({ hour, command }) =>
    command.type === 'order' && command.treatment === treatment ? [hour] : [],
  );
}

/** Two decimals: a tick is 0.05 h. */
function rounded(value: number): number {
  return Math.round(100 * value) / 100;
}

function cellText(cell: Cell): string {
  if (typeof cell !== 'string') return cell === null ? '' : String(cell);
  const text = inert(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Signs with which a spreadsheet begins a formula, in their wide forms too. */
const FORMULA = /^[\s\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Text that no spreadsheet computes: it reads what is behind an apostrophe as it stands. A number stays one. */
function inert(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
}

function isAscii(text: string): boolean {
  return !/[^\p{ASCII}]/u.test(text);
}
