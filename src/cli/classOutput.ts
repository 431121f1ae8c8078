/** What `class` prints: the board and the map of the page, as JSON or as a table. */
import { exportedName } from '../classroom/csv.ts';
import type { GameGroup } from '../classroom/groups.ts';
import type { ClassMap, ClassRow, Separation } from '../classroom/types.ts';
import { t } from '../text/catalogue.ts';
import { tableText } from './table.ts';

/** The games of a level and view, with their map. */
export interface Board extends GameGroup {
  readonly map: ClassMap;
}

/** A game that was given twice, and the file that it is the same as. */
export interface Twice {
  readonly file: string;
  readonly same: string;
}

export interface ClassReport {
  readonly boards: readonly Board[];
  readonly refused: readonly { readonly file: string; readonly reason: string; readonly sentence: string }[];
  readonly twice: readonly Twice[];
  /** File of a row by its id. */
  readonly files: ReadonlyMap<string, string>;
}

/** One line of JSON. Hours are of the level, IL-6 in pg/mL, p a chance from 0 to 1. */
export function classJson({ boards, refused, twice, files }: ClassReport): string {
  const rowJson = ({ id, rank, name, score, outcome, endHour, pauses, pausedSeconds }: ClassRow) => {
    return { file: files.get(id), rank, name, score, outcome, endHour, pauses, pausedSeconds };
  };
  return `${JSON.stringify({
    boards: boards.map(({ level, mode, seed, map }) => ({
      level: level.id,
      mode,
      seed,
      rows: map.rows.map(rowJson),
      guideline: map.guideline.score,
      bestKnown: map.bestKnown?.score ?? null,
      bestWindow: map.bestWindow,
      outcomes: map.outcomes,
      separation: map.separation,
      fan: map.fan,
    })),
    refused: refused.map(({ file, reason }) => ({ file, reason })),
    twice,
  })}\n`;
}

/** For reading: a table for each level and view. */
export function classText(boards: readonly Board[], hideNames: boolean): string {
  if (boards.length === 0) return `${t('cli.class.nothing')}\n`;
  return `${boards.map((board) => boardText(board, hideNames)).join('\n')}\n${t('cli.class.notClinical')}\n`;
}

function boardText({ level, mode, seed, map }: Board, hideNames: boolean): string {
  const head = (['place', 'name', 'outcome', 'score', 'hour', 'pauses', 'seconds'] as const).map((column) =>
    t(`cli.class.head.${column}`),
  );
  const rows = map.rows.map((row, index) => cellsOf(row, exportedName(row, index, hideNames)));
  const beside = [map.bestKnown, map.guideline].flatMap((row) =>
    row === null ? [] : [cellsOf(row, row.name, '')],
  );
  const title = { level: level.id, mode, count: map.rows.length };
  const lines = [
    seed === null ? t('cli.class.titleSeeds', title) : t('cli.class.title', { ...title, seed }),
    // Name and outcome are words, and so is the place, which stands to the left of them.
    ...tableText([head, ...beside, ...rows], 3),
    t('cli.class.outcomes', { ...map.outcomes }),
    separationText(map.separation),
  ];
  return `${lines.join('\n')}\n`;
}

function cellsOf(row: ClassRow, name: string, place = String(row.rank)): readonly string[] {
  const { outcome, score, endHour, pauses, pausedSeconds } = row;
  const numbers = [score, Math.round(10 * endHour) / 10, pauses, Math.round(pausedSeconds)];
  return [place, name, t(`cli.outcomes.${outcome}`), ...numbers.map(String)];
}

function separationText(separation: Separation | null): string {
  if (separation === null) return t('cli.class.noSeparation');
  const { kind, treatment, regimen, hour, did, didNot, p, isClear } = separation;
  const drug = t(`hud.treatment.${treatment as 'antiviral'}.name`);
  const what = t(`cli.class.decision.${kind}`, {
    treatment: regimen === null ? drug : t('cli.class.inRegimen', { treatment: drug, regimen }),
    hour: hour ?? 0,
  });
  const values = { what, didWon: did.won, didOf: did.of, notWon: didNot.won, notOf: didNot.of };
  const chance = Math.round(1000 * p) / 10;
  return t(isClear ? 'cli.class.clear' : 'cli.class.unclear', { ...values, chance });
}
