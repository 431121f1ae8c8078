import { writeFileSync } from 'node:fs';
import { none, random } from '../analysis/baselines.ts';
import { overTreatmentOf, underTreatmentOf } from '../analysis/extremes.ts';
import { guideline } from '../analysis/guideline.ts';
import { decideHourly, type Policy } from '../analysis/policy.ts';
import { checkCommands } from '../engine/checkCommands.ts';
import { makeLog } from '../engine/log.ts';
import { fromCommands, type SimulateOptions, simulate } from '../engine/simulate.ts';
import type { EngineState } from '../engine/state.ts';
import { ticksOf } from '../engine/time.ts';
import type { DecisionLog, Level } from '../engine/types.ts';
import { InvariantError } from '../model/course.ts';
import { t } from '../text/catalogue.ts';
import { replayText } from '../text/refusalText.ts';
import { type CommandRun, cannot } from './command.ts';
import { openBestLog, openLevel, openLog } from './files.ts';
import { firstSentence, type PolicyName, readSimOptions, type SimOptions } from './simOptions.ts';
import { type Row, rowOf, simCsv, simJson, simText } from './simOutput.ts';

const DEFAULT_SEED = 1;

/** `sim <level|file>`: plays a level by a policy or from a log, and prints its course. */
export const runSim: CommandRun = async (args, streams) => {
  const options = readSimOptions(args);
  const level = withParameters(openLevel(options.level), options.parameters);
  const { play, source } = choosePlay(level, options);
  const rows: Row[] = [];
  const every = ticksOf(options.everyHours);
  const keep = (state: EngineState): void => void rows.push(rowOf(state));
  const { state, recorder } = run(level, {
    ...play,
    ...(options.hours === null ? {} : { lastTick: ticksOf(options.hours) }),
    onTick: (now) => {
      if (now.tick % every === 0) keep(now);
    },
  });
  if (rows.at(-1)?.hour !== rowOf(state).hour) keep(state);
  const result = { level, state, rows, source };
  const print = { text: simText, json: simJson, csv: simCsv }[options.format];
  streams.out(print(result));
  if (options.saveLog !== null) {
    if (state.outcome === null) throw cannot(t('cli.unfinishedLog'));
    save(options.saveLog, makeLog(level, state, recorder));
    streams.err(`${t('cli.saved', { file: options.saveLog })}\n`);
  }
  return 0;
};

function withParameters(level: Level, parameters: Readonly<Record<string, number>>): Level {
  return {
    ...level,
    patient: { ...level.patient, parameters: { ...level.patient.parameters, ...parameters } },
  };
}

/** Seed, mode and decisions of the run, and what to call them. */
function choosePlay(level: Level, options: SimOptions): { play: SimulateOptions; source: string } {
  const mode = level.modes[0] ?? 'student';
  const log =
    options.log !== null ? openLog(options.log) : options.policy === 'best' ? openBestLog(level) : null;
  if (log !== null) {
    const play = { seed: options.seed ?? log.seed, mode: log.mode, decide: decideFromLog(level, log) };
    return { play, source: options.log ?? options.policy };
  }
  const seed = options.seed ?? DEFAULT_SEED;
  const policy = policyOf(level, options.policy, seed);
  return { play: { seed, mode, decide: decideHourly(level, policy) }, source: options.policy };
}

/** A policy by its name; the best known is a log and none. @throws CommandFailure where nobody has defined it */
function policyOf(level: Level, name: PolicyName, seed: number): Policy {
  if (name === 'random') return random(level, seed);
  if (name === 'guideline') return guideline;
  if (name === 'over') return overTreatmentOf(level.trigger) ?? undefinedPolicy('noOver');
  if (name === 'under') return underTreatmentOf(level.trigger) ?? undefinedPolicy('noUnder');
  return none;
}

function undefinedPolicy(fault: 'noOver' | 'noUnder'): never {
  throw cannot(t(`levels.fault.${fault}`));
}

function decideFromLog(level: Level, log: DecisionLog): NonNullable<SimulateOptions['decide']> {
  const commandsAt = fromCommands(log.commands);
  return (state) => {
    const commands = commandsAt(state);
    const refused = checkCommands(state, level, commands);
    if (refused === null) return commands;
    throw cannot(replayText('commandRefused', { ...refused.values, tick: state.tick, reason: refused.code }));
  };
}

function run(level: Level, options: SimulateOptions): ReturnType<typeof simulate> {
  try {
    return simulate(level, options);
  } catch (error) {
    if (!(error instanceof InvariantError)) throw error;
    throw cannot(t('cli.outsideModel', { reason: error.message }));
  }
}

function save(file: string, log: DecisionLog): void {
  try {
    writeFileSync(file, `${JSON.stringify(log)}\n`);
  } catch (error) {
    throw cannot(t('cli.notSaved', { file, message: firstSentence(error) }));
  }
}
