import { describe, expect, it } from 'vitest';
import { treeRows } from '../../src/app/branches/tree.ts';
import { type ComparisonState, NO_COMPARISON } from '../../src/app/comparison/types.ts';
import type { Course, Ghost } from '../../src/app/debrief/types.ts';
import type { TimedCommand } from '../../src/engine/types.ts';
import { besideRows, standing } from '../../src/hud/compare/besideRows.ts';
import { GHOST_DASHES, ghostLines, sameLines, withGhosts } from '../../src/hud/ghostLines.ts';
import { bindingFor, KEY_BINDINGS, type KeyStroke } from '../../src/hud/keys.ts';
import { branchPath, mapDays, mapX, rowForKey } from '../../src/hud/pages/branches/mapGeometry.ts';
import { decisionLabel, decisionPlace } from '../../src/hud/replayLabel.ts';
import { Q, QUANTITIES } from '../../src/model/generated/system.ts';
import { smallTree } from '../app/branches/support.ts';
import { LEVEL } from './game.ts';

const oxygen = (tick: number, step: number): TimedCommand => ({ tick, command: { type: 'oxygen', step } });
const COMMANDS: readonly TimedCommand[] = [
  oxygen(20, 1),
  { tick: 60, command: { type: 'lab', test: 'IL6' } },
  oxygen(60, 2),
  oxygen(90, 1),
];

/** A course of one sample each half hour in which each quantity is its own number plus the hour. */
function course(hours: number, more = 0): Course {
  const times = Array.from({ length: 2 * hours + 1 }, (_, half) => half / 2);
  return {
    commands: [],
    trend: { hours: times, series: QUANTITIES.map((_, index) => times.map((hour) => index + hour + more)) },
    outcome: 'recovered',
    endTick: 20 * hours,
    score: { total: 50 } as Course['score'],
  };
}

const ghost = (id: string, kind: Ghost['kind'], shown: boolean, of: Course | null): Ghost => ({
  id,
  kind,
  name: id,
  shown,
  course: of,
});

describe('the label of a replay', () => {
  const label = (tick: number): string => decisionLabel(LEVEL, decisionPlace(COMMANDS, tick));

  it('tells the last decisions, with their number', () => {
    expect(label(19)).toBe('Before decision 1 of 4');
    expect(label(20)).toMatch(/^Now decision 1 of 4: Oxygen: /);
    expect(label(40)).toMatch(/^After decision 1 of 4: Oxygen: /);
    expect(label(60)).toMatch(/^Now decisions 2 to 3 of 4: IL-6 sent to the laboratory; Oxygen: /);
    expect(label(5000)).toMatch(/^After decision 4 of 4: /);
  });

  it('says when a log holds none', () => {
    expect(decisionLabel(LEVEL, decisionPlace([], 9))).toBe('This log holds no decision.');
  });
});

describe('the keys of a replay', () => {
  const stroke = (key: string, shiftKey = false): KeyStroke => ({
    key,
    shiftKey,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
  });

  it('do nothing in a game that is played', () => {
    const own = KEY_BINDINGS.filter(({ replay }) => replay);
    expect(own.length).toBe(8);
    for (const { keys, action } of own)
      for (const key of keys) {
        const given = key.startsWith('Shift+') ? stroke(key.slice(6), true) : stroke(key);
        expect(bindingFor(given, 'other')).toBeNull();
        expect(bindingFor(given, 'other', true)?.action).toBe(action);
      }
  });

  it('leave the slider its own keys', () => {
    for (const key of ['ArrowLeft', 'Home', 'End'])
      expect(bindingFor(stroke(key), 'slider', true)).toBeNull();
    expect(bindingFor(stroke('o'), 'text', true)).toBeNull();
  });
});

