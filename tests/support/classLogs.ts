/**
 * Classes for tests, looks and loads: as many different legal games of one patient as are asked for, as students play
 * them. Some treat by the book, some late, some too much, some leave a drug out, some do nothing, some press buttons.
 */
import { none, random } from '../../src/analysis/baselines.ts';
import { overTreatmentOf, underTreatmentOf } from '../../src/analysis/extremes.ts';
import { guideline } from '../../src/analysis/guideline.ts';
import { type PlannedOrder, planOf, searchStart } from '../../src/analysis/plan.ts';
import { decideHourly, type Policy } from '../../src/analysis/policy.ts';
import { supportOf } from '../../src/analysis/support.ts';
import type { NamedLog } from '../../src/classroom/types.ts';
import { checkCommand } from '../../src/engine/checkCommand.ts';
import { type Declared, makeLog } from '../../src/engine/log.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { EngineState } from '../../src/engine/state.ts';
import type { Command, DecisionLog, Level, Mode, TreatmentGroup } from '../../src/engine/types.ts';
import { readBestLog } from '../../src/levels/nodeLevels.ts';
import { createRandom, nextIndex, type RandomState } from '../../src/math/random.ts';

/** A student: what is decided every hour, and what besides by the clock. */
interface Student {
  readonly policy: Policy;
  readonly plan: readonly PlannedOrder[];
}

type Style = (level: Level, draw: RandomState) => Student;

const TICKS_PER_HOUR = 20;

/** Sepsis is decided in hours, what is to come later in days. */
const paced = ({ trigger }: Level, hours: number): number =>
  trigger === 'sepsis' ? Math.ceil(hours / 6) : hours;

const later = (plan: readonly PlannedOrder[], hours: number): readonly PlannedOrder[] =>
  plan.map((order) => ({ ...order, hour: order.hour + hours }));

/** What the field would try first, so many hours later. */
const byField =
  (hours: number): Style =>
  (level) => ({ policy: supportOf, plan: later(searchStart(level.trigger), paced(level, hours)) });

const byBest: Style = (level) => {
  const best = readBestLog(level.id);
  return { policy: supportOf, plan: best?.ok ? planOf(level, best.value.commands) : [] };
};

/** The field's plan without the treatments of a group. */
const without =
  (group: TreatmentGroup, hours: number): Style =>
  (level) => {
    const left = level.treatments.filter((drug) => drug.group === group).map(({ id }) => id);
    const plan = searchStart(level.trigger).filter(({ treatment }) => !left.includes(treatment));
    return { policy: supportOf, plan: later(plan, paced(level, hours)) };
  };

/** The highest regimen of everything that dampens, from an hour on. */
const drowned =
  (hour: number): Style =>
  (level) => ({
    policy: supportOf,
    plan: level.treatments
      .filter(({ group }) => group === 'dampening')
      .map(({ id, regimens }) => ({
        hour,
        treatment: id,
        regimen: regimens[1]?.id ?? regimens[0]?.id ?? '',
      })),
  });

/** One drug of the level and nothing else but support. */
const single =
  (index: number, hour: number): Style =>
  ({ treatments }) => {
    const drugs = treatments.filter(({ group }) => group !== 'support');
    const drug = drugs[index % drugs.length];
    const regimen = drug?.regimens[0]?.id ?? '';
    return { policy: supportOf, plan: drug ? [{ hour, treatment: drug.id, regimen }] : [] };
  };

/** The drugs in time, and nobody who looks after oxygen and pressure. */
const unsupported: Style = ({ trigger }) => ({ policy: none, plan: searchStart(trigger) });
const pressing: Style = (level, draw) => ({ policy: random(level, nextIndex(draw, 1_000_000)), plan: [] });
const always =
  (policy: (level: Level) => Policy): Style =>
  (level) => ({ policy: policy(level), plan: [] });

