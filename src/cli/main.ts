import process from 'node:process';
import { t } from '../text/catalogue.ts';
import { CommandFailure, type CommandRun, type ExitCode, type Streams, wrongUse } from './command.ts';

/** The commands of the line. Each is loaded only when it is called. */
const COMMANDS: Readonly<Record<string, () => Promise<CommandRun>>> = {
  sim: async () => (await import('./sim.ts')).runSim,
  verify: async () => (await import('./verify.ts')).runVerify,
  class: async () => (await import('./class.ts')).runClass,
  debrief: async () => (await import('./debrief.ts')).runDebrief,
  evidence: async () => (await import('./evidence.ts')).runEvidence,
  threshold: async () => (await import('./threshold.ts')).runThreshold,
  cohort: async () => (await import('./cohort.ts')).runCohort,
  trial: async () => (await import('./trial.ts')).runTrialCommand,
  policy: async () => (await import('./policy.ts')).runPolicyCommand,
  search: async () => (await import('./search.ts')).runSearchCommand,
  sbml: async () => (await import('./sbml.ts')).runSbml,
  levels: async () => (await import('./levels.ts')).runLevels,
  bench: async () => (await import('./bench.ts')).runBench,
};

/** Runs one command. Every failure is one sentence on `streams.err` and an exit code, never a stack. */
export async function runLine(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const [name = '', ...rest] = args;
  try {
    if (name === 'help' || [name, ...rest].some((word) => word === '--help' || word === '-h')) {
      streams.out(`${t('cli.usage')}\n`);
      return 0;
    }
    const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (load === undefined) throw wrongUse(unknownCommand(name));
    const run = await load();
    return await run(rest, streams);
  } catch (error) {
    if (!(error instanceof CommandFailure)) {
      streams.err(
        `${t('cli.unexpected', { message: error instanceof Error ? error.message : String(error) })}\n`,
      );
      return 1;
    }
    streams.err(`${error.message}\n`);
    return error.exitCode;
  }
}

function unknownCommand(name: string): string {
  const commands = Object.keys(COMMANDS).join(', ');
  return name === '' ? t('cli.noCommand', { commands }) : t('cli.unknownCommand', { name, commands });
}

/** Runs the command that the process was started with. */
export async function runProcess(): Promise<void> {
  // A reader such as `head` may close the pipe early; that is no failure of ours, and hides none.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') process.exitCode = 1;
  });
  process.stderr.on('error', () => {});
  process.exitCode = await runLine(process.argv.slice(2), {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
  });
}

if (import.meta.main) await runProcess();
