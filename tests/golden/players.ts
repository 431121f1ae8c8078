/** Who plays the golden logs: each player decides in another way, so that together they walk all rules of play. */
import { antiviralAtStorm, none, overDampening, random } from '../../src/analysis/baselines.ts';
import { guideline } from '../../src/analysis/guideline.ts';
import { decideHourly, type Policy } from '../../src/analysis/policy.ts';
import { supportOf } from '../../src/analysis/support.ts';
import { checkCommand } from '../../src/engine/checkCommand.ts';
import { CHECKPOINT_TICKS } from '../../src/engine/log.ts';
import type { EngineState } from '../../src/engine/state.ts';
import type { Command, Level } from '../../src/engine/types.ts';
import { createRandom, nextIndex, nextUnit } from '../../src/math/random.ts';

/** What `simulate` calls at the start of every tick. */
export type Decide = (state: EngineState) => readonly Command[];

export interface Player {
  readonly purpose: string;
  /** `seed` feeds what the player draws; who draws nothing ignores it. */
  readonly decide: (level: Level, seed: number) => Decide;
}

/** Every way to give every treatment of a level, in its order. */
function everyOrder(level: Level): readonly Command[] {
  return level.treatments.flatMap(({ id, regimens }) =>
    regimens.map((regimen): Command => ({ type: 'order', treatment: id, regimen: regimen.id })),
  );
}

/** First ways to give the treatments of a group. */
function ordersOf(level: Level, group: string): readonly Command[] {
  return level.treatments
    .filter((treatment) => treatment.group === group)
    .map(({ id, regimens }): Command => ({ type: 'order', treatment: id, regimen: regimens[0]?.id ?? '' }));
}

const everyTest = (level: Level): readonly Command[] =>
  level.labs.map(({ id }): Command => ({ type: 'lab', test: id }));

/** The guideline, and every test of the laboratory once a day. */
const measuring =
  (level: Level): Policy =>
  (observation) => [...guideline(observation), ...(observation.hour % 24 === 0 ? everyTest(level) : [])];

/** Support as by the guideline, and everything of a group at one hour, over and over where it ends. */
const allOf =
  (group: string, from: number) =>
  (level: Level): Policy =>
  (observation) => [...supportOf(observation), ...(observation.hour >= from ? ordersOf(level, group) : [])];

const HOURS_BETWEEN_ORDERS = 5;

/** Every way to give every treatment, one after the other; each is stopped before the next, where it can be. */
const everyDrug = (level: Level): Policy => {
  const orders = everyOrder(level);
  return ({ hour }) => {
    if (hour % HOURS_BETWEEN_ORDERS !== 0) return [];
    const turn = hour / HOURS_BETWEEN_ORDERS;
    const next = orders[turn % orders.length];
    // The first round leaves what runs, so that treatments meet; the later ones stop it.
    const before = turn < orders.length ? undefined : orders[(turn + orders.length - 1) % orders.length];
    return [
      ...(before?.type === 'order' ? [{ type: 'stop', treatment: before.treatment } as const] : []),
      ...(next === undefined ? [] : [next]),
    ];
  };
};

const LADDER_HOURS = 7;

/** Up and down the oxygen ladder by the clock, with pressure and renal support on and off. */
const ladder = (level: Level): Policy => {
  const top = level.oxygen.length - 1;
  return ({ hour }) => {
    if (hour % LADDER_HOURS !== 0) return [];
    const turn = hour / LADDER_HOURS;
    const phase = turn % (2 * top);
    const step = phase <= top ? phase : 2 * top - phase;
    const on = turn % 2 === 0;
    const supports = (['norepinephrine', 'renalReplacement'] as const).map(
      (treatment): Command =>
        on ? { type: 'order', treatment, regimen: firstWay(level, treatment) } : { type: 'stop', treatment },
    );
    return [{ type: 'oxygen', step }, ...supports];
  };
};

function firstWay(level: Level, treatment: string): string {
  return level.treatments.find(({ id }) => id === treatment)?.regimens[0]?.id ?? '';
}

/** Chance of a command in a tick: about one in five hours. */
const RESTLESS_CHANCE = 0.01;

/** Any legal command at any tick, tests too: what a hand at the mouse does between the full hours. */
function restless(level: Level, seed: number): Decide {
  const stream = createRandom(seed, 'restless');
  const all: readonly Command[] = [
    ...everyOrder(level),
    ...level.treatments.map(({ id }): Command => ({ type: 'stop', treatment: id })),
    ...level.oxygen.map((_, step): Command => ({ type: 'oxygen', step })),
    ...everyTest(level),
  ];
  return (state) => {
    if (nextUnit(stream) >= RESTLESS_CHANCE) return [];
    const command = all[nextIndex(stream, all.length)];
    return command !== undefined && checkCommand(state, level, command) === null ? [command] : [];
  };
}

/** One order on the tick of each checkpoint, and on the ticks before and after it, where an off-by-one would show. */
function atCheckpoints(level: Level): Decide {
  const orders = everyOrder(level);
  return (state) => {
    const place = (state.tick + 1) % CHECKPOINT_TICKS;
    if (place > 2) return [];
    const command = orders[Math.floor(state.tick / CHECKPOINT_TICKS) * 3 + place];
    return command !== undefined && checkCommand(state, level, command) === null ? [command] : [];
  };
}

const byPolicy =
  (policy: (level: Level, seed: number) => Policy) =>
  (level: Level, seed: number): Decide =>
    decideHourly(level, policy(level, seed));

/** Every player by name. */
export const PLAYERS = {
  none: { purpose: 'the body alone', decide: byPolicy(() => none) },
  support: { purpose: 'oxygen, fluid, pressure and kidneys, no drug', decide: byPolicy(() => supportOf) },
  guideline: { purpose: 'treatment by the guideline', decide: byPolicy(() => guideline) },
  measuring: {
    purpose: 'the guideline with every test once a day: assay noise',
    decide: byPolicy(measuring),
  },
  'antiviral-at-storm': { purpose: 'an antiviral, too late', decide: byPolicy(() => antiviralAtStorm) },
  'over-dampening': {
    purpose: 'as much steroid and tocilizumab as there is',
    decide: byPolicy(() => overDampening),
  },
  'against-infection': {
    purpose: 'everything against the infection, at once',
    decide: byPolicy(allOf('infection', 0)),
  },
  'every-dampener': {
    purpose: 'everything that dampens, after a day',
    decide: byPolicy(allOf('dampening', 24)),
  },
  'every-drug': {
    purpose: 'every way to give every treatment, one after the other',
    decide: byPolicy(everyDrug),
  },
  ladder: { purpose: 'up and down the oxygen ladder, supports on and off', decide: byPolicy(ladder) },
  'at-checkpoints': { purpose: 'orders on and beside the ticks of checkpoints', decide: atCheckpoints },
  random: { purpose: 'orders drawn at random at full hours', decide: byPolicy(random) },
  restless: { purpose: 'commands drawn at random at any tick', decide: restless },
} as const satisfies Readonly<Record<string, Player>>;

export type PlayerId = keyof typeof PLAYERS;
