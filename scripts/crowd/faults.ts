/**
 * `npm run test:faults`: what is acknowledged stays, whatever happens to the machines.
 *
 * Three processes over PostgreSQL and Redis under load, one of them killed every ten seconds for five minutes; then the
 * database restarted, then Redis gone for thirty seconds. Then one process on SQLite, killed twenty times in mid-write,
 * and a full disk. `-- --short` does the same in less time. The last line is one JSON object.
 */
import { diskFull } from '../cluster/diskFull.ts';
import { installCluster } from '../cluster/install.ts';
import { sqliteKills } from '../cluster/sqliteKills.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { type CrowdPage, openCrowdPage, resultsOf } from './pages.ts';
import { sleep, untilAnswered } from './patience.ts';
import { apiOf, type CrowdRoom, gamesOf, openCrowdRoom } from './rooms.ts';

interface Size {
  readonly rooms: number;
  readonly students: number;
  readonly games: number;
  /** A student hands a game in about so often, in seconds: a seat may thirty times in five minutes. */
  readonly between: number;
  /** Seconds of load before anything is done to it. */
  readonly calm: number;
  readonly kills: number;
  readonly every: number;
  readonly redisGone: number;
  readonly sqliteKills: number;
}

const WHOLE: Size = {
  rooms: 6,
  students: 10,
  games: 40,
  between: 12,
  calm: 30,
  kills: 30,
  every: 10,
  redisGone: 30,
  sqliteKills: 20,
};
const SHORT: Size = {
  rooms: 2,
  students: 5,
  games: 12,
  between: 2,
  calm: 5,
  kills: 3,
  every: 3,
  redisGone: 4,
  sqliteKills: 3,
};
/** Every page must know what the board says so long after the last fault, in milliseconds. */
const RECOVERY = 60_000;

const size = process.argv.includes('--short') ? SHORT : WHOLE;
const missing = installCluster((line) => console.log(line));
if (missing !== null) {
  console.log(`SKIPPED ${missing}`);
  process.exit(0);
}
const cluster = await startCluster(3);
let many: Awaited<ReturnType<typeof clusterFaults>>;
try {
  many = await clusterFaults(cluster);
} finally {
  await cluster.stop();
}
console.log(`SQLite: ${size.sqliteKills} kills in mid-write ...`);
const one = await sqliteKills(size.sqliteKills);
console.log('SQLite: a full disk ...');
const full = await diskFull();
const report = {
  acknowledged: many.acknowledged + one.acknowledged + full.acknowledged,
  lost: many.lost + one.lost + full.lost,
  duplicated: many.duplicated + one.duplicated + full.duplicated,
  p95: many.p95,
  ratios: many.ratios,
  cluster: many,
  sqliteKills: one,
  diskFull: full,
};
console.log(JSON.stringify(report));
if (report.lost + report.duplicated > 0 || many.recovered < many.pages || !full.recovered)
  process.exitCode = 1;

interface Phase {
  readonly name: string;
  readonly began: number;
}

async function clusterFaults({ address, ...faults }: Cluster) {
  const api = apiOf(address);
  const rooms: CrowdRoom[] = [];
  for (let index = 0; index < size.rooms; index += 1) rooms.push(await openCrowdRoom(api, size.students));
  const games = await gamesOf(rooms, size.games);
  const pages = rooms.flatMap(({ seats }) => seats.map(({ token }) => openCrowdPage(address, api, token)));
  const ledger = createLedger();
  const load = startLoad(address, rooms, games, ledger);
  const phases: Phase[] = [];
  const phase = (name: string) => {
    phases.push({ name, began: performance.now() });
    console.log(`${name} ...`);
  };
  phase('calm');
  await sleep(size.calm * 1000);
  phase('killed');
  for (let kill = 0; kill < size.kills; kill += 1) {
    await Promise.all([faults.killOne(kill % faults.processes), sleep(size.every * 1000)]);
  }
  phase('database restarted');
  await faults.restartDatabase();
  await sleep(5_000);
  phase('Redis gone');
  await faults.withoutRedis(size.redisGone * 1000);
  phase('after');
  await sleep(5_000);
  await load.stop();
  const recovered = await waitForPages(address, rooms, pages);
  for (const { live } of pages) live.close();
  const audit = await ledger.audit(api, rooms);
  const calm = load.rate(phases[0], phases[1]);
  return {
    ...audit,
    handedIn: load.waits.length,
    pages: pages.length,
    recovered,
    p95: quantile(
      load.waits.map(({ wait }) => wait),
      0.95,
    ),
    ratios: {
      killedToCalm: ratio(load.rate(phases[1], phases[2]), calm),
      withoutRedisToCalm: ratio(load.rate(phases[3], phases[4]), calm),
    },
  };
}

/** Every seat hands in one game after the other, and at the end of the list the first ones again. */
function startLoad(
  address: string,
  rooms: readonly CrowdRoom[],
  games: readonly (readonly string[])[],
  ledger: Ledger,
) {
  const api = apiOf(address);
  const waits: { readonly at: number; readonly wait: number }[] = [];
  let isOver = false;
  const seats = rooms.flatMap(({ seats }, room) =>
    seats.map(async ({ seat, token }) => {
      for (let turn = 0; !isOver; turn += 1) {
        await sleep(size.between * 1000 * (0.5 + Math.random()));
        const list = games[room] ?? [];
        const text = list[turn % list.length] ?? '';
        const began = performance.now();
        const { value } = await untilAnswered('a good log', () => api.handIn(token, text));
        waits.push({ at: performance.now(), wait: performance.now() - began });
        if (turn < list.length) ledger.note(seat, text, value);
      }
    }),
  );
  return {
    waits,
    stop: async () => {
      isOver = true;
      await Promise.all(seats);
    },
    /** Games acknowledged a second between two moments. */
    rate: (from: Phase | undefined, to: Phase | undefined) => {
      if (!from || !to) return Number.NaN;
      const inside = waits.filter(({ at }) => at >= from.began && at < to.began).length;
      return (inside * 1000) / (to.began - from.began);
    },
  };
}

/** How many pages know by themselves what the database knows, within the time given. */
async function waitForPages(address: string, rooms: readonly CrowdRoom[], pages: readonly CrowdPage[]) {
  const api = apiOf(address);
  const truth: string[] = [];
  for (const { code, key, seats } of rooms) {
    const { value: view } = await untilAnswered('reading a room', () => api.teacher(code, key));
    truth.push(...seats.map(() => resultsOf(view)));
  }
  const know = () => pages.filter((page, index) => resultsOf(page.view()) === truth[index]).length;
  const until = performance.now() + RECOVERY;
  while (know() < pages.length && performance.now() < until) await sleep(250);
  return know();
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN);
}

function ratio(a: number, b: number): number {
  return Number((a / b).toFixed(2));
}
