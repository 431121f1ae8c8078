import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nameOf } from '../../../src/classroom/names.ts';
import { loadLevels } from '../../../src/levels/nodeLevels.ts';
import type { OpenRoomRequest } from '../../../src/schema/classroom/room.ts';
import { makeClass } from '../../support/classLogs.ts';
import { type ClassServer, handIn, joinRoom, startClassServer } from '../../support/classServer.ts';
import { createBrowser, openTab, type Tab, type TabOptions, until } from './tab.ts';

/** Under which the server itself names its seats to a learning record store, whatever address the page came from. */
const HOME_PAGE = 'https://storm.example.org/';

let server: ClassServer;
beforeAll(async () => {
  server = await startClassServer({ parts: { homePage: HOME_PAGE } });
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

const REQUEST: OpenRoomRequest = {
  ...{ level: 'the-quiet-doubling', mode: 'student', kind: 'live', hints: true, pace: 1 },
  ...{ keepDays: 30, lan: false },
};

async function opened(options?: TabOptions, request: Partial<OpenRoomRequest> = {}): Promise<Tab> {
  const tab = open(options);
  await tab.calls.openRoom({ ...REQUEST, ...request });
  await until('it is connected', () => tab.teacher().connection === 'socket');
  return tab;
}

const codeOf = (tab: Tab): string => tab.teacher().view.room.code;

describe('a teacher', () => {
  it('opens a room, whose key stays in this browser and is in no address but the secret link', async () => {
    const browser = createBrowser();
    const tab = await opened({ browser });
    const code = codeOf(tab);
    expect(tab.state()).toMatchObject({ place: { part: 'room', code }, problem: '', busy: false });
    expect(tab.game.store.getState().page).toBe('class');
    expect(tab.state().myRooms).toMatchObject([{ code, level: 'the-quiet-doubling' }]);
    expect(JSON.stringify(tab.state())).not.toMatch(/t_[\w-]{43}/);
    expect(tab.calls.teacherLink()).toMatch(
      new RegExp(`^${server.address}/#class/room/${code}/t_[\\w-]{43}$`),
    );
    expect(tab.calls.joinLink(`${server.address}/`)).toBe(`${server.address}/${code}`);
    tab.close();

    const next = open({ browser });
    expect(next.state().myRooms).toMatchObject([{ code }]);
    next.go('room', code);
    await until('the room is there', () => next.state().teacher !== null);
    expect(codeOf(next)).toBe(code);
  });

  it('comes in by the secret link, and is told when there is no key or a wrong one', async () => {
    const first = await opened();
    const code = codeOf(first);
    const key = first.calls.teacherLink().split('/').at(-1) ?? '';

    const other = open();
    other.go('room', code);
    await until('the key is missed', () => other.state().problem !== '');
    expect(other.state().teacher).toBeNull();
    await other.calls.enterRoom(code, `t_${'a'.repeat(43)}`);
    expect(other.state()).toMatchObject({ teacher: null, myRooms: [] });
    expect(other.state().problem).not.toBe('');
    await other.calls.enterRoom(code, key);
    expect(other.state()).toMatchObject({ problem: '', myRooms: [{ code }] });
    expect(codeOf(other)).toBe(code);
  });

  it('keeps the key that it has when a link with a wrong one is opened', async () => {
    const tab = await opened();
    const code = codeOf(tab);
    const rooms = tab.browser.storage.kept.get('stormward.rooms');
    await tab.calls.enterRoom(code, `t_${'a'.repeat(43)}`);
    expect(tab.state().problem).not.toBe('');
    expect(codeOf(tab)).toBe(code);
    expect(tab.browser.storage.kept.get('stormward.rooms')).toBe(rooms);
    tab.close();

    const next = open({ browser: tab.browser });
    await next.calls.enterRoom(code, `t_${'a'.repeat(43)}`);
    expect(next.browser.storage.kept.get('stormward.rooms')).toBe(rooms);
  });

  it('does not come into a room that was left while its server was away', async () => {
    const first = await opened();
    const code = codeOf(first);
    const key = first.calls.teacherLink().split('/').at(-1) ?? '';
    const other = open();
    other.cut();
    other.go('room', code);
    await other.calls.enterRoom(code, key);
    other.go('doors');
    other.network.way.isCut = false;
    // Longer than the pause before the next try, at the clock of the tab.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(other.state().teacher).toBeNull();
  });

  it('keeps the key of a link that was opened while the network was away, and comes in when it is back', async () => {
    const first = await opened();
    const code = codeOf(first);
    const key = first.calls.teacherLink().split('/').at(-1) ?? '';
    const other = open();
    other.cut();
    other.go('room', code);
    await other.calls.enterRoom(code, key);
    expect(other.state().teacher).toBeNull();
    other.mend();
    await until('the room is there', () => other.state().teacher !== null);
    expect(other.state().problem).toBe('');
  });

  it('starts the room, sees who is there, hides names, and puts somebody out', async () => {
    const tab = await opened();
    const one = await joinRoom(server, codeOf(tab));
    await joinRoom(server, codeOf(tab));
    await until('both are there', () => tab.teacher().view.rows.length === 2);
    await tab.calls.changeRoom({ state: 'open', hideNames: true, locked: true });
    await until('it is open', () => tab.teacher().view.room.state === 'open');
    expect(tab.teacher().view.room).toMatchObject({ hideNames: true, locked: true });
    await tab.calls.changeSeat(one.own.seat, { kicked: true });
    await until('one is left', () => tab.teacher().view.rows.length === 1);
    await tab.calls.changeSeat(one.own.seat, { pace: 7 });
    expect(tab.state().problem).not.toBe('');
  });

  it('gives a dead tablet a code with which another device goes on', async () => {
    const tab = await opened();
    const taken = await joinRoom(server, codeOf(tab));
    await tab.calls.moveSeat(taken.own.seat);
    const { move } = tab.teacher();
    expect(move).toMatchObject({ seat: taken.own.seat });
    const student = open();
    await student.calls.takeOverSeat(codeOf(tab), move?.code ?? '');
    expect(student.student().own.name).toBe(taken.own.name);
  });

  it('makes the map of what has arrived, opens a row as a replay, and comes back to the room', async () => {
    const tab = await opened();
    await tab.calls.changeRoom({ state: 'open' });
    await tab.calls.makeMap();
    expect(tab.teacher().map).toBeNull();
    expect(tab.state().problem).not.toBe('');
    const { seed, code } = tab.teacher().view.room;
    const level = loadLevels().find(({ id }) => id === 'the-quiet-doubling');
    if (!level) throw new Error('There is no such level.');
    const seats = [];
    for (const log of makeClass(level, 3, seed)) {
      const taken = await joinRoom(server, code);
      expect((await handIn(server, taken.token, log)).status).toBe(201);
      seats.push(taken.own);
    }
    await tab.calls.makeMap();
    const { map } = tab.teacher();
    expect(tab.state()).toMatchObject({ problem: '', busy: false });
    expect(map?.rows.map(({ name }) => name).sort()).toEqual(seats.map(({ name }) => nameOf(name)).sort());
    const best = map?.rows[0];
    await tab.calls.openRow(best?.id ?? '');
    expect(tab.game.game()).toMatchObject({ kind: 'replay', replay: { score: { total: best?.score } } });
    tab.game.actions.leaveReplay();
    expect(tab.game.store.getState().page).toBe('class');

    await tab.calls.saveExport('table');
    await tab.calls.saveExport('logs');
    await tab.calls.saveExport('statements');
    expect(tab.saved.map(({ name }) => name)).toEqual([
      `stormward-the-quiet-doubling-${code}.csv`,
      `stormward-the-quiet-doubling-${code}-logs.zip`,
      `stormward-the-quiet-doubling-${code}-xapi.json`,
    ]);
    const statements: { actor: { account: { homePage: string } } }[] = JSON.parse(
      (await tab.saved[2]?.blob.text()) ?? '',
    );
    expect([...new Set(statements.map(({ actor }) => actor.account.homePage))]).toEqual([HOME_PAGE]);
    expect(await tab.saved[0]?.blob.text()).toContain(nameOf(seats[0]?.name ?? ''));
  });

  it('opens a row as a student when hints are on and the own game has ended, and not before', async () => {
    const tab = await opened();
    await tab.calls.changeRoom({ state: 'open' });
    const { code, seed } = tab.teacher().view.room;
    const other = await joinRoom(server, code);
    const level = loadLevels().find(({ id }) => id === 'the-quiet-doubling');
    const [log] = level ? makeClass(level, 1, seed) : [];
    if (!log) throw new Error('There is no log.');
    await handIn(server, other.token, log);

    const student = open();
    student.go('join', code);
    await until('the door is there', () => student.state().door !== null);
    await student.calls.takeSeat(student.state().door?.names[0] ?? '');
    await until('the result is seen', () =>
      student.student().view.rows.some(({ result }) => result !== null),
    );
    await student.calls.openRow(other.own.seat);
    expect(student.game.store.getState().game).toBeNull();
    expect(student.state().problem).not.toBe('');
    student.calls.play();
    student.playToEnd();
    await until('it has arrived', () => student.student().outbox[0]?.state === 'accepted');
    await student.calls.openRow(other.own.seat);
    expect(student.game.game().kind).toBe('replay');
  });

  it('deletes the room with all that is in it', async () => {
    const tab = await opened();
    const student = await joinRoom(server, codeOf(tab));
    await tab.calls.removeRoom();
    expect(tab.state()).toMatchObject({ teacher: null, myRooms: [], place: { part: 'doors' } });
    expect(tab.browser.storage.kept.get('stormward.rooms')).toBe('[]');
    expect((await tab.host.api.seat(student.token)).ok).toBe(false);
  });

  it('says why a room cannot be opened', async () => {
    const tab = open();
    await tab.calls.openRoom({ ...REQUEST, kind: 'until' });
    expect(tab.state()).toMatchObject({ teacher: null, busy: false });
    expect(tab.state().problem).not.toBe('');
  });
});
