import { afterAll, beforeAll, describe } from 'vitest';
import { makeDatabase, missingPostgres, startPostgres } from '../../../scripts/cluster/postgres.ts';
import type { Service } from '../../../scripts/cluster/service.ts';
import { openStore } from '../../../src/server/store/openStore.ts';
import { storeContract } from './contract.ts';

const missing = missingPostgres();

describe.skipIf(missing !== null)(`PostgreSQL${missing === null ? '' : ` (${missing})`}`, () => {
  let cluster: Service;
  beforeAll(async () => {
    cluster = await startPostgres();
  }, 120_000);
  afterAll(() => cluster.stop());

  describe('the contract', () => {
    let databaseUrl: string;
    beforeAll(async () => {
      databaseUrl = await makeDatabase(cluster.url, 'contract');
    });
    storeContract(() => openStore({ databaseUrl }));
  });
});
