import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classCsv } from '../../src/classroom/csv.ts';
import { rankRows } from '../../src/classroom/rank.ts';
import { classRow } from '../../src/classroom/row.ts';
import type { ClassRow } from '../../src/classroom/types.ts';
import { makeNamedClass } from '../support/classLogs.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';

const ROWS = rankRows(
  makeNamedClass(QUIET_DOUBLING, 8, 7).map((game) => classRow(QUIET_DOUBLING, game) as ClassRow),
);
const csv = (rows: readonly ClassRow[], hideNames = false) => classCsv(QUIET_DOUBLING, rows, hideNames);

/** The reading of RFC 4180. */
function parse(text: string): string[][] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[++at];
      else quoted = false;
    } else if (sign === '"' && cell === '') quoted = true;
    else if (sign === ',') {
      row.push(cell);
      cell = '';
    } else if (sign === '\r' && text[at + 1] === '\n') {
      rows.push([...row, cell]);
      [row, cell] = [[], ''];
      at += 1;
    } else if (sign === '"' || sign === '\n' || sign === '\r') throw new Error(`a bare ${sign} at ${at}`);
    else cell += sign;
  }
  if (cell !== '' || row.length > 0) throw new Error('the last line does not end');
  return rows;
}

function records(text: string): Record<string, string>[] {
  const [head = [], ...rows] = parse(text);
  return rows.map((row) => {
    expect(row).toHaveLength(head.length);
    return Object.fromEntries(head.map((name, index) => [name, row[index] ?? '']));
  });
}

const named = (name: string) => records(csv([{ ...(ROWS[0] as ClassRow), name }]))[0]?.name;

describe('the table of a class', () => {
  it('has a row for each game with what was found of it', () => {
    const found = records(csv(ROWS));
    expect(found).toHaveLength(ROWS.length);
    found.forEach((record, index) => {
      const row = ROWS[index] as ClassRow;
      expect(record).toMatchObject({
        rank: String(row.rank),
        name: row.name,
        score: String(row.score),
        outcome: row.outcome,
        endHour: String(row.endHour),
        late: 'false',
        pauses: String(row.pauses),
        pausedSeconds: String(row.pausedSeconds),
        level: 'the-quiet-doubling',
        mode: 'student',
        seed: '7',
        modelVersion: row.log.model.version,
      });
      expect(Number(record.il6Peak)).toBeCloseTo(Math.max(...row.il6), 2);
      expect(row.il6[Number(record.il6PeakHour)]).toBe(Math.max(...row.il6));
    });
  });

  it('has for each treatment of the level the hour of its first order and how many there were', () => {
    const found = records(csv(ROWS));
    for (const { id } of QUIET_DOUBLING.treatments) {
      ROWS.forEach(({ log }, index) => {
        const ticks = log.commands.flatMap(({ tick, command }) =>
          command.type === 'order' && command.treatment === id ? [tick] : [],
        );
        expect(found[index]?.[`${id}Orders`]).toBe(String(ticks.length));
        expect(found[index]?.[`${id}FirstHour`]).toBe(ticks[0] === undefined ? '' : String(ticks[0] / 20));
      });
    }
  });

  it('hides names behind numbers', () => {
    const found = records(csv(ROWS, true));
    expect(found.map(({ name }) => name)).toEqual(ROWS.map((_, index) => `Student ${index + 1}`));
    for (const { name } of ROWS) expect(csv(ROWS, true)).not.toContain(`${name},`);
  });

  it('begins with a byte order mark only where a name needs one', () => {
    expect(csv(ROWS).startsWith('rank,name,score,')).toBe(true);
    const row = { ...(ROWS[0] as ClassRow), name: 'Lince Ágil' };
    expect(csv([row]).startsWith('\uFEFFrank,')).toBe(true);
    expect(csv([row], true).startsWith('rank,')).toBe(true);
  });

  it.each(['=1+1', '+1+1', '-2+3', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n@a', '＝1', '\u0000=1', '\tplain'])(
    'makes %j inert',
    (name) => {
      expect(named(name)).toBe(`'${name}`);
    },
  );

  it.each(['-5', '+5', '-0.25', '12', 'Plucky Lynx', 'a=b', "O'Neill", '3-4', ''])(
    'leaves %j as it is',
    (name) => {
      expect(named(name)).toBe(name);
    },
  );

  it('is read again as it was written, whatever a file is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        const cell = named(name.replaceAll('\uFEFF', ''));
        expect([name, `'${name}`]).toContain(cell);
      }),
    );
    for (const name of ['a,b', 'a"b', '"', 'a\r\nb', '",=1']) expect(named(name)).toBe(name);
  });

  it('is a head alone for nobody', () => {
    expect(parse(csv([]))).toHaveLength(1);
  });
});
