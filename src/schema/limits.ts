/** What a file from outside may hold at most. A game of 28 days by a busy player is a tenth of it. */
export const LIMITS = {
  /** Characters of a decision log, and of a level. */
  logCharacters: 262_144,
  levelCharacters: 131_072,
  /** Objects and arrays inside each other. */
  depth: 12,
  commands: 5_000,
  checkpoints: 500,
  /** Declared pauses and changes of speed. */
  declarations: 5_000,
  /** Hours before play, and of play. */
  hours: 1_440,
  ticks: 28_800,
  /** Characters of an id, of a line, of a paragraph. */
  idCharacters: 64,
  lineCharacters: 300,
  textCharacters: 4_000,
  /** Characters of a name that a player gives. */
  nameCharacters: 60,
  /** Games of a tree of branches, and its characters. */
  branches: 60,
  treeCharacters: 2_097_152,
  /** Entries of a list of a level. */
  listEntries: 64,
} as const;

/** Keys that change an object instead of being stored in it; no file of ours has them. */
export const FORBIDDEN_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype'];
