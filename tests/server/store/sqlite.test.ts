import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openStore } from '../../../src/server/store/openStore.ts';
import { storeContract } from './contract.ts';
import { migrationContract } from './migrationContract.ts';

const folder = mkdtempSync(join(tmpdir(), 'stormward-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the contract over SQLite', () => storeContract(() => openStore({ folder })));

let places = 0;
describe('migrations of SQLite', () =>
  migrationContract(async () => {
    places += 1;
    const place = join(folder, `${places}`);
    mkdirSync(place);
    return { folder: place };
  }));
