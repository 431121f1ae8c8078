/** What a command of the line is, and where it writes. */

/** Standard output and error of the process, or buffers in a test. */
export interface Streams {
  out(text: string): void;
  err(text: string): void;
}

/** Exit codes: 0 done and everything held, 1 something did not hold or could not be read, 2 wrong use. */
export type ExitCode = 0 | 1 | 2;

export type CommandRun = (args: readonly string[], streams: Streams) => Promise<ExitCode>;

/** Thrown inside a command to leave it with one sentence. */
export class CommandFailure extends Error {
  readonly exitCode: ExitCode;

  constructor(sentence: string, exitCode: ExitCode) {
    super(sentence);
    this.exitCode = exitCode;
  }
}

/** The command was written wrongly. */
export function wrongUse(sentence: string): CommandFailure {
  return new CommandFailure(sentence, 2);
}

/** The command was right, but what it was given is not. */
export function cannot(sentence: string): CommandFailure {
  return new CommandFailure(sentence, 1);
}
