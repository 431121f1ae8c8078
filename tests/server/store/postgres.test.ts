import { afterAll, beforeAll, describe } from 'vitest';
import { makeDatabase, missingPostgres, startPostgres } from '../../../scripts/cluster/postgres.ts';
import type { Service } from '../../../scripts/cluster/service.ts';
import { openStore } from '../../../src/server/store/openStore.ts';
import { storeContract } from './contract.ts';
import { migrationContract } from './migrationContract.ts';

const missing = missingPostgres();

describe.skipIf(missing !== null)(`PostgreSQL${missing === null ? '' : ` (${missing})`}`, () => {
  let cluster: Service;
  beforeAll(async () => {
    cluster = await startPostgres();
  }, 120_000);
  afterAll(() => cluster.stop(), 60_000);

  describe('the contract', () => {
    let databaseUrl: string;
    beforeAll(async () => {
      databaseUrl = await makeDatabase(cluster.url, 'contract');
    });
    storeContract(() => openStore({ databaseUrl }));
  });

  let places = 0;
  describe('migrations', () =>
    migrationContract(async () => {
      places += 1;
      return { databaseUrl: await makeDatabase(cluster.url, `place${places}`) };
    }));
});
