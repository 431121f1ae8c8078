import { endProgram, findProgram, startProgram } from './programs.ts';

export interface Display {
  /** As in $DISPLAY, such as `:99`. */
  readonly name: string;
  close(): Promise<void>;
}

/** Milliseconds for the display to be there. */
const PATIENCE = 20_000;

/** A display that nobody sees, for browsers that want one. Throws when Xvfb is missing or does not start. */
export async function startDisplay(): Promise<Display> {
  const path = findProgram(['Xvfb']);
  if (path === null) throw new Error('no Xvfb on this machine');
  // Xvfb picks a free number itself and writes it to the file descriptor 3.
  const server = startProgram(path, ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']);
  const number = await new Promise<string>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Xvfb did not start')), PATIENCE);
    server.once('error', reject);
    server.once('exit', () => reject(new Error('Xvfb ended at once')));
    server.stdio[3]?.on('data', (data: Buffer) => {
      clearTimeout(late);
      resolve(data.toString().trim());
    });
  });
  return { name: `:${number}`, close: () => endProgram(server) };
}
