import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
import { openStore } from '../../../src/server/store/openStore.ts';
import { storeContract } from './contract.ts';

const folder = mkdtempSync(join(tmpdir(), 'stormward-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the contract over SQLite', () => storeContract(() => openStore({ folder })));
