/** Two processes over one real PostgreSQL and one real Redis, behind a proxy that sends each connection to either. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cluster, startCluster } from '../../scripts/crowd/cluster.ts';
import { openCrowdPage } from '../../scripts/crowd/pages.ts';
import { untilAnswered } from '../../scripts/crowd/patience.ts';
import { apiOf, type CrowdRoom, gamesOf, openCrowdRoom } from '../../scripts/crowd/rooms.ts';

const PATIENCE = { timeout: 30_000, interval: 100 };

let cluster: Cluster;
let room: CrowdRoom;
let games: readonly string[];

beforeAll(async () => {
  cluster = await startCluster(2);
  room = await openCrowdRoom(apiOf(cluster.address), 4);
  games = (await gamesOf([room], 6))[0] ?? [];
});
afterAll(async () => cluster?.stop());

const seatAt = (index: number) => room.seats[index] ?? { seat: '', token: '' };
const game = (index: number) => games[index] ?? '';

test('a result that one process took stands on the board that another one shows', async () => {
  const [here, there] = [cluster.addressOf(0), cluster.addressOf(1)];
  const board = openCrowdPage(there, apiOf(there), room.key);
  await expect.poll(() => board.view()?.rows.length, PATIENCE).toBe(4);
  const { value: accepted } = await untilAnswered('a game', () =>
    apiOf(here).handIn(seatAt(0).token, game(0)),
  );
  const row = () => board.view()?.rows.find(({ seat }) => seat === seatAt(0).seat);
  await expect.poll(() => row()?.result?.submission, PATIENCE).toBe(accepted.submission);
  expect(row()?.result?.score).toBe(accepted.score);
  board.live.close();
});

test('the same log, handed in at every process at once, is one row', async () => {
  const { seat, token } = seatAt(1);
  const tries = [0, 1, 0, 1, 0, 1].map((index) =>
    untilAnswered('a game', () => apiOf(cluster.addressOf(index)).handIn(token, game(1))),
  );
  const accepted = (await Promise.all(tries)).map(({ value }) => value);
  expect(new Set(accepted.map(({ submission }) => submission)).size).toBe(1);
  expect(accepted.filter(({ isNew }) => isNew)).toHaveLength(1);
  const { value } = await untilAnswered('the logs', () =>
    apiOf(cluster.address).logs(room.code, room.key, true),
  );
  expect(value.logs.filter((log) => log.seat === seat)).toHaveLength(1);
});

test('progress that was told to one process is seen at the other', async () => {
  const { seat, token } = seatAt(2);
  await untilAnswered('progress', () =>
    apiOf(cluster.addressOf(0)).progress(token, { tick: 200, state: 'playing' }),
  );
  const look = async () => {
    const { value } = await untilAnswered('the room', () =>
      apiOf(cluster.addressOf(1)).teacher(room.code, room.key),
    );
    return value.rows.find((row) => row.seat === seat);
  };
  await expect.poll(look, PATIENCE).toMatchObject({ state: 'playing', hour: 10 });
});

test('codes that are guessed at two processes are counted together', async () => {
  const guess = async (index: number) => {
    const answer = await apiOf(cluster.addressOf(index % 2)).door('222222');
    return answer.ok ? '' : answer.refusal.code;
  };
  const codes = new Set<string>();
  for (let index = 0; index < 70; index += 1) codes.add(await guess(index));
  expect([...codes]).toEqual(['unknownRoom', 'tooMany']);
});

test('a process that is asked to stop says goodbye, and the page goes on with another one', async () => {
  const page = openCrowdPage(cluster.address, apiOf(cluster.address), seatAt(3).token);
  await expect.poll(() => page.view()?.rows.length, PATIENCE).toBe(4);
  expect(await cluster.replaceOne(0)).toBe(0);
  expect(await cluster.replaceOne(1)).toBe(0);
  const { value: accepted } = await untilAnswered('a game', () =>
    apiOf(cluster.address).handIn(seatAt(3).token, game(3)),
  );
  const own = () => page.view()?.rows.find(({ seat }) => seat === seatAt(3).seat);
  await expect.poll(() => own()?.result?.submission, PATIENCE).toBe(accepted.submission);
  page.live.close();
});

test('without its database a process says that it is not ready, acknowledges nothing, and comes back by itself', async () => {
  const address = cluster.addressOf(0);
  const ready = async () => (await fetch(`${address}readyz`)).status;
  expect(await ready()).toBe(200);
  await cluster.withoutDatabase(async () => {
    await expect.poll(ready, PATIENCE).toBe(503);
    const refused = await apiOf(address).handIn(seatAt(0).token, game(4));
    expect(refused).toMatchObject({ ok: false, refusal: { status: 503, code: 'unavailable' } });
  });
  await expect.poll(ready, PATIENCE).toBe(200);
  const { value: accepted } = await untilAnswered('a game', () =>
    apiOf(address).handIn(seatAt(0).token, game(4)),
  );
  expect(accepted.isNew).toBe(true);
});
