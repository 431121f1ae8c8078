import { describe, expect, it } from 'vitest';
import { cloneState, type EngineState } from '../../src/engine/state.ts';
import { stateHash } from '../../src/engine/stateHash.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';
import { order, startGame } from '../support/play.ts';

const game = startGame(QUIET_DOUBLING, 'clinician');
game.give(order('dexamethasone', 'low'), { type: 'lab', test: 'PF' });
game.wait(1);
game.give({ type: 'lab', test: 'CRP' });

/** Every place of a state that holds a number, a truth or a word, changed one at a time. */
function* changes(value: object, path: string): Generator<readonly [string, () => void]> {
  const fields = value as Record<string, unknown>;
  for (const key of Object.keys(fields)) {
    const inner = fields[key];
    const here = `${path}.${key}`;
    const set = (other: unknown) => (): void => {
      fields[key] = other;
    };
    if (typeof inner === 'number') yield [here, set(inner + 1)];
    else if (typeof inner === 'boolean') yield [here, set(!inner)];
    else if (typeof inner === 'string') yield [here, set(`${inner}x`)];
    else if (typeof inner === 'object' && inner !== null) yield* changes(inner, here);
  }
}

describe('the hash of a state', () => {
  it('is that of its copy, and the copy shares nothing', () => {
    const copy = cloneState(game.state);
    expect(copy).toEqual(game.state);
    expect(stateHash(copy)).toBe(stateHash(game.state));
    const before = stateHash(game.state);
    for (const [, change] of changes(structuredClone(copy), '')) change();
    copy.y.fill(1);
    for (const stream of copy.streams.labs) stream.fill(1);
    for (const treatment of copy.treatments) Object.assign(treatment, { running: false, dosesGiven: 99 });
    Object.assign(copy.tallies, { sofaHours: 1e6 });
    Object.assign(copy.endings, { reserve: 0.5 });
    copy.labsPending.length = 0;
    copy.labResults.length = 0;
    copy.objectives.fill('lost');
    expect(stateHash(game.state)).toBe(before);
  });

  it('moves with every single value that a state holds', () => {
    const before = stateHash(game.state);
    const blind: string[] = [];
    const count = [...changes(structuredClone(game.state) as EngineState, 'state')].length;
    for (let index = 0; index < count; index++) {
      const copy = structuredClone(game.state) as EngineState;
      const [path, change] = [...changes(copy, 'state')][index] ?? ['', () => {}];
      change();
      if (stateHash(copy) === before) blind.push(path);
    }
    expect(count).toBeGreaterThan(300);
    expect(blind).toEqual([]);
  });
});
