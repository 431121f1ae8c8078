import { describe, expect, it } from 'vitest';
import type { Level, Snapshot } from '../../src/engine/types.ts';
import type { StillPainter } from '../../src/scenes/stillPainter.ts';
import { createStills, type StillsHost } from '../../src/scenes/stills.ts';

const LEVEL = { id: 'test' } as Level;
const at = (hour: number): Snapshot => ({ hour }) as Snapshot;
const canvas = (): HTMLCanvasElement => ({}) as HTMLCanvasElement;

/** A painter that writes down what it was asked for. */
function watchedHost(change: Partial<StillsHost> = {}) {
  const painted: { canvas: HTMLCanvasElement; hour: number }[] = [];
  const destroyed: number[] = [];
  let made = 0;
  const host: StillsHost = {
    describe: ({ hour }) => `hour ${hour}`,
    whenFree: (work) => setTimeout(work),
    createPainter: async () => {
      made += 1;
      const number = made;
      const painter: StillPainter = {
        paint: async (onto, { hour }) => void painted.push({ canvas: onto, hour }),
        destroy: () => void destroyed.push(number),
      };
      return painter;
    },
    ...change,
  };
  return { host, painted, destroyed, made: () => made };
}

describe('still pictures', () => {
  it('are painted one after the other by one painter', async () => {
    const { host, painted, made } = watchedHost();
    const stills = createStills(host);
    const [one, other] = [canvas(), canvas()];
    const answers = await Promise.all([stills.paint(one, at(3), LEVEL), stills.paint(other, at(3), LEVEL)]);
    expect(answers).toEqual(['painted', 'painted']);
    expect(painted).toEqual([
      { canvas: one, hour: 3 },
      { canvas: other, hour: 3 },
    ]);
    expect(made()).toBe(1);
    expect(await stills.paint(one, at(4), LEVEL)).toBe('painted');
    expect(made()).toBe(1);
  });

  it('of a slider that moves on are only painted where it is now', async () => {
    const { host, painted } = watchedHost();
    const stills = createStills(host);
    const one = canvas();
    const answers = await Promise.all([1, 2, 3].map((hour) => stills.paint(one, at(hour), LEVEL)));
    expect(answers).toEqual(['replaced', 'replaced', 'painted']);
    expect(painted.map(({ hour }) => hour)).toEqual([3]);
  });

  it('wait until the page is free', async () => {
    const turns: (() => void)[] = [];
    const { host, painted } = watchedHost({ whenFree: (work) => turns.push(work) });
    const stills = createStills(host);
    const answer = stills.paint(canvas(), at(1), LEVEL);
    await new Promise((later) => setTimeout(later, 5));
    expect(painted).toEqual([]);
    turns.shift()?.();
    await expect.poll(() => turns.length).toBe(1);
    expect(painted).toEqual([]);
    turns.shift()?.();
    expect(await answer).toBe('painted');
  });

  it('are said to be missing where the scene cannot be drawn, and it is not tried again', async () => {
    let asked = 0;
    const without = async () => {
      asked += 1;
      return null;
    };
    const stills = createStills(watchedHost({ createPainter: without }).host);
    const answers = await Promise.all([
      stills.paint(canvas(), at(1), LEVEL),
      stills.paint(canvas(), at(1), LEVEL),
    ]);
    expect(answers).toEqual(['missing', 'missing']);
    expect(await stills.paint(canvas(), at(2), LEVEL)).toBe('missing');
    expect(asked).toBe(1);
    const failing = () => Promise.reject(new Error('no textures'));
    expect(
      await createStills(watchedHost({ createPainter: failing }).host).paint(canvas(), at(1), LEVEL),
    ).toBe('missing');
    expect(stills.describe(at(5), LEVEL)).toBe('hour 5');
  });

  it('give the painter back when the page is left, also one that comes too late', async () => {
    const { host, destroyed, made } = watchedHost();
    const making: (() => void)[] = [];
    const slow: StillsHost = {
      ...host,
      createPainter: async (first) => {
        await new Promise<void>((made) => making.push(made));
        return host.createPainter(first);
      },
    };
    const stills = createStills(slow);
    const one = canvas();
    const early = stills.paint(one, at(1), LEVEL);
    await expect.poll(() => making.length).toBe(1);
    stills.release();
    expect(await early).toBe('replaced');
    making.shift()?.();
    await expect.poll(() => destroyed).toEqual([1]);
    const again = stills.paint(one, at(2), LEVEL);
    await expect.poll(() => making.length).toBe(1);
    making.shift()?.();
    expect(await again).toBe('painted');
    stills.release();
    expect(destroyed).toHaveLength(made());
  });
});
