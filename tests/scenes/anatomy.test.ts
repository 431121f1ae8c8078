import { describe, expect, it } from 'vitest';
import {
  EYE,
  gapWidth,
  SACS,
  sacDepth,
  septa,
  vesselSlope,
  vesselY,
  wallPlaces,
} from '../../src/scenes/anatomy.ts';
import { contraction, type Moment, moveOn } from '../../src/scenes/moment.ts';
import { mixColours, presence, seeded } from '../../src/scenes/seeds.ts';
import { stageOf } from '../../src/scenes/stage.ts';

describe('the field', () => {
  it('slopes the capillary as its line does', () => {
    for (const x of [0, 200, 420, 800]) {
      const slope = (vesselY(x + 0.01) - vesselY(x - 0.01)) / 0.02;
      expect(Math.tan(vesselSlope(x))).toBeCloseTo(slope, 4);
    }
  });

  it('puts every cell of the wall on the outside of the sacs, first those over the eye', () => {
    const places = wallPlaces();
    expect(places.length).toBeGreaterThan(30);
    for (const { x, y } of places) expect(Math.abs(sacDepth(x, y))).toBeLessThan(0.6);
    const distance = ({ x, y }: { x: number; y: number }) => Math.hypot(x - EYE.x, y - EYE.y);
    expect(Math.max(...places.slice(0, 4).map(distance))).toBeLessThan(distance(places.at(-1) as never) / 2);
  });

  it('lets the walls between sacs point into the air', () => {
    expect(septa().length).toBeGreaterThanOrEqual(4);
    for (const { x, y, angle } of septa()) {
      expect(sacDepth(x + 20 * Math.sin(angle), y - 20 * Math.cos(angle))).toBeGreaterThan(5);
    }
  });

  it('opens gaps of 1 to 21 above and 1 to 13 below', () => {
    expect([gapWidth(0, 'upper'), gapWidth(1, 'upper'), gapWidth(0, 'lower'), gapWidth(1, 'lower')]).toEqual([
      1, 21, 1, 13,
    ]);
  });
});

describe('the stage', () => {
  it('shows the field one to one at 1280 x 720 and keeps the organ windows inside', () => {
    const stage = stageOf(848, 560, 'wide');
    expect([stage.scale, stage.left, stage.top]).toEqual([1, 0, 0].map((value) => expect.closeTo(value, 9)));
    expect([stage.heart.x, stage.heart.y, stage.heart.r]).toEqual([764, 122, 44]);
    for (const [width, height, layout] of [
      [1272, 840, 'wide'],
      [700, 640, 'wide'],
      [390, 424, 'tall'],
      [520, 344, 'short'],
    ] as const) {
      const { heart, kidney } = stageOf(width, height, layout);
      for (const { x, y, r } of [heart, kidney]) {
        expect(x + 1.25 * r).toBeLessThanOrEqual(width);
        expect(y + 1.25 * r).toBeLessThanOrEqual(height);
      }
    }
  });

  it('covers the canvas and keeps the lowest sac in sight on a phone', () => {
    const stage = stageOf(390, 424, 'tall');
    const [lowest] = SACS;
    expect(stage.left + lowest.x * stage.scale).toBeCloseTo(195, 6);
    expect(stage.left + 840 * stage.scale).toBeGreaterThanOrEqual(390);
    expect(stage.moteLimit).toBe(900);
  });
});

describe('movement', () => {
  const moment = (changes: Partial<Moment>): Moment =>
    ({
      picture: { storm: 0.5, flow: 1, heartRate: 60 },
      time: 0,
      turn: 0,
      flowed: 0,
      beats: 0,
      reducedMotion: false,
      ...changes,
    }) as Moment;

  it('carries blood 60 units a second at full pressure and beats with the pulse', () => {
    const now = moment({});
    for (let frame = 0; frame < 20; frame += 1) moveOn(now, 0.05);
    expect(now.flowed).toBeCloseTo(60, 6);
    expect(now.beats).toBeCloseTo(1, 6);
    expect(now.turn).toBeGreaterThan(0);
  });

  it('stands still with reduced motion and does not jump after a hidden tab', () => {
    const still = moment({ reducedMotion: true });
    moveOn(still, 0.05);
    expect([still.time, still.turn, still.flowed, still.beats]).toEqual([0, 0, 0, 0]);
    const back = moment({});
    moveOn(back, 600);
    expect(back.time).toBeLessThanOrEqual(0.1);
  });

  it('squeezes the heart once in a beat', () => {
    expect(contraction(3)).toBe(0);
    expect(contraction(3.14)).toBeCloseTo(1, 6);
    expect(contraction(3.6)).toBe(0);
  });
});

describe('what belongs to a figure', () => {
  it('is the same each time and evenly spread', () => {
    const numbers = Array.from({ length: 2000 }, (_, index) => seeded(index, 3));
    expect(numbers).toEqual(Array.from({ length: 2000 }, (_, index) => seeded(index, 3)));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const inTenth = numbers.filter((value) => Math.floor(value * 10) === tenth).length;
      expect(inTenth).toBeGreaterThan(150);
      expect(inTenth).toBeLessThan(250);
    }
  });

  it('fades figures in one after the other', () => {
    expect([presence(2, 0), presence(2, 1), presence(2, 2)]).toEqual([1, 1, 0]);
    expect(presence(2.5, 2)).toBeCloseTo(0.5, 9);
  });

  it('mixes colours channel by channel', () => {
    expect(mixColours(0x000000, 0xff8040, 0.5)).toBe(0x7f4020);
  });
});
