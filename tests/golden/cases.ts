/** Which golden logs there are: who plays which level, in which mode, with which seed. */
import type { Level, Mode } from '../../src/engine/types.ts';
import type { PlayerId } from './players.ts';
import { TEST_LEVELS } from './testLevels.ts';

export interface GoldenCase {
  /** Unique among all golden logs: level, player, and the seed of a player who draws. */
  readonly name: string;
  readonly level: Level;
  readonly player: PlayerId;
  readonly mode: Mode;
  /** Of the game: the noise of assays. */
  readonly seed: number;
  /** Of the player. */
  readonly playerSeed: number;
}

type Part = readonly [player: PlayerId, mode: Mode, seed: number, playerSeed?: number];

const LARGEST_SEED = 4294967295;

/** Of a level that comes with the game. */
const OF_LEVEL: readonly Part[] = [
  ['none', 'student', 1],
  ['guideline', 'student', 1],
  ['measuring', 'clinician', 2],
  ['antiviral-at-storm', 'student', 3],
  ['over-dampening', 'clinician', 4],
  ['random', 'clinician', LARGEST_SEED, 77],
  ['every-drug', 'student', 0],
  ['restless', 'clinician', 5, 1],
  ['restless', 'student', 6, 2],
];

/** Of each patient of a trigger. */
const OF_PATIENT: readonly (readonly Part[])[] = [
  [
    ['none', 'student', 1],
    ['guideline', 'student', 1],
    ['every-drug', 'clinician', 2],
    ['random', 'clinician', 3, 11],
    ['restless', 'clinician', 4, 12],
  ],
  [
    ['support', 'student', 0],
    ['measuring', 'clinician', 17],
    ['over-dampening', 'clinician', 18],
    ['every-dampener', 'student', 19],
    ['random', 'student', 20, 21],
  ],
  [
    ['antiviral-at-storm', 'student', LARGEST_SEED],
    ['against-infection', 'clinician', 33],
    ['at-checkpoints', 'student', 34],
    ['random', 'clinician', 35, 31],
    ['restless', 'student', 36, 32],
  ],
  [
    ['none', 'clinician', 2147483648],
    ['ladder', 'student', 50],
    ['every-drug', 'student', 51],
    ['restless', 'clinician', 52, 41],
    ['restless', 'clinician', 53, 42],
  ],
];

/** Every golden log: of the levels that come with the game, which the host loads, and of all triggers. */
export function goldenCases(gameLevels: readonly Level[]): readonly GoldenCase[] {
  const ofGame = gameLevels.flatMap((level) => OF_LEVEL.map((part) => caseOf(level, part)));
  const ofTests = TEST_LEVELS.flatMap((level, index) =>
    (OF_PATIENT[index % OF_PATIENT.length] ?? []).map((part) => caseOf(level, part)),
  );
  return [...ofGame, ...ofTests];
}

function caseOf(level: Level, [player, mode, seed, playerSeed]: Part): GoldenCase {
  const name = `${level.id}.${player}${playerSeed === undefined ? '' : `-${playerSeed}`}`;
  return { name, level, player, mode, seed, playerSeed: playerSeed ?? 0 };
}

/** Name of the file, without its ending, that holds a case: its trigger, or the level of the game. */
export function fileOf({ level }: GoldenCase): string {
  return TEST_LEVELS.includes(level) ? level.trigger : level.id;
}
