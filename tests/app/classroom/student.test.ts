import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { TeacherView } from '../../../src/schema/classroom/room.ts';
import {
  ask,
  type ClassServer,
  openRoom,
  openStartedRoom,
  startClassServer,
} from '../../support/classServer.ts';
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

/** A tab in a seat of the room, under the first name that is offered. */
async function seated(code: string, options?: TabOptions): Promise<Tab> {
  const tab = open(options);
  tab.go('join', code);
  await until('the door is there', () => tab.state().door !== null);
  await tab.calls.takeSeat(tab.state().door?.names[0] ?? '');
  await until('it is connected', () => tab.student().connection === 'socket');
  return tab;
}

const teacherView = async (code: string, token: string): Promise<TeacherView> =>
  (await ask<TeacherView>(server, `GET /api/rooms/${code}/teacher`, { token })).body;

const rowOf = async (tab: Tab, key: string) =>
  (await teacherView(tab.student().view.room.code, key)).rows.find(
    ({ seat }) => seat === tab.student().own.seat,
  );

describe('a student', () => {
  it('finds the door of a room by its code as it was typed, and is offered other names', async () => {
    const { view } = await openStartedRoom(server);
    const { code } = view.room;
    const tab = open();
    tab.go('join');
    await tab.calls.findRoom(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)} `);
    expect(tab.state()).toMatchObject({ problem: '', busy: false, door: { door: { full: false } } });
    const first = tab.state().door?.names[0];
    tab.calls.reroll();
    expect(tab.state().door?.names[0]).not.toBe(first);
    for (let turn = 0; turn < 8; turn += 1) tab.calls.reroll();
    await until('more names came', () => (tab.state().door?.names.length ?? 0) > 2);
    await tab.calls.findRoom('222222');
    expect(tab.state()).toMatchObject({ door: null, busy: false });
    expect(tab.state().problem).not.toBe('');
  });

  it('waits in the lobby, plays when the room is open, and sees the verified result on the board', async () => {
    const { key, view } = await openRoom(server);
    const { code } = view.room;
    const tab = await seated(code);
    tab.calls.play();
    expect(tab.game.store.getState().game).toBeNull();
    expect(tab.state().problem).not.toBe('');
    await ask(server, `PATCH /api/rooms/${code}`, { token: key, body: { state: 'open' } });
    await until('the room is open', () => tab.student().view.room.state === 'open');
    tab.calls.play();
    expect(tab.game.game()).toMatchObject({ seed: view.room.seed, mode: 'student', running: true });
    const played = tab.game.store.getState().game;
    tab.playToEnd();
    await until('the result is verified', () => tab.student().outbox[0]?.state === 'accepted');
    await until('the board has it', () => tab.student().view.rows.some(({ result }) => result !== null));
    const score = tab.game.game().result?.score.total;
    expect(tab.student().outbox).toMatchObject([{ score, late: false, reason: '' }]);
    expect(await rowOf(tab, key)).toMatchObject({ result: { score, games: 1 } });
    expect(played?.level.id).toBe(view.room.level.id);
  });

  it('tells how far the game is, and never a treatment', async () => {
    const { key, view } = await openStartedRoom(server);
    const tab = await seated(view.room.code);
    tab.calls.play();
    tab.game.actions.command({ type: 'oxygen', step: 1 });
    tab.game.actions.stepHours(5);
    await until('five hours are seen', () =>
      tab.student().view.rows.some(({ hour, state }) => hour === 5 && state === 'paused'),
    );
    tab.game.actions.setRunning(true);
    await until('it is playing', () => tab.student().view.rows.some(({ state }) => state === 'playing'));
    expect(JSON.stringify(await teacherView(view.room.code, key))).not.toContain('oxygen');
    expect(tab.network.calls).not.toContain('PUT api/seat/progress');
  });

  it('loses nothing when the network is away as the game ends, and the tab is closed meanwhile', async () => {
    const { key, view } = await openStartedRoom(server);
    const browser = createBrowser();
    const tab = await seated(view.room.code, { browser });
    tab.calls.play();
    tab.cut();
    await until('it is lost', () => tab.student().connection === 'lost');
    tab.playToEnd();
    await until('it was tried in vain', () => tab.network.calls.includes('POST api/seat/logs'));
    expect(tab.student().outbox[0]?.state).not.toBe('accepted');
    tab.close();

    const next = open({ browser });
    next.cut();
    await until('it waits', () => next.student().outbox.length === 1);
    expect(next.student()).toMatchObject({ view: { room: { code: view.room.code } }, gone: null });
    next.mend();
    await until('it has arrived', () => next.student().outbox[0]?.state === 'accepted');
    await until('it listens again', () => next.student().connection === 'socket');
    expect(await rowOf(next, key)).toMatchObject({ result: { games: 1 } });
  });

  it('goes on without the server after a reload, and its game is still that of the room', async () => {
    const { view } = await openStartedRoom(server);
    const browser = createBrowser();
    const tab = await seated(view.room.code, { browser });
    tab.calls.play();
    tab.game.actions.stepHours(10);
    tab.close();

    const next = openTab({ address: 'http://127.0.0.1:9' }, { browser });
    tabs.push(next);
    await until('it is lost', () => next.student().connection === 'lost');
    next.game.actions.openPage('game');
    next.playToEnd();
    await until('it waits', () => next.student().outbox.length === 1);
    next.close();

    const last = open({ browser });
    await until('it has arrived', () => last.student().outbox[0]?.state === 'accepted');
  });

  it('sends what two tabs hold once', async () => {
    const { key, view } = await openStartedRoom(server);
    const browser = createBrowser();
    const tab = await seated(view.room.code, { browser });
    tab.calls.play();
    tab.cut();
    tab.playToEnd();
    await until('it waits', () => tab.student().outbox.length === 1);
    const other = open({ browser });
    tab.mend();
    await until('both have it', () =>
      [tab, other].every((one) => one.student().own.logs.length === 1 || one.state().student === null),
    );
    expect(await rowOf(tab, key)).toMatchObject({ result: { games: 1 } });
  });

  it('goes on at a second device, and the first one may still hand in', async () => {
    const { key, view } = await openStartedRoom(server);
    const first = await seated(view.room.code);
    first.calls.play();
    first.game.actions.command({ type: 'oxygen', step: 1 });
    first.game.actions.stepHours(7);
    first.sign('hidden');
    await until('the game is held', () => first.network.calls.includes('PUT api/seat/held'));
    await first.calls.moveOwnSeat();
    const move = first.student().move?.code ?? '';
    expect(move).toHaveLength(8);

    const second = open();
    await second.calls.takeOverSeat(view.room.code, move);
    expect(second.state().problem).toBe('');
    expect(second.student().own.name).toBe(first.student().own.name);
    expect(second.game.actions.stateHash()).toBe(first.game.actions.stateHash());
    expect(second.game.game()).toMatchObject({ running: false, now: { hour: 7 } });
    await until('the first one knows', () => first.student().gone === 'moved');

    first.playToEnd();
    await until('the first game has arrived', () => first.student().outbox[0]?.state === 'accepted');
    second.game.actions.command({ type: 'oxygen', step: 2 });
    second.playToEnd();
    await until('the second game has arrived', () => second.student().outbox[0]?.state === 'accepted');
    expect(await rowOf(second, key)).toMatchObject({ result: { games: 2 } });
  });

  it('plays at the pace of the room, and at its own once the teacher gives it one', async () => {
    const { key, view } = await openStartedRoom(server, { pace: 0.5 });
    const tab = await seated(view.room.code);
    tab.calls.play();
    expect(tab.game.game().pace).toBe(0.5);
    const { seat } = tab.student().own;
    const body = { pace: 0.25 };
    await ask(server, `PATCH /api/rooms/${view.room.code}/seats/${seat}`, { token: key, body });
    await until('it is slower', () => tab.game.game().pace === 0.25);
    const other = tab.game.store.getState().levels.at(-1);
    if (!other) throw new Error('There are no levels.');
    tab.game.actions.startGame(other, 'student', 1);
    expect(tab.game.game().pace).toBe(1);
  });

  it('hands in no game of another patient, and none that was taken over from a replay', async () => {
    const { view } = await openStartedRoom(server);
    const tab = await seated(view.room.code);
    tab.calls.play();
    const { level, seed } = tab.game.game();
    tab.game.actions.startGame(level, 'student', seed === 0 ? 1 : seed - 1);
    tab.playToEnd();
    await tab.host.actions.openLogText(JSON.stringify(tab.game.game().result?.log));
    expect(tab.network.calls).not.toContain('POST api/seat/logs');
    expect(tab.student().outbox).toEqual([]);
  });

  it('is told that it was put out, can forget the seat, and leaves nothing behind', async () => {
    const { key, view } = await openStartedRoom(server);
    const tab = await seated(view.room.code);
    const { seat } = tab.student().own;
    await ask(server, `PATCH /api/rooms/${view.room.code}/seats/${seat}`, {
      token: key,
      body: { kicked: true },
    });
    await until('it is gone', () => tab.student().gone === 'kicked');
    tab.calls.forgetSeat();
    expect(tab.state()).toMatchObject({ student: null, place: { part: 'doors' } });
    expect([...tab.browser.storage.kept.keys()].filter((name) => name.includes('seat'))).toEqual([]);
  });

  it('gives the seat up, with all that was handed in', async () => {
    const { key, view } = await openStartedRoom(server);
    const tab = await seated(view.room.code);
    tab.calls.play();
    tab.playToEnd();
    await until('it has arrived', () => tab.student().outbox[0]?.state === 'accepted');
    await tab.calls.leaveSeat();
    expect(tab.state()).toMatchObject({ student: null, problem: '' });
    await expect.poll(() => tab.browser.outbox.rows()).toEqual([]);
    expect((await teacherView(view.room.code, key)).rows).toEqual([]);
  });

  it('who reads the code once more is asked before a second seat is offered', async () => {
    const { view } = await openStartedRoom(server);
    const tab = await seated(view.room.code);
    tab.go('join', view.room.code);
    expect(tab.state()).toMatchObject({ place: { part: 'join' }, door: null });
    expect(tab.network.calls.filter((call) => call.endsWith('/names'))).toHaveLength(1);
  });

  it('says where there is no class server', async () => {
    const tab = open();
    tab.go('doors');
    await until('it is known', () => tab.state().hasServer !== null);
    expect(tab.state().hasServer).toBe(true);
  });
});
