import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { classCsv } from '../../src/classroom/csv.ts';
import { fileNameOf, nameOfLogFile, paddedTo } from '../../src/classroom/fileName.ts';
import { classRow } from '../../src/classroom/row.ts';
import type { ClassRow } from '../../src/classroom/types.ts';
import { classZip } from '../../src/classroom/zip.ts';
import { parseDecisionLog } from '../../src/schema/decisionLog.ts';
import { makeNamedClass } from '../support/classLogs.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const ROWS = makeNamedClass(QUIET_DOUBLING, 10, 7).map((game) => classRow(QUIET_DOUBLING, game) as ClassRow);

describe('the zip of a class', () => {
  it('holds every log as it was, the table, and what they are', () => {
    const files = unzipSync(classZip(QUIET_DOUBLING, ROWS, false));
    expect(Object.keys(files).slice(0, 4)).toEqual([
      'README.txt',
      'class.csv',
      'logs/01-player-1.json',
      'logs/02-player-2.json',
    ]);
    const texts = Object.keys(files).filter((name) => name.startsWith('logs/'));
    expect(texts).toHaveLength(10);
    texts.forEach((name, index) => {
      const parsed = parseDecisionLog(strFromU8(files[name] as Uint8Array));
      expect(parsed).toEqual({ ok: true, value: ROWS[index]?.log });
    });
    expect(strFromU8(files['class.csv'] as Uint8Array)).toBe(classCsv(QUIET_DOUBLING, ROWS, false));
    expect(strFromU8(files['README.txt'] as Uint8Array)).toContain('Not for clinical use.');
  });

  it('is the same bytes for the same class', () => {
    expect(classZip(QUIET_DOUBLING, ROWS, false)).toEqual(classZip(QUIET_DOUBLING, ROWS, false));
  });

  it('says no name when names are hidden', () => {
    const names = Object.keys(unzipSync(classZip(QUIET_DOUBLING, ROWS, true)));
    expect(names).toContain('logs/03-student-3.json');
    expect(names.some((name) => name.includes('player'))).toBe(false);
  });

  it('has no two files of one name, and none that leads out of its folder', () => {
    const odd = ['..', '../../etc/passwd', 'con', 'a/b', 'a:b', 'a b', 'A B', '', '💥', '\u202Egnp.exe'];
    const rows = ROWS.map((row, index) => ({ ...row, name: odd[index] ?? '' }));
    const names = Object.keys(unzipSync(classZip(QUIET_DOUBLING, rows, false))).slice(2);
    expect(names).toEqual([
      'logs/01.json',
      'logs/02-etc-passwd.json',
      'logs/03-con.json',
      'logs/04-a-b.json',
      'logs/05-a-b.json',
      'logs/06-a-b.json',
      'logs/07-a-b.json',
      'logs/08.json',
      'logs/09.json',
      'logs/10-gnp-exe.json',
    ]);
  });
});

describe('a name of a file', () => {
  it('keeps the letters of every script and ends somewhere', () => {
    expect(fileNameOf('Lince Ágil')).toBe('lince-ágil');
    expect(fileNameOf('Müller & Söhne')).toBe('müller-söhne');
    expect(fileNameOf('山猫')).toBe('山猫');
    expect(fileNameOf('x'.repeat(300))).toHaveLength(40);
  });

  it('says whose game it is, and a name of the safe lists in words', () => {
    expect(nameOfLogFile('logs/07-plucky-lynx.json')).toBe('Plucky Lynx');
    expect(nameOfLogFile('C:\\class\\logs\\07-ann.JSON')).toBe('ann');
    expect(nameOfLogFile('downloads/07-ann.json')).toBe('07-ann');
    expect(nameOfLogFile('logs/07.json')).toBe('07');
    expect(nameOfLogFile('plucky-lynx.json')).toBe('Plucky Lynx');
    expect(nameOfLogFile('a\u202Ebc\u0007.json')).toBe('a bc');
    expect(nameOfLogFile(`${'x'.repeat(300)}.json`)).toHaveLength(41);
  });

  it('has a number of as many digits as the last one', () => {
    expect([paddedTo(9, 3), paddedTo(10, 3), paddedTo(120, 3)]).toEqual(['3', '03', '003']);
  });
});
