/** Every key of the play screen, as data: the help lists what the handler does. Each is also a button. */

export type KeyAction =
  | 'toggle'
  | 'stepHour'
  | 'stepSixHours'
  | 'slower'
  | 'faster'
  | 'treatment'
  | 'labs'
  | 'trend'
  | 'speak'
  | 'mute'
  | 'captions'
  | 'help'
  | 'backHour'
  | 'backSixHours'
  | 'toStart'
  | 'toEnd'
  | 'previousDecision'
  | 'nextDecision'
  | 'takeOver'
  | 'compare'
  | 'close';

export interface KeyBinding {
  readonly action: KeyAction;
  /** Values of KeyboardEvent.key, letters in lower case; arrows with `Shift+` before them when it is held. */
  readonly keys: readonly string[];
  /** Only while a log is watched. */
  readonly replay?: true;
  /** What the help shows; keys of the catalogue for words, the sign itself otherwise. */
  readonly shown: readonly string[];
}

/**
 * Space and K as on video players, . and arrows as on lichess. Space plays and
 * pauses wherever the focus happens to stand, so that it never repeats the last
 * press; only a control of something that is open keeps it. Enter presses buttons.
 */
export const KEY_BINDINGS: readonly KeyBinding[] = [
  { action: 'toggle', keys: [' ', 'k'], shown: ['hud.keys.space', 'K'] },
  { action: 'stepHour', keys: ['ArrowRight', '.'], shown: ['→', '.'] },
  { action: 'stepSixHours', keys: ['Shift+ArrowRight', '>'], shown: ['Shift + →', '>'] },
  { action: 'slower', keys: ['-', '['], shown: ['−', '['] },
  { action: 'faster', keys: ['+', '=', ']'], shown: ['+', ']'] },
  { action: 'treatment', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], shown: ['1–9'] },
  { action: 'labs', keys: ['l'], shown: ['L'] },
  { action: 'trend', keys: ['t'], shown: ['T'] },
  { action: 'speak', keys: ['v'], shown: ['V'] },
  { action: 'mute', keys: ['m'], shown: ['M'] },
  { action: 'captions', keys: ['c'], shown: ['C'] },
  { action: 'help', keys: ['?'], shown: ['?'] },
  { action: 'close', keys: ['Escape'], shown: ['hud.keys.escape'] },
  { action: 'backHour', keys: ['ArrowLeft', ','], shown: ['←', ','], replay: true },
  { action: 'backSixHours', keys: ['Shift+ArrowLeft', '<'], shown: ['Shift + ←', '<'], replay: true },
  { action: 'previousDecision', keys: ['p'], shown: ['P'], replay: true },
  { action: 'nextDecision', keys: ['n'], shown: ['N'], replay: true },
  { action: 'toStart', keys: ['Home'], shown: ['hud.keys.home'], replay: true },
  { action: 'toEnd', keys: ['End'], shown: ['hud.keys.end'], replay: true },
  { action: 'takeOver', keys: ['o'], shown: ['O'], replay: true },
  { action: 'compare', keys: ['g'], shown: ['G'], replay: true },
];

/** The part of a keyboard event that decides. */
export interface KeyStroke {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What has the focus while the key is pressed; 'button' is a control of a sheet, a list or a message that is open. */
export type FocusKind = 'text' | 'radio' | 'slider' | 'button' | 'other';

/** The binding of a stroke, or null when the focused control has its own use for the key, or nothing is watched that it is for. */
export function bindingFor(stroke: KeyStroke, focus: FocusKind, isReplay = false): KeyBinding | null {
  if (stroke.ctrlKey || stroke.altKey || stroke.metaKey || focus === 'text') return null;
  const key = stroke.key.length === 1 ? stroke.key.toLowerCase() : stroke.key;
  const isArrow = key.startsWith('Arrow');
  const moves = isArrow || key === 'Home' || key === 'End';
  if (moves && (focus === 'radio' || focus === 'slider')) return null;
  if (key === ' ' && focus === 'button') return null;
  const name = isArrow && stroke.shiftKey ? `Shift+${key}` : key;
  return KEY_BINDINGS.find(({ keys, replay }) => keys.includes(name) && (isReplay || !replay)) ?? null;
}
