/** A row of a board as a replay, wherever its log is. */
import type { ClassHost } from './sessionHost.ts';
import { attempt } from './sessionHost.ts';
import type { Student } from './student.ts';
import type { Teacher } from './teacher.ts';
import type { ClassState } from './types.ts';
import { t } from './words.ts';

/** Opens the game of a row on the page that is open: of the room as its teacher, as its student, or of the files. */
export async function openRow(
  host: ClassHost,
  student: Student,
  teacher: Teacher,
  row: string,
): Promise<void> {
  const { place, files } = host.store.getState();
  if (place.part === 'files') {
    const named = files.boards.flatMap(({ logs }) => logs).find(({ id }) => id === row);
    if (named) host.actions.replayLog(named.log);
    return;
  }
  const text =
    place.part === 'room' ? await teachersLog(teacher, row) : await studentsLog(host, student, row);
  if (text !== null) await host.actions.openLogText(text);
  else if (host.store.getState().problem === '') host.store.setState({ problem: t('classApp.noRow') });
}

async function teachersLog(teacher: Teacher, seat: string): Promise<string | null> {
  const logs = await teacher.logs();
  return logs?.find((log) => log.best && log.seat === seat)?.log ?? null;
}

async function studentsLog(
  { store, api }: ClassHost,
  student: Student,
  seat: string,
): Promise<string | null> {
  const token = student.token();
  const submission = submissionOf(store.getState(), seat);
  if (token === null || submission === null) return null;
  return attempt(store, () => api.logOf(token, submission));
}

function submissionOf({ student }: ClassState, seat: string): string | null {
  return student?.view.rows.find((row) => row.seat === seat)?.result?.submission ?? null;
}
