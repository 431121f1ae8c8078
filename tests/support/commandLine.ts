import type { ExitCode } from '../../src/cli/command.ts';
import { runLine } from '../../src/cli/main.ts';

/** What a command of the line said. */
export interface Run {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

/** Runs one command in this process. */
export async function run(...args: readonly string[]): Promise<Run> {
  let [out, err] = ['', ''];
  const code = await runLine(args, {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}
