import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDecision,
  changeDecision,
  commandsOf,
  type Decision,
  decisionsOf,
  deleteDecision,
  findDecision,
  hasEdits,
  isEdited,
  moveDecision,
  sameCommand,
} from '../../../src/app/debrief/editCommands.ts';
import type { Command, TimedCommand } from '../../../src/engine/types.ts';

const LAST_TICK = 400;

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constantFrom<Command>(
    { type: 'order', treatment: 'dexamethasone', regimen: 'low' },
    { type: 'order', treatment: 'dexamethasone', regimen: 'high' },
    { type: 'order', treatment: 'tocilizumab', regimen: 'single' },
    { type: 'stop', treatment: 'dexamethasone' },
    { type: 'lab', test: 'IL6' },
  ),
  fc.record({ type: fc.constant('oxygen' as const), step: fc.nat(3) }),
);
const played: fc.Arbitrary<readonly TimedCommand[]> = fc
  .array(fc.record({ tick: fc.nat(LAST_TICK), command }), { maxLength: 12 })
  .map((commands) => commands.toSorted((a, b) => a.tick - b.tick));

type Edit = (decisions: readonly Decision[], nextId: number) => readonly Decision[];

const idOf = (decisions: readonly Decision[], pick: number): number =>
  decisions[pick % Math.max(decisions.length, 1)]?.id ?? 0;
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(fc.nat(), fc.double({ min: -500, max: 900, noNaN: true })).map(
    ([pick, tick]): Edit =>
      (decisions) =>
        moveDecision(decisions, idOf(decisions, pick), tick, LAST_TICK),
  ),
  fc.tuple(fc.nat(), command).map(
    ([pick, next]): Edit =>
      (decisions) =>
        changeDecision(decisions, idOf(decisions, pick), next),
  ),
  fc.nat().map(
    (pick): Edit =>
      (decisions) =>
        deleteDecision(decisions, idOf(decisions, pick)),
  ),
  fc.record({ tick: fc.nat(LAST_TICK), command }).map(
    (timed): Edit =>
      (decisions, nextId) =>
        addDecision(decisions, nextId, timed),
  ),
);

const editAll = (commands: readonly TimedCommand[], edits: readonly Edit[]): readonly Decision[] =>
  edits.reduce<readonly Decision[]>(
    (decisions, change, index) => change(decisions, commands.length + index),
    decisionsOf(commands),
  );

describe('editing the decisions of a game', () => {
  it('changes nothing by itself: a log comes out as it went in', () => {
    fc.assert(
      fc.property(played, (commands) => {
        const decisions = decisionsOf(commands);
        expect(commandsOf(decisions)).toEqual(commands);
        expect(hasEdits(decisions, commands)).toBe(false);
      }),
    );
  });

  it('always gives commands in the order of whole ticks within the game, whatever was edited', () => {
    fc.assert(
      fc.property(played, fc.array(edit, { maxLength: 20 }), (commands, edits) => {
        const after = commandsOf(editAll(commands, edits));
        let last = 0;
        for (const { tick } of after) {
          expect(Number.isInteger(tick)).toBe(true);
          expect(tick).toBeGreaterThanOrEqual(last);
          expect(tick).toBeLessThanOrEqual(LAST_TICK);
          last = tick;
        }
      }),
    );
  });

  it('keeps every name unique, so that a control keeps its focus', () => {
    fc.assert(
      fc.property(played, fc.array(edit, { maxLength: 20 }), (commands, edits) => {
        const ids = editAll(commands, edits).map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });

  it('leaves its input as it was', () => {
    fc.assert(
      fc.property(played, fc.array(edit, { maxLength: 8 }), (commands, edits) => {
        const before = decisionsOf(commands);
        const copy = structuredClone(before);
        for (const change of edits) change(before, 99);
        expect(before).toEqual(copy);
      }),
    );
  });

  it('moves one decision and no other, and back again', () => {
    fc.assert(
      fc.property(played, fc.nat(), fc.nat(LAST_TICK), (commands, pick, tick) => {
        const before = decisionsOf(commands);
        const id = idOf(before, pick);
        const moved = moveDecision(before, id, tick, LAST_TICK);
        for (const [index, decision] of moved.entries()) {
          if (decision.id === id) expect(decision.tick).toBe(tick);
          else expect(decision).toBe(before[index]);
        }
        const home = before.find((decision) => decision.id === id)?.tick ?? 0;
        const back = moveDecision(moved, id, home, LAST_TICK);
        expect(commandsOf(back)).toEqual(commands);
        expect(hasEdits(back, commands)).toBe(false);
      }),
    );
  });

  it('takes one decision away, or puts one in', () => {
    fc.assert(
      fc.property(played, fc.nat(), fc.nat(LAST_TICK), command, (commands, pick, tick, added) => {
        const before = decisionsOf(commands);
        const without = deleteDecision(before, idOf(before, pick));
        expect(without.length).toBe(Math.max(before.length - 1, 0));
        expect(hasEdits(without, commands)).toBe(commands.length > 0);
        const more = addDecision(before, commands.length, { tick, command: added });
        expect(commandsOf(more)).toContainEqual({ tick, command: added });
        expect(commandsOf(deleteDecision(more, commands.length))).toEqual(commands);
        expect(hasEdits(more, commands)).toBe(true);
      }),
    );
  });

  it('gives another dose in the place of the one that was played, and says that it is another', () => {
    const low: Command = { type: 'order', treatment: 'dexamethasone', regimen: 'low' };
    const high: Command = { ...low, regimen: 'high' };
    const commands = [{ tick: 40, command: low }];
    const changed = changeDecision(decisionsOf(commands), 0, high);
    expect(commandsOf(changed)).toEqual([{ tick: 40, command: high }]);
    expect(changed.map(isEdited)).toEqual([true]);
    // The same dose, chosen anew from a list, is what was played.
    expect(changeDecision(changed, 0, { ...low }).map(isEdited)).toEqual([false]);
  });

  it('keeps what was played on one tick in its order', () => {
    const stop: Command = { type: 'stop', treatment: 'dexamethasone' };
    const order: Command = { type: 'order', treatment: 'dexamethasone', regimen: 'high' };
    const commands = [
      { tick: 10, command: stop },
      { tick: 30, command: order },
    ];
    const onto = moveDecision(decisionsOf(commands), 1, 10, LAST_TICK);
    expect(commandsOf(onto).map((timed) => timed.command)).toEqual([stop, order]);
  });

  it('finds the decision that a refused command stands for', () => {
    const commands: TimedCommand[] = [
      { tick: 10, command: { type: 'oxygen', step: 1 } },
      { tick: 10, command: { type: 'oxygen', step: 2 } },
    ];
    expect(findDecision(decisionsOf(commands), { tick: 10, command: { type: 'oxygen', step: 2 } })?.id).toBe(
      1,
    );
    expect(
      findDecision(decisionsOf(commands), { tick: 11, command: { type: 'oxygen', step: 2 } }),
    ).toBeUndefined();
  });

  it('tells commands apart', () => {
    fc.assert(
      fc.property(command, command, (a, b) => {
        expect(sameCommand(a, b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
    );
  });
});
