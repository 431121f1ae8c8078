/** Mutations of what a log holds: what somebody does who knows the format and wants a result that was not played. */
import { checkCommand } from '../../src/engine/checkCommand.ts';
import { makeLog } from '../../src/engine/log.ts';
import { fromCommands, simulate } from '../../src/engine/simulate.ts';
import type { DecisionLog, Level, TimedCommand } from '../../src/engine/types.ts';
import { nextIndex, type RandomState } from '../../src/math/random.ts';
import { pick } from './mutateTexts.ts';

/** A game that was played, of the patient of a room. */
export interface Played {
  readonly level: Level;
  readonly log: DecisionLog;
}

/** Makes a log, or what is none any more; `others` are all games, those of other levels among them. */
export type GameMutation = (played: Played, draw: RandomState, others: readonly Played[]) => unknown;

type Plain = Record<string | number, unknown>;

const copy = ({ log }: Played): DecisionLog => structuredClone(log);

/** All objects and lists inside a value, itself among them. */
function containers(value: unknown): Plain[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Plain, ...Object.values(value).flatMap(containers)];
}

function somewhere(log: unknown, draw: RandomState): { readonly at: Plain; readonly key: string } {
  const at = pick(
    draw,
    containers(log).filter((container) => Object.keys(container).length > 0),
  );
  return { at, key: pick(draw, Object.keys(at)) };
}

const JUNK: readonly unknown[] = [
  ...[
    null,
    true,
    '',
    'x',
    '<img src=x onerror=alert(1)>',
    'toString',
    '\u0000',
    '\u202Eevil',
    'é'.repeat(100),
  ],
  ...[0, -1, 0.5, 1e15, -1e15, 1e308, 28_800, 28_801, 4_294_967_296, [], {}, [[]], { length: 3 }, [null]],
  ...[{ type: 'order' }, { toJSON: 1 }, { valueOf: 'x' }, 'NaN', '1', 'recovered', 'organFailure'],
];

const changed =
  (change: (log: DecisionLog & Plain, draw: RandomState, others: readonly Played[]) => void): GameMutation =>
  (played, draw, others) => {
    const log = copy(played) as DecisionLog & Plain;
    change(log, draw, others);
    return log;
  };

function dropKey(log: unknown, draw: RandomState): void {
  const { at, key } = somewhere(log, draw);
  if (Array.isArray(at)) at.splice(Number(key), 1);
  else delete at[key];
}

