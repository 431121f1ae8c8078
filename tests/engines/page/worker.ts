/** Replays every golden log in a worker, as the game's own worker would, and reports once. */
import { loadLevels } from '../../../src/levels/browserLevels.ts';
import { goldenCases } from '../../golden/cases.ts';
import type { GoldenFile } from '../../golden/goldenLog.ts';
import { reportGolden } from '../../golden/goldenReport.ts';

const FILES = import.meta.glob<GoldenFile>('../../golden/logs/*.json', { eager: true, import: 'default' });

postMessage(reportGolden(goldenCases(loadLevels()), (file) => FILES[`../../golden/logs/${file}.json`]));
