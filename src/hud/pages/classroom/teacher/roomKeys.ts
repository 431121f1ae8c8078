/** Every key of the teacher's room, as data: the list of keys shows what the handler does. Each is also a button. */

export type RoomKeyAction =
  | 'lock'
  | 'start'
  | 'closeRound'
  | 'board'
  | 'podium'
  | 'map'
  | 'names'
  | 'fullScreen'
  | 'help';

export interface RoomKey {
  readonly action: RoomKeyAction;
  /** KeyboardEvent.key, a letter in lower case. */
  readonly key: string;
}

export const ROOM_KEYS: readonly RoomKey[] = [
  { action: 'lock', key: 'l' },
  { action: 'start', key: 's' },
  { action: 'closeRound', key: 'c' },
  { action: 'board', key: 'b' },
  { action: 'podium', key: 'p' },
  { action: 'map', key: 'm' },
  { action: 'names', key: 'n' },
  { action: 'fullScreen', key: 'f' },
  { action: 'help', key: '?' },
];

/** The part of a keyboard event that decides. */
export interface RoomStroke {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Held down: a second press must be a press. */
  readonly repeat: boolean;
}

/** What a stroke asks for; null for any other key, and where a field has its own use for letters. */
export function roomAction(stroke: RoomStroke, inField: boolean): RoomKeyAction | null {
  if (inField || stroke.ctrlKey || stroke.altKey || stroke.metaKey || stroke.repeat) return null;
  const key = stroke.key.toLowerCase();
  return ROOM_KEYS.find((binding) => binding.key === key)?.action ?? null;
}