/** Two dozen students. Whoever comes after them is one of them again, at other hours. */
const STYLES: readonly Style[] = [
  byBest,
  always(() => guideline),
  byField(24),
  pressing,
  always(() => none),
  byField(72),
  without('dampening', 0),
  drowned(0),
  byField(0),
  always(({ trigger }) => underTreatmentOf(trigger) ?? none),
  without('infection', 0),
  byField(12),
  always(({ trigger }) => overTreatmentOf(trigger) ?? none),
  byField(36),
  unsupported,
  single(0, 6),
  byField(48),
  drowned(48),
  pressing,
  byBest,
  without('infection', 30),
  single(2, 24),
  byField(96),
  always(() => supportOf),
];

interface Made {
  readonly logs: DecisionLog[];
  readonly known: Set<string>;
  /** Students tried so far. */
  tried: number;
}

const made = new Map<string, Made>();

/**
 * The first `count` of the games of one patient: with more asked for, the first ones stay what they are. No two have
 * the same decisions. Kept in memory; about 0.1 s a game when it is made.
 *
 * @param seed of the patient; another seed is another class
 */
export function makeClass(
  level: Level,
  count: number,
  seed = 1,
  mode: Mode = 'student',
): readonly DecisionLog[] {
  const key = JSON.stringify([level, seed, mode]);
  const kept = made.get(key) ?? { logs: [], known: new Set<string>(), tried: 0 };
  made.set(key, kept);
  while (kept.logs.length < count) {
    const log = play(level, { seed, mode }, kept.tried);
    const decisions = JSON.stringify(log.commands);
    if (!kept.known.has(decisions)) kept.logs.push(log);
    kept.known.add(decisions);
    kept.tried += 1;
    if (kept.tried > 100 + 10 * count) throw new Error(`${level.id} has no ${count} different games.`);
  }
  return kept.logs.slice(0, count);
}

/** The same with a key and a name each. */
export function makeNamedClass(
  level: Level,
  count: number,
  seed = 1,
  mode: Mode = 'student',
): readonly NamedLog[] {
  return makeClass(level, count, seed, mode).map((log, index) => ({
    id: `seat${String(index + 1).padStart(4, '0')}`,
    name: `Player ${index + 1}`,
    log,
  }));
}

function play(
  level: Level,
  game: { readonly seed: number; readonly mode: Mode },
  index: number,
): DecisionLog {
  const draw = createRandom(game.seed, `student ${index}`);
  const style = STYLES[index % STYLES.length] ?? byBest;
  const student = style(level, draw);
  const decide = decisionsOf(level, student, paced(level, index < STYLES.length ? 3 : 30), draw);
  const { state, recorder } = simulate(level, { ...game, decide });
  return makeLog(level, state, recorder, declaredBy(index, state.tick));
}

/** The plan comes up to so many hours later, between two hours, as a hand does; in the clinician view tests are sent. */
function decisionsOf(level: Level, { policy, plan }: Student, hours: number, draw: RandomState) {
  const hourly = decideHourly(level, policy);
  const orders = plan.map(({ hour, treatment, regimen }) => ({
    tick: (hour + nextIndex(draw, hours)) * TICKS_PER_HOUR + 1 + nextIndex(draw, TICKS_PER_HOUR - 1),
    command: (regimen === null
      ? { type: 'stop', treatment }
      : { type: 'order', treatment, regimen }) satisfies Command as Command,
  }));
  const round = 6 * TICKS_PER_HOUR;
  const roundAt = 1 + nextIndex(draw, round - 1);
  return (state: EngineState): readonly Command[] => {
    const commands = [...hourly(state), ...orders.filter(({ tick }) => tick === state.tick).map(commandOf)];
    if (state.mode === 'clinician' && state.tick % round === roundAt && roundAt % TICKS_PER_HOUR !== 0)
      commands.push({ type: 'lab', test: level.labs[0]?.id ?? 'IL6' });
    return commands.filter((command) => checkCommand(state, level, command) === null);
  };
}

const commandOf = ({ command }: { readonly command: Command }): Command => command;

/** Every third student pauses. */
function declaredBy(index: number, endTick: number): Declared {
  if (index % 3 !== 0) return { speeds: [{ tick: 0, speed: 1 }] };
  const pauses = [{ tick: Math.floor(endTick / 3), seconds: 20.5 + index }];
  return { pauses, speeds: [{ tick: 0, speed: 2 }] };
}
