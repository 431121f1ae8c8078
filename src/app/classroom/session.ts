/** The class as a whole: every wish of its pages, and where each place of it leads. */
import type { ClassCalls } from './door.ts';
import type { FileCalls } from './fileCalls.ts';
import { createJoining } from './joining.ts';
import { createKeeping } from './keeping.ts';
import { openRow } from './rows.ts';
import { createSeatCalls } from './seatCalls.ts';
import type { ClassHost } from './sessionHost.ts';
import { createStudent, type Student } from './student.ts';
import { createTeacher, type Teacher } from './teacher.ts';
import { createTeacherCalls } from './teacherCalls.ts';
import type { ClassPlace } from './types.ts';

/** Maps and files, which are made by code of their own. */
export type MakeFileCalls = (host: ClassHost, teacher: Teacher) => FileCalls;

/** Goes on with the seat of an earlier visit, follows the places that are opened, and answers what the pages ask. */
export function createClassSession(host: ClassHost, makeFileCalls: MakeFileCalls): ClassCalls {
  const keeping = createKeeping(() => host.storage());
  const student = createStudent(host, keeping);
  const teacher = createTeacher(host, keeping);
  const joining = createJoining(host, student);
  const arrive = (place: ClassPlace): void => {
    void lookForServer(host);
    if (place.part === 'room' && place.code !== '') teacher.visit(place.code);
    if (place.part === 'join') void goToDoor(host, student, joining.findRoom, place);
  };
  host.store.subscribe((state, before) => {
    if (state.place !== before.place) arrive(state.place);
  });
  if (host.app.getState().page === 'class') arrive(host.store.getState().place);
  return {
    ...joining,
    ...createSeatCalls(host, student),
    ...createTeacherCalls(host, teacher),
    ...makeFileCalls(host, teacher),
    openRow: (row) => openRow(host, student, teacher, row),
  };
}

/** Who has a seat in the room and reads its code once more is asked first: a browser may be shared. */
async function goToDoor(
  host: ClassHost,
  student: Student,
  findRoom: (code: string) => Promise<void>,
  { code }: ClassPlace,
): Promise<void> {
  const seated = host.store.getState().student;
  const isSeated = seated?.gone === null && student.token() !== null && seated.view.room.code === code;
  if (code === '' || isSeated) host.store.setState({ door: null });
  else await findRoom(code);
}

/** Whether rooms can be had here is asked until something answers. */
async function lookForServer({ store, api, base }: ClassHost): Promise<void> {
  if (store.getState().hasServer !== null) return;
  const hasServer = base.startsWith('http') ? await api.isThere() : false;
  if (hasServer !== null) store.setState({ hasServer });
}
