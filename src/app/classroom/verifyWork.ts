/** What a worker of the class does: everything that costs time or could be hostile, away from the page. */
import { mapOfClass } from '../../classroom/map.ts';
import { classRow, isRefusal } from '../../classroom/row.ts';
import type { ClassMap, ClassRow } from '../../classroom/types.ts';
import type { DecisionLog, Level } from '../../engine/types.ts';
import { parseDecisionLog } from '../../schema/decisionLog.ts';
import { LIMITS } from '../../schema/limits.ts';
import { readJson } from '../../schema/readJson.ts';
import { fragmentToLogText } from '../logLink.ts';
import { unzipLogs, type ZipReading } from './unzipLogs.ts';

/** A game to verify: the text of its log, or the fragment of a link that carries one. */
export interface GivenGame {
  readonly id: string;
  readonly name: string;
  readonly late?: boolean;
  readonly kind: 'text' | 'link';
  readonly text: string;
}

/** What became of a game. `reason` is where its sentence stands: verdictSentence says it. */
export type GameVerdict =
  | { readonly ok: true; readonly row: ClassRow }
  | {
      readonly ok: false;
      readonly reason: 'input' | 'replay' | 'link' | 'class';
      readonly code: string;
      readonly values: Readonly<Record<string, string | number>>;
    };

/** What a map is made of. */
export interface MapTask {
  readonly levelId: string;
  readonly rows: readonly ClassRow[];
  readonly bestLog: DecisionLog | null;
  readonly names: { readonly bestKnown: string; readonly guideline: string };
}

export interface VerifyWork {
  verify(game: GivenGame): GameVerdict;
  map(task: MapTask): ClassMap;
  unzip(bytes: Uint8Array): ZipReading;
}

/** @param levels the editions that the page knows */
export function createVerifyWork(levels: readonly Level[]): VerifyWork {
  return {
    verify: (game) => verifyGame(levels, game),
    map({ levelId, rows, ...beside }) {
      const level = levels.find(({ id }) => id === levelId);
      if (level === undefined) throw new RangeError(`There is no level ${levelId}.`);
      return mapOfClass(level, rows, beside);
    },
    unzip: unzipLogs,
  };
}

function verifyGame(levels: readonly Level[], { kind, text, ...game }: GivenGame): GameVerdict {
  const reading = kind === 'link' ? fragmentToLogText(text) : ({ ok: true, text } as const);
  if (!reading.ok) return refuse('link', reading.problem);
  const parsed = parseDecisionLog(reading.text);
  if (!parsed.ok) {
    const { code, path, values } = parsed.problem;
    return isTree(reading.text) ? refuse('class', 'isTree') : refuse('input', code, { ...values, path });
  }
  const log = parsed.value;
  const level = levels.find(({ id }) => id === log.level.id);
  if (level === undefined) return refuse('class', 'levelUnknown', { level: log.level.id });
  const row = classRow(level, { ...game, log });
  return isRefusal(row) ? refuse('replay', row.code, row.values) : { ok: true, row };
}

function refuse(
  reason: 'input' | 'replay' | 'link' | 'class',
  code: string,
  values: Readonly<Record<string, string | number>> = {},
): GameVerdict {
  return { ok: false, reason, code, values };
}

/** A file of branches is easily taken for that of a game: both are saved in the same place. */
function isTree(text: string): boolean {
  const read = readJson(text, LIMITS.treeCharacters);
  if (!read.ok || typeof read.value !== 'object' || read.value === null) return false;
  return 'kind' in read.value && read.value.kind === 'stormward-tree';
}
