/** The class as the page holds it: one room at a time, as its teacher or in one of its seats, or a class from files. */
import type { ClassMap, NamedLog } from '../../classroom/types.ts';
import type { DecisionLog } from '../../engine/types.ts';
import type {
  ChangeRoomRequest,
  ChangeSeatRequest,
  GoneReason,
  OpenRoomRequest,
  OwnSeat,
  RoomDoor,
  RoomView,
  TeacherView,
} from '../../schema/classroom/room.ts';

/** How the page hears of changes; 'lost' while it tries again by itself. */
export type Connection = 'socket' | 'polling' | 'connecting' | 'lost';

/** A sentence already in words; '' when nothing is wrong. */
type Sentence = string;

/** A finished game on its way to the server. It waits in IndexedDB until the server has acknowledged it. */
export interface OutboxEntry {
  readonly key: number;
  readonly log: DecisionLog;
  readonly endedAt: string;
  readonly state: 'waiting' | 'sending' | 'accepted' | 'refused';
  /** Verified by the server; null before. */
  readonly score: number | null;
  readonly late: boolean;
  /** Why it was refused. */
  readonly reason: Sentence;
}

/** The same as it stands in the database. */
export interface OutboxRow {
  readonly key: number;
  /** The token with which it is handed in: a seat that was given up still has its games. */
  readonly token: string;
  readonly log: DecisionLog;
  readonly endedAt: string;
  readonly state: 'waiting' | 'accepted' | 'refused';
  readonly score: number | null;
  readonly late: boolean;
  readonly reason: Sentence;
}

export interface StudentState {
  readonly view: RoomView;
  /** Milliseconds by which the server's clock was ahead of this device's when the view came. */
  readonly ahead: number;
  readonly own: OwnSeat;
  readonly connection: Connection;
  readonly outbox: readonly OutboxEntry[];
  /** Why finished games are lost when the page is closed before they have arrived, or ''. */
  readonly storageProblem: Sentence;
  /** Code for a second device and when it runs out; null before it was asked for. */
  readonly move: { readonly code: string; readonly until: string } | null;
  /** The game of the seat goes on in another tab of this browser. */
  readonly elsewhere: boolean;
  /** Where another tab left it when it was closed; null when there is nothing to bring from there. */
  readonly leftTick: number | null;
  /** Set when the seat is this page's no longer. Logs that wait can still be saved as files. */
  readonly gone: GoneReason | null;
}

export interface TeacherState {
  readonly view: TeacherView;
  readonly connection: Connection;
  /** Null before the map was asked for. */
  readonly map: ClassMap | null;
  /** Code for a seat's second device, last asked for. */
  readonly move: { readonly seat: string; readonly code: string; readonly until: string } | null;
  readonly gone: GoneReason | null;
}

/** A join in progress: the code was found, a name is to be chosen. */
export interface DoorState {
  readonly door: RoomDoor;
  /** Free names to choose from, as slugs; the first is shown. */
  readonly names: readonly string[];
}

/** One dropped file or pasted link. */
export interface FileEntry {
  readonly id: string;
  /** What the teacher sees: the file's name without its ending, or a two-word name for a link. */
  readonly name: string;
  readonly state: 'waiting' | 'verified' | 'refused' | 'twice';
  readonly reason: Sentence;
}

export interface FilesState {
  readonly entries: readonly FileEntry[];
  /** Read and verified so far, of all. */
  readonly done: number;
  readonly total: number;
  /** One map a level and mode: logs of different games do not share a board. */
  readonly boards: readonly FileBoard[];
}

export interface FileBoard {
  readonly levelId: string;
  readonly mode: 'student' | 'clinician';
  /** Null when the logs are of more than one patient of the level. */
  readonly seed: number | null;
  readonly logs: readonly NamedLog[];
  readonly map: ClassMap;
}

export interface ClassState {
  /** What the class page shows. */
  readonly place: ClassPlace;
  readonly door: DoorState | null;
  readonly student: StudentState | null;
  readonly teacher: TeacherState | null;
  readonly files: FilesState;
  /** A call is under way. */
  readonly busy: boolean;
  readonly problem: Sentence;
  /** False when the page was not served by a class server (opened as a file, or from a plain web host). */
  readonly hasServer: boolean | null;
  /** Rooms of which this browser holds the teacher's key, the newest first. */
  readonly myRooms: readonly { readonly code: string; readonly level: string; readonly expiresAt: string }[];
}

/**
 * Parts of the class page, as they stand behind `#class/`:
 * '' the doors · `open` a new room · `join`, `join/KQ7ZDW` · `room/KQ7ZDW` the teacher's view (with `/t_…` once, which is then
 * taken out of the address) · `seat` the student's own · `files` a class without a server.
 */
export interface ClassPlace {
  readonly part: 'doors' | 'open' | 'join' | 'room' | 'seat' | 'files';
  readonly code: string;
}

/** The table as CSV, every log in one zip, or what happened as xAPI statements. */
export type ClassExport = 'table' | 'logs' | 'statements';

/** What the pages of the class may ask for. Nothing rejects: what went wrong stands in `problem` or in a notice. */
export interface ClassActions {
  go(place: ClassPlace): void;

  openRoom(request: OpenRoomRequest): Promise<void>;
  /** By the teacher's secret link. */
  enterRoom(code: string, key: string): Promise<void>;
  changeRoom(change: ChangeRoomRequest): Promise<void>;
  changeSeat(seat: string, change: ChangeSeatRequest): Promise<void>;
  /** A code for the second device of a seat: the teacher's, for a tablet that is dead. */
  moveSeat(seat: string): Promise<void>;
  /** Deletes the room with everything in it, now. */
  removeRoom(): Promise<void>;
  /** Address with the teacher's secret key in its fragment. */
  teacherLink(): string;
  /** Address that a student opens, as the QR code says it. */
  joinLink(address: string): string;
  /** Fetches the logs, verifies them in workers and makes the map. */
  makeMap(): Promise<void>;
  /** The game of a row as a replay: by seat in a room, for its teacher and its students, or by the id of a log in a class from files. */
  openRow(seat: string): Promise<void>;
  sendStatements(): Promise<void>;
  /** Hands a file to the browser to save: of the room, or of a board of the class from files, which may leave the names out. */
  saveExport(what: ClassExport, board?: FileBoard, hideNames?: boolean): Promise<void>;

  findRoom(code: string): Promise<void>;
  /** Another name, free in this room. */
  reroll(): void;
  takeSeat(name: string): Promise<void>;
  takeOverSeat(code: string, move: string): Promise<void>;
  /** Starts the room's game: its level, mode and patient. One that has not ended is gone on with. */
  play(): void;
  /** Brings the seat's game from another tab of this browser to this one. */
  playHere(): void;
  /** A code for a second device, from the device that has the seat. */
  moveOwnSeat(): Promise<void>;
  /** Gives the seat up; everything of it is deleted on the server. */
  leaveSeat(): Promise<void>;
  /** Tries to hand in at once what waits. */
  retry(): void;
  /** Forgets a seat that is gone. */
  forgetSeat(): void;

  addFiles(files: readonly File[]): Promise<void>;
  addLinks(text: string): Promise<void>;
  clearFiles(): void;
}