describe('ghost lines', () => {
  const first = course(10);
  const alone = course(6, 100);
  const state: ComparisonState = {
    ...NO_COMPARISON,
    first,
    ghosts: [
      ghost('bodyAlone', 'bodyAlone', true, alone),
      ghost('guideline', 'guideline', false, course(4)),
      ghost('bestKnown', 'bestKnown', true, null),
    ],
  };

  it('are those that are shown and simulated', () => {
    expect(ghostLines(state).map(({ id }) => id)).toEqual(['bodyAlone']);
    expect(sameLines(ghostLines(state), ghostLines(state))).toBe(true);
    expect(sameLines(ghostLines(state), [])).toBe(false);
  });

  it('have the first log among them while the second one is in the scene', () => {
    const turned = { ...state, beside: 'bodyAlone', inScene: 'second' } as const;
    expect(ghostLines(turned).map(({ id, course: of }) => [id, of])).toEqual([['first', first]]);
  });

  it('are told apart without colour', () => {
    const dashes = Object.values(GHOST_DASHES).map((dash) => dash.join());
    expect(new Set(dashes).size).toBe(dashes.length);
  });

  it('get a column each on the common axis of hours', () => {
    const table = { hours: [0, 0.5, 0.75], columns: [[1, 2, 3]] };
    const joined = withGhosts(table, ghostLines(state), 'IL6');
    expect(joined.hours.slice(0, 4)).toEqual([0, 0.5, 0.75, 1]);
    expect(joined.hours.at(-1)).toBe(6);
    expect(joined.columns[0]?.slice(0, 4)).toEqual([1, 2, 3, null]);
    expect(joined.columns[1]?.slice(0, 4)).toEqual([Q.IL6 + 100, Q.IL6 + 100.5, null, Q.IL6 + 101]);
    expect(withGhosts(table, [], 'IL6')).toBe(table);
  });
});

describe('two logs side by side', () => {
  it('are told at the same hour, with their difference', () => {
    const rows = besideRows(LEVEL, course(10), course(10, 7), 3);
    const map = rows.find(({ id }) => id === 'MAP');
    expect(map).toMatchObject({ first: String(Q.MAP + 3), second: String(Q.MAP + 10), difference: '+7' });
    const back = besideRows(LEVEL, course(10, 7), course(10), 3).find(({ id }) => id === 'MAP');
    expect(back?.difference).toBe('\u22127');
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(['IL6', 'SOFA', 'SpO2']));
  });

  it('say when one is over before the other', () => {
    expect(standing(course(2), 1)).toBe('going on');
    expect(standing(course(2), 3)).toBe('Recovered, day 0, 02:00');
  });
});

describe('the map of a tree', () => {
  const rows = treeRows(smallTree());

  it('lets each branch leave its parent’s line at its fork', () => {
    const early = rows.findIndex(({ branch }) => branch.name === 'Early');
    const x = mapX(100, 48);
    expect(branchPath(rows, early, 48)).toMatch(new RegExp(`^M${x} 0\\.72V`));
    expect(branchPath(rows, 0, 48)).toBe(`M0 0.72H${mapX(rows[0]?.branch.log.endTick ?? 0, 48)}`);
  });

  it('is walked with the keys of a tree', () => {
    const names = (at: number, key: string): string | undefined => {
      const to = rowForKey(rows, at, key);
      return to === null ? undefined : rows[to]?.branch.name;
    };
    expect(names(0, 'ArrowDown')).toBe('Late');
    expect(names(0, 'ArrowUp')).toBe('First game');
    expect(names(0, 'ArrowRight')).toBe('Late');
    expect(names(1, 'ArrowRight')).toBe('Late');
    expect(names(3, 'ArrowLeft')).toBe('Early');
    expect(names(0, 'ArrowLeft')).toBe('First game');
    expect(names(1, 'End')).toBe('Deep');
    expect(names(3, 'Home')).toBe('First game');
    expect(names(0, 'x')).toBeUndefined();
  });

  it('names no more days than there is room for', () => {
    expect(mapDays(48, 11)).toEqual([0, 1, 2]);
    expect(mapDays(480, 5)).toEqual([0, 4, 8, 12, 16, 20]);
  });
});