function addKey(log: unknown, draw: RandomState): void {
  const { at } = somewhere(log, draw);
  const key = pick(draw, [
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'name',
    'a',
    '',
    'Score',
    '0',
  ]);
  Object.defineProperty(at, key, {
    value: pick(draw, JUNK),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function moveNumber(log: unknown, draw: RandomState): void {
  const places = containers(log).flatMap((at) =>
    Object.keys(at)
      .filter((key) => typeof at[key] === 'number')
      .map((key) => ({ at, key })),
  );
  const { at, key } = pick(draw, places);
  at[key] = Number(at[key]) + pick(draw, [1, -1, 2, 20, -20, 240, 0.5, -0.5, 1e-9, 2 ** 31, -1000]);
}

/** A list where an object stood, and the other way round. */
function changeKind(log: unknown, draw: RandomState): void {
  const { at, key } = somewhere(log, draw);
  const value = at[key];
  if (Array.isArray(value)) at[key] = { ...value };
  else at[key] = typeof value === 'object' && value !== null ? Object.entries(value) : [value];
}

type Commands = TimedCommand[];

const COMMANDS: Readonly<Record<string, (commands: Commands, draw: RandomState, log: DecisionLog) => void>> =
  {
    remove: (commands, draw) => void commands.splice(nextIndex(draw, commands.length), 1),
    double: (commands, draw) => {
      const at = nextIndex(draw, commands.length);
      commands.splice(at, 0, structuredClone(commands[at] as TimedCommand));
    },
    swap: (commands, draw) => {
      const [one, other] = [nextIndex(draw, commands.length), nextIndex(draw, commands.length)];
      [commands[one], commands[other]] = [commands[other] as TimedCommand, commands[one] as TimedCommand];
    },
    exchange: (commands, draw) => {
      const [one, other] = [nextIndex(draw, commands.length), nextIndex(draw, commands.length)];
      const [a, b] = [commands[one] as TimedCommand, commands[other] as TimedCommand];
      commands[one] = { ...a, command: b.command };
      commands[other] = { ...b, command: a.command };
    },
    move: (commands, draw, { endTick }) => {
      const at = nextIndex(draw, commands.length);
      commands[at] = { ...(commands[at] as TimedCommand), tick: nextIndex(draw, endTick + 2) };
      if (nextIndex(draw, 4) > 0) commands.sort((a, b) => a.tick - b.tick);
    },
    nudge: (commands, draw) => {
      const at = nextIndex(draw, commands.length);
      const one = commands[at] as TimedCommand;
      commands[at] = { ...one, tick: one.tick + pick(draw, [1, -1]) };
    },
    regimen: (commands, draw) => {
      const at = nextIndex(draw, commands.length);
      const { tick, command } = commands[at] as TimedCommand;
      const other = pick(draw, ['standard', 'high', 'low', 'loading', 'x', 'toString']);
      commands[at] = { tick, command: { ...command, regimen: other } as TimedCommand['command'] };
    },
    add: (commands, draw, { endTick }) => {
      const tick = nextIndex(draw, endTick + 1);
      const command = pick(draw, commands).command;
      commands.push({ tick, command });
      commands.sort((a, b) => a.tick - b.tick);
    },
    none: (commands) => void commands.splice(0),
    many: (commands, draw) => {
      while (commands.length < pick(draw, [200, 5_001])) commands.push(pick(draw, commands));
      commands.sort((a, b) => a.tick - b.tick);
    },
  };

const withCommands = (change: (typeof COMMANDS)[string]): GameMutation =>
  changed((log, draw) => {
    const commands = log.commands as Commands;
    if (commands.length === 0) commands.push({ tick: 0, command: { type: 'oxygen', step: 1 } });
    else change(commands, draw, log);
  });

/** The end and the checkpoints of one game under the commands of another. */
const borrow = changed((log, draw, others) => {
  const { log: other } = pick(draw, others);
  const fields = pick(draw, [
    ['checkpoints'],
    ['outcome', 'score'],
    ['checkpoints', 'outcome', 'score', 'endTick'],
    ['commands'],
    ['seed'],
    ['level', 'seed', 'mode'],
    ['model', 'level', 'seed', 'mode', 'commands'],
  ]);
  for (const field of fields) log[field] = structuredClone((other as unknown as Plain)[field]);
});

const oneCheckpoint = changed((log, draw, others) => {
  const checkpoints = log.checkpoints as { tick: number; hash: string }[];
  const at = nextIndex(draw, checkpoints.length);
  const one = checkpoints[at] as { tick: number; hash: string };
  const other = pick(draw, pick(draw, others).log.checkpoints);
  switch (nextIndex(draw, 5)) {
    case 0:
      checkpoints.splice(at, 1);
      break;
    case 1:
      checkpoints.splice(at, 0, { ...one });
      break;
    case 2:
      checkpoints[at] = { ...other };
      break;
    case 3:
      checkpoints[at] = { ...one, hash: other.hash };
      break;
    default:
      checkpoints.push({ tick: one.tick + 240, hash: one.hash });
  }
});

const claim = changed((log, draw) => {
  const claims: readonly Partial<Plain>[] = [
    { score: 100 },
    { score: nextIndex(draw, 101) },
    { outcome: 'recovered' },
    { outcome: 'recovered', score: 100 },
    { outcome: pick(draw, ['organFailure', 'opportunisticInfection', 'stillOnWard']) },
    { endTick: nextIndex(draw, 28_801) },
    { seed: nextIndex(draw, 4_294_967_296) },
    { mode: pick(draw, ['student', 'clinician', 'teacher']) },
  ];
  Object.assign(log, pick(draw, claims));
});

/** What a player may declare as he likes, within the limits of the form and beyond them. */
const declare = changed((log, draw) => {
  const length = pick(draw, [0, 1, 3, 50, 4_000, 5_001]);
  const tick = () => nextIndex(draw, log.endTick + 50);
  const seconds = () => pick(draw, [0, 0.1, 1, 60, 31_536_000, 31_536_001, 1e308, -1]);
  const speed = () => pick(draw, [0, 0.25, 1, 2, 64, 65, -1]);
  const isLegal = nextIndex(draw, 2) === 0;
  Object.assign(log, {
    pauses: Array.from({ length }, () => ({ tick: tick() % 28_800, seconds: isLegal ? 1.5 : seconds() })),
    speeds: Array.from({ length: length % 4_000 }, () => ({
      ...{ tick: tick() % 28_800, speed: isLegal ? 2 : speed() },
    })),
  });
});

/** Another game of the same patient, truly played: the one thing that anybody may hand in. */
const replay: GameMutation = (played, draw) => {
  const { level, log } = played;
  const wished = copy(played).commands as Commands;
  if (wished.length > 0) COMMANDS[pick(draw, ['remove', 'move', 'double', 'exchange'])]?.(wished, draw, log);
  wished.sort((a, b) => a.tick - b.tick);
  const decide = fromCommands(wished);
  const { state, recorder } = simulate(level, {
    ...{ seed: log.seed, mode: log.mode },
    decide: (at) => {
      const legal = decide(at).filter((command) => checkCommand(at, level, command) === null);
      // Two that are legal alone may not be so together.
      return legal.slice(0, 1);
    },
  });
  return makeLog(level, state, recorder, { pauses: log.pauses, speeds: log.speeds });
};

/** The same, which then claims one point more. */
const lie: GameMutation = (played, draw, others) => {
  const log = replay(played, draw, others) as DecisionLog;
  return { ...log, score: log.score < 100 ? log.score + 1 : log.score - 1 };
};

export const GAME_MUTATIONS: Readonly<Record<string, GameMutation>> = {
  dropKey: changed(dropKey),
  addKey: changed(addKey),
  moveNumber: changed(moveNumber),
  changeKind: changed(changeKind),
  junk: changed((log, draw) => {
    const { at, key } = somewhere(log, draw);
    at[key] = pick(draw, JUNK);
  }),
  swapValues: changed((log, draw) => {
    const [one, other] = [somewhere(log, draw), somewhere(log, draw)];
    [one.at[one.key], other.at[other.key]] = [other.at[other.key], structuredClone(one.at[one.key])];
  }),
  sortKeys: ({ log }) => Object.fromEntries(Object.entries(log).sort(([a], [b]) => (a < b ? -1 : 1))),
  ...Object.fromEntries(
    Object.entries(COMMANDS).map(([name, change]) => [`commands.${name}`, withCommands(change)]),
  ),
  borrow,
  oneCheckpoint,
  claim,
  declare,
  replay,
  lie,
  otherGame: (_played, draw, others) => pick(draw, others).log,
  inList: ({ log }) => [log],
  held: ({ log: { checkpoints: _c, outcome: _o, endTick, score: _s, ...rest } }) => ({
    ...rest,
    tick: endTick,
  }),
};
