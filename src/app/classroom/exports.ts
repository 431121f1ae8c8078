/** The files in which a class is saved. */
import { classCsv } from '../../classroom/csv.ts';
import type { ClassRow } from '../../classroom/types.ts';
import { classStatements } from '../../classroom/xapi.ts';
import { classZip } from '../../classroom/zip.ts';
import type { Level } from '../../engine/types.ts';
import type { ClassExport } from './types.ts';

/** What is saved, of a room or of a board from files. */
export interface ExportedClass {
  readonly level: Level;
  /** By rank, as the map has them; ids are the seats. */
  readonly rows: readonly ClassRow[];
  readonly hideNames: boolean;
  /** Code of the room; null for a class from files. */
  readonly room: string | null;
  /** What the server is called; of a class from files, the address of the page without its fragment. */
  readonly homePage: string;
  /** When the server received the game of a seat, ISO 8601. */
  readonly receivedAt?: ReadonlyMap<string, string>;
}

export interface ExportedFile {
  readonly name: string;
  readonly blob: Blob;
}

/** A file to hand to the browser. */
export function exportClass(what: ClassExport, exported: ExportedClass): ExportedFile {
  const { level, rows, hideNames, room } = exported;
  const stem = ['stormward', level.id, ...(room === null ? [] : [room])].join('-');
  const file = (ending: string, part: BlobPart, type: string): ExportedFile => {
    return { name: `${stem}${ending}`, blob: new Blob([part], { type }) };
  };
  if (what === 'table') return file('.csv', classCsv(level, rows, hideNames), 'text/csv;charset=utf-8');
  if (what === 'logs') return file('-logs.zip', classZip(level, rows, hideNames), 'application/zip');
  return file('-xapi.json', `${JSON.stringify(statementsOf(exported))}\n`, 'application/json');
}

function statementsOf({ level, rows, room, homePage, receivedAt }: ExportedClass) {
  const games = rows.map(({ id, log, late }) => {
    const received = receivedAt?.get(id);
    return {
      seat: id,
      log,
      late: late ?? false,
      ...(received === undefined ? {} : { receivedAt: received }),
    };
  });
  return classStatements(level, games, { homePage: homePage.startsWith('http') ? homePage : null, room });
}
