/** Maps, exports, and a class without a server: everything of a class that is made of logs. */
import { nameOf } from '../../classroom/names.ts';
import type { ClassMap, ClassRow } from '../../classroom/types.ts';
import type { Level } from '../../engine/types.ts';
import type { RoomLogs } from '../../schema/classroom/room.ts';
import type { ClassCalls } from './door.ts';
import { type ExportedClass, exportClass } from './exports.ts';
import { createFileBoard } from './fileBoard.ts';
import { withHiddenNames } from './hiddenNames.ts';
import { levelOfRoom } from './roomGame.ts';
import type { ClassHost } from './sessionHost.ts';
import type { Teacher } from './teacher.ts';
import type { FileBoard } from './types.ts';
import { namesBeside } from './verdictSentence.ts';
import { mapInWorker, type VerifyPoolOptions, verifyInWorkers } from './verifyInWorkers.ts';
import { t } from './words.ts';

export type FileCalls = Pick<ClassCalls, 'makeMap' | 'saveExport' | 'addFiles' | 'addLinks' | 'clearFiles'>;

type RoomLog = RoomLogs['logs'][number];

/** @param pool how many workers there are, and how they start; those of the browser when not given */
export function createFileCalls(host: ClassHost, teacher: Teacher, pool: VerifyPoolOptions = {}): FileCalls {
  const { store, bestLog } = host;
  const { levels } = host.app.getState();
  const board = createFileBoard({ ...pool, levels, bestLog, onChange: (files) => store.setState({ files }) });
  return {
    makeMap: async () => void (await makeMap(host, teacher, pool)),
    saveExport: async (what, chosen, hideNames = false) => {
      const exported = chosen ? ofBoard(host, chosen, hideNames) : await ofRoom(host, teacher, pool);
      if (exported) host.saveFile(exportClass(what, exported));
    },
    addFiles: (files) => board.addFiles(files),
    addLinks: async (text) => {
      const found = await board.addLinks(text);
      store.setState({ problem: found ? '' : t('class.files.noLinks') });
    },
    clearFiles: () => board.clear(),
  };
}

/** The map of the room with the logs that it was made of; null, with the problem shown, when there is none. */
async function makeMap(
  host: ClassHost,
  teacher: Teacher,
  pool: VerifyPoolOptions,
): Promise<{ readonly map: ClassMap; readonly logs: readonly RoomLog[] } | null> {
  const { store } = host;
  const desk = teacher.desk();
  const room = store.getState().teacher?.view.room;
  const level = room && levelOfRoom(host.app.getState().levels, room);
  if (!desk || !room) return null;
  if (!level) return say(host, t('classApp.otherPage'));
  const logs = await teacher.logs();
  if (!logs) return null;
  if (logs.length === 0) return say(host, t('classApp.noGames'));
  store.setState({ busy: true });
  try {
    const map = await mapOf(host, level, logs, pool);
    if (map === null) return say(host, t('classApp.noGames'));
    // The teacher may be in another room by now.
    if (teacher.desk() === desk) teacher.change({ map });
    return { map, logs };
  } catch (error) {
    return say(
      host,
      t('classApp.mapFailed', { message: error instanceof Error ? error.message : String(error) }),
    );
  } finally {
    store.setState({ busy: false });
  }
}

/** The server has played every game again, and the page does so once more: it believes neither files nor a server. */
async function mapOf(
  { app, bestLog }: ClassHost,
  level: Level,
  logs: readonly RoomLog[],
  pool: VerifyPoolOptions,
): Promise<ClassMap | null> {
  const { levels } = app.getState();
  const games = logs.map(
    ({ seat, name, late, log }) => ({ id: seat, name: nameOf(name), late, kind: 'text', text: log }) as const,
  );
  const verdicts = await verifyInWorkers(levels, games, undefined, pool);
  const rows: readonly ClassRow[] = verdicts.flatMap((verdict) => (verdict.ok ? [verdict.row] : []));
  if (rows.length === 0) return null;
  const task = { levelId: level.id, rows, bestLog: await bestLog(level), names: namesBeside() };
  return mapInWorker(levels, task, pool);
}

/** The room as it stands, not as it was when its map was last made. */
async function ofRoom(
  host: ClassHost,
  teacher: Teacher,
  pool: VerifyPoolOptions,
): Promise<ExportedClass | null> {
  const made = await makeMap(host, teacher, pool);
  const view = host.store.getState().teacher?.view;
  const level = view && levelOfRoom(host.app.getState().levels, view.room);
  if (!made || !view || !level) return null;
  const { room, homePage } = view;
  const rows = room.hideNames ? withHiddenNames(made.map.rows, view.rows) : made.map.rows;
  const receivedAt = new Map(made.logs.map((log) => [log.seat, log.receivedAt]));
  return { level, rows, hideNames: false, room: room.code, homePage, receivedAt };
}

function ofBoard(
  { app, base }: ClassHost,
  { levelId, map }: FileBoard,
  hideNames: boolean,
): ExportedClass | null {
  const level = app.getState().levels.find(({ id }) => id === levelId);
  return level ? { level, rows: map.rows, hideNames, room: null, homePage: base } : null;
}

function say({ store }: ClassHost, problem: string): null {
  store.setState({ problem });
  return null;
}
