import { describe, expect, it, vi } from 'vitest';
import { startFrameLoop } from '../../src/app/frameLoop.ts';

/** Frames that the test turns by hand. */
function handFrames() {
  let waiting: ((now: number) => void) | null = null;
  return {
    request: (callback: (now: number) => void) => {
      waiting = callback;
      return 1;
    },
    cancel: () => {
      waiting = null;
    },
    turn: (now: number) => waiting?.(now),
  };
}

describe('the frame loop', () => {
  it('tells the milliseconds since the frame before, and none at the first', () => {
    const frames = handFrames();
    const advance = vi.fn();
    startFrameLoop(frames, advance);
    for (const now of [1000, 1016, 1050]) frames.turn(now);
    expect(advance.mock.calls).toEqual([[0], [16], [34]]);
  });

  it('goes on after an error in one frame', () => {
    const frames = handFrames();
    const advance = vi.fn().mockImplementationOnce(() => {
      throw new Error('one bad frame');
    });
    startFrameLoop(frames, advance);
    expect(() => frames.turn(0)).toThrow('one bad frame');
    frames.turn(20);
    expect(advance).toHaveBeenLastCalledWith(20);
  });

  it('ends when it is told to', () => {
    const frames = handFrames();
    const advance = vi.fn();
    startFrameLoop(frames, advance)();
    frames.turn(0);
    expect(advance).not.toHaveBeenCalled();
  });
});
