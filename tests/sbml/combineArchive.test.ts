import { writeFileSync } from 'node:fs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { archiveOfGame, archiveOfTrigger } from '../../src/app/modelArchive.ts';
import { combineArchive } from '../../src/sbml/combineArchive.ts';
import { courseOfTrigger, type PlayedGame } from '../../src/sbml/exportedCourse.ts';
import { sbmlText } from '../../src/sbml/modelSbml.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';
import { hasPython, runPython } from '../support/python.ts';
import { command, testFolder } from './exported.ts';

const FILES = ['manifest.xml', 'model.xml', 'simulation.sedml', 'metadata.rdf'];
const { file, remove } = testFolder();
afterAll(remove);

const GAME: PlayedGame = {
  seed: 1,
  mode: 'clinician',
  commands: [{ tick: 480, command: { type: 'order', treatment: 'dexamethasone', regimen: 'low' } }],
};

interface Verdict {
  readonly names: readonly string[];
  readonly contents: readonly (readonly [location: string, format: string, master: boolean])[];
  readonly problems: readonly string[];
}

function judge(bytes: Uint8Array): Verdict {
  const path = file('archive.omex');
  writeFileSync(path, bytes);
  return runPython<Verdict>('archive.py', path);
}

describe('the COMBINE archive', () => {
  it('holds the model that sbml prints', async () => {
    const course = courseOfTrigger('sepsis', 'Bacterial sepsis');
    const files = unzipSync(combineArchive(course));
    expect(Object.keys(files)).toEqual(FILES);
    expect(strFromU8(files['model.xml'] as Uint8Array)).toBe(sbmlText(course));
    expect(await command('sbml', '--trigger', 'sepsis')).toBe(sbmlText(course));
  });

  it('is the same to the byte when it is made again', () => {
    const course = courseOfTrigger('carT', 'CAR-T');
    expect(combineArchive(course)).toEqual(combineArchive(course));
  });

  it('is offered by the app, of a trigger and of a game', async () => {
    const untreated = await archiveOfTrigger('covid19');
    const played = await archiveOfGame(QUIET_DOUBLING, GAME);
    expect(untreated.fileName).toBe('stormward-covid19.omex');
    expect(played.fileName).toBe('stormward-the-quiet-doubling.omex');
    const model = ({ bytes }: typeof played) => strFromU8(unzipSync(bytes)['model.xml'] as Uint8Array);
    expect(model(untreated)).not.toContain('<event ');
    expect(model(played)).toContain('<event ');
  });

  it.skipIf(!hasPython())('is read by other parsers, and every reference in it leads somewhere', async () => {
    for (const { bytes } of [await archiveOfTrigger('hlh'), await archiveOfGame(QUIET_DOUBLING, GAME)]) {
      const { names, contents, problems } = judge(bytes);
      expect(problems).toEqual([]);
      expect(names).toEqual(FILES);
      expect(contents.map(([location, , master]) => [location, master])).toEqual([
        ['.', false],
        ['./manifest.xml', false],
        ['./model.xml', false],
        ['./simulation.sedml', true],
        ['./metadata.rdf', false],
      ]);
    }
  });

  it.skipIf(!hasPython())('is found out when a reference or a file is missing', async () => {
    const { bytes } = await archiveOfTrigger('hlh');
    const broken = (name: string, change: (text: string) => string): readonly string[] => {
      const files = unzipSync(bytes);
      const text = strFromU8(files[name] as Uint8Array);
      expect(change(text)).not.toBe(text);
      return judge(zipSync({ ...files, [name]: strToU8(change(text)) })).problems;
    };
    expect(broken('simulation.sedml', (text) => text.replace("[@id='IL6']", "[@id='IL7']"))).toHaveLength(1);
    expect(broken('simulation.sedml', (text) => text.replace('yDataReference="data_IL6"', ''))).toHaveLength(
      1,
    );
    expect(broken('manifest.xml', (text) => text.replace('./model.xml', './other.xml'))).toHaveLength(2);
  });
});
