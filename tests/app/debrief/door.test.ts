import { describe, expect, it, vi } from 'vitest';
import { createDebriefDoor } from '../../../src/app/debrief/door.ts';
import type { DebriefSession } from '../../../src/app/debrief/session.ts';
import { SHORT_LEVEL } from '../fixtures.ts';
import { createTestSession, settle } from '../sessionSupport.ts';

const NAMES = [
  'open',
  'cancel',
  'resume',
  'choose',
  'reveal',
  'showGhost',
  'addGhost',
  'tryCommands',
  'settleCommands',
  'resetCommands',
  'takeOver',
  'warm',
  'begin',
  'enter',
  'leave',
] as const;

/** A door to a session that only notes what it is asked. */
function createTestDoor() {
  const test = createTestSession();
  const asked: unknown[][] = [];
  const note =
    (name: string) =>
    (...given: unknown[]) => {
      asked.push([name, ...given]);
      return name === 'addGhost' ? Promise.resolve(true) : undefined;
    };
  const session = Object.fromEntries(NAMES.map((name) => [name, note(name)])) as unknown as DebriefSession;
  const load = vi.fn(async () => session);
  return { ...test, asked, load, door: createDebriefDoor({ app: test.store, actions: test.actions }, load) };
}

describe('the door of the debrief', () => {
  it('fetches nothing until it is wanted, and once for all', async () => {
    const { door, load, asked, actions } = createTestDoor();
    actions.startGame(SHORT_LEVEL, 'student', 1);
    actions.openMenu();
    await settle();
    expect(load).not.toHaveBeenCalled();
    door.choose('d1');
    door.reveal('d1', 'hint');
    await settle();
    expect(asked).toEqual([
      ['choose', 'd1'],
      ['reveal', 'd1', 'hint'],
    ]);
    expect(load).toHaveBeenCalledOnce();
  });

  it('gets ready when a game has ended, before anyone asks', async () => {
    const { actions, asked, game } = createTestDoor();
    actions.startGame(SHORT_LEVEL, 'student', 1);
    while (!game().result) actions.stepHours(6);
    await settle();
    expect(asked).toEqual([['warm']]);
    actions.openPage('end');
    await settle();
    expect(asked).toEqual([['warm'], ['begin']]);
    actions.startGame(SHORT_LEVEL, 'student', 1);
    await settle();
    expect(asked.at(-1)).toEqual(['leave', true]);
  });

  it('tells when the page is shown and when it is left', async () => {
    const { actions, asked, store, door } = createTestDoor();
    door.open();
    store.setState({ debriefed: {} as never });
    actions.openPage('debrief');
    await settle();
    actions.openModel();
    await settle();
    expect(asked).toEqual([['open', undefined], ['enter'], ['leave', false]]);
  });

  it('says that the code could not be fetched, and tries again at the next wish', async () => {
    const { door, load, asked, store } = createTestDoor();
    load.mockRejectedValueOnce(new Error('offline'));
    door.open();
    await settle();
    expect(store.getState().notice).toMatchObject({ kind: 'error' });
    expect(asked).toEqual([]);
    expect(await door.addGhost('{}', 'friend', 'Brave otter')).toBe(true);
    load.mockClear();
    door.resetCommands();
    await settle();
    expect(load).not.toHaveBeenCalled();
    expect(asked.map(([name]) => name)).toEqual(['addGhost', 'resetCommands']);
  });
});
