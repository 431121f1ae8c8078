import { describe, expect, it } from 'vitest';
import { runLine } from '../../src/cli/main.ts';

describe('help', () => {
  it.each([['help'], ['--help'], ['sim', '--help'], ['bench', '-h'], ['verify', 'game.json', '--help']])(
    'is printed for %s %s %s',
    async (...args) => {
      let printed = '';
      const streams = {
        out: (text: string) => {
          printed += text;
        },
        err: (text: string) => {
          throw new Error(text);
        },
      };
      expect(await runLine(args, streams)).toBe(0);
      expect(printed).toMatch(/^Usage:/);
      expect(printed).toContain('Not for clinical use.');
    },
  );
});
