/** One browser for two tabs of a student, or for two students one after the other: nobody's game is lost, or counted twice. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TeacherView } from '../../../src/schema/classroom/room.ts';
import { ask, type ClassServer, openStartedRoom, startClassServer } from '../../support/classServer.ts';
import { createBrowser, openTab, type Tab, type TabOptions, until } from './tab.ts';

let server: ClassServer;
beforeAll(async () => {
  server = await startClassServer();
});
afterAll(() => server.close());

const tabs: Tab[] = [];
afterEach(() => {
  for (const tab of tabs.splice(0)) tab.close();
});

function open(options?: TabOptions): Tab {
  const tab = openTab(server, options);
  tabs.push(tab);
  return tab;
}

async function sit(tab: Tab, code: string): Promise<void> {
  await tab.calls.findRoom(code);
  await tab.calls.takeSeat(tab.state().door?.names[0] ?? '');
  await until('it is connected', () => tab.student().connection === 'socket');
}

async function seated(code: string, options?: TabOptions): Promise<Tab> {
  const tab = open(options);
  tab.go('join');
  await sit(tab, code);
  return tab;
}

const rowsOf = async (code: string, token: string) =>
  (await ask<TeacherView>(server, `GET /api/rooms/${code}/teacher`, { token })).body.rows;

describe('two tabs of one seat', () => {
  it('play one game: the second is told, and brings it over as far as it has come', async () => {
    const { view } = await openStartedRoom(server);
    const browser = createBrowser();
    const first = await seated(view.room.code, { browser });
    const second = open({ browser });
    first.calls.play();
    await until('the second one knows', () => second.student().elsewhere);
    first.game.actions.command({ type: 'oxygen', step: 1 });
    first.game.actions.stepHours(7);
    const left = first.game.actions.stateHash();

    second.calls.playHere();
    await until('the first one has stopped', () => first.student().elsewhere);
    await until('the second one plays', () => second.game.store.getState().game !== null);
    expect(second.game.actions.stateHash()).toBe(left);
    expect(second.student().elsewhere).toBe(false);
    expect(first.game.store.getState().game).toBeNull();
    expect(first.state().place.part).toBe('seat');

    first.game.actions.holdGame();
    second.game.actions.stepHours(2);
    second.close();
    await until('it is free', () => !first.student().elsewhere);
    expect(first.student().leftTick).toBe(9 * 20);
    first.calls.play();
    expect(first.game.game().now.hour).toBe(9);
  });

  it('tell the room of one game: who waits beside it says nothing', async () => {
    const { key, view } = await openStartedRoom(server);
    const { code } = view.room;
    const browser = createBrowser();
    const second = await seated(code, { browser });
    const first = open({ browser });
    await until('it is connected', () => first.student().connection === 'socket');
    first.calls.play();
    await until('the second one knows', () => second.student().elsewhere);
    first.game.actions.stepHours(3);
    await until('three hours are seen', () => first.student().view.rows.some(({ hour }) => hour === 3));
    // Longer than a beat of the second tab.
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await rowsOf(code, key)).toMatchObject([{ hour: 3, state: 'paused' }]);
  });
});

describe('two students with one browser', () => {
  it('have a game each: that of the first waits on the server, and what it had to hand in arrives', async () => {
    const { key, view } = await openStartedRoom(server);
    const { code } = view.room;
    const tab = await seated(code);
    const first = tab.student().own.seat;
    tab.calls.play();
    tab.playToEnd();
    await until('it has arrived', () => tab.student().outbox[0]?.state === 'accepted');
    tab.calls.play();
    tab.game.actions.stepHours(5);
    tab.go('join', code);
    await sit(tab, code);

    expect(tab.student().own.seat).not.toBe(first);
    expect(tab.game.store.getState().game).toBeNull();
    expect(tab.game.heldGames.read()).toBeNull();
    expect(tab.student().outbox).toEqual([]);
    const rows = await rowsOf(code, key);
    expect(rows.find(({ seat }) => seat === first)).toMatchObject({ result: { games: 1 } });

    const { body } = await ask<{ code: string }>(server, `POST /api/rooms/${code}/seats/${first}/move`, {
      token: key,
    });
    const back = open();
    await back.calls.takeOverSeat(code, body.code);
    expect(back.game.game().now.hour).toBe(5);
  });

  it('are not parted while the game of the first cannot be brought to the server', async () => {
    const { view } = await openStartedRoom(server);
    const { code } = view.room;
    const tab = await seated(code);
    const { seat } = tab.student().own;
    tab.calls.play();
    tab.game.actions.stepHours(5);
    await tab.calls.findRoom(code);
    tab.go('join', code);
    await tab.calls.findRoom(code);
    const name = tab.state().door?.names[0] ?? '';
    tab.cut();
    await tab.calls.takeSeat(name);
    expect(tab.state().problem).not.toBe('');
    expect(tab.student().own.seat).toBe(seat);
    expect(tab.game.game().now.hour).toBe(5);
  });
});
