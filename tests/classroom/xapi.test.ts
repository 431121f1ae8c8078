import type { Agent, Statement } from '@xapi/xapi';
import { describe, expect, it } from 'vitest';
import { classStatements, type StatedGame } from '../../src/classroom/xapi.ts';
import { makeNamedClass } from '../support/classLogs.ts';
import { QUIET_DOUBLING } from '../support/levels.ts';
import { brokenRules } from './xapiRules.ts';

const GAMES: readonly StatedGame[] = makeNamedClass(QUIET_DOUBLING, 6, 7).map(({ id, log }, index) => ({
  seat: id,
  log,
  late: index === 2,
  receivedAt: '2026-03-04T10:11:12.345Z',
}));
const ROOM = { homePage: 'http://192.168.1.20:8080/', room: 'KQ7ZDW' };

const stated = (games = GAMES, context: Parameters<typeof classStatements>[2] = ROOM) =>
  classStatements(QUIET_DOUBLING, games, context);
/** As it goes over the wire. */
const sent = (statements: readonly Statement[]): Statement[] => JSON.parse(JSON.stringify(statements));
const verbOf = ({ verb }: Statement): string => verb.id.split('/').at(-1) ?? '';

describe('statements', () => {
  it('keep the rules of xAPI 1.0.3', () => {
    const files = GAMES.map(({ seat, log, late }) => ({ seat, log, late }));
    const all = [...stated(), ...stated(files, { homePage: 'https://school.example/play/', room: null })];
    expect(all).toHaveLength(36);
    for (const statement of sent(all)) expect(brokenRules(statement)).toEqual([]);
  });

  it('are three a game: begun, completed, and passed by whoever recovered', () => {
    const statements = stated();
    GAMES.forEach(({ log, seat }, index) => {
      const own = statements.slice(3 * index, 3 * index + 3);
      const last = log.outcome === 'recovered' ? 'passed' : 'failed';
      expect(own.map(verbOf)).toEqual(['initialized', 'completed', last]);
      expect(own[2]?.result).toMatchObject({
        success: log.outcome === 'recovered',
        score: { scaled: log.score / 100, raw: log.score, min: 0, max: 100 },
      });
      expect(own.map(({ actor }) => (actor as Agent).account?.name)).toEqual([seat, seat, seat]);
      expect(new Set(own.map(({ context }) => context?.registration)).size).toBe(1);
    });
    expect(new Set(statements.map(verbOf))).toContain('failed');
    expect(new Set(statements.map(verbOf))).toContain('passed');
  });

  it('say what was found of a game under names that are IRIs', () => {
    const [, , , , , , , completed] = stated();
    const { log } = GAMES[2] as StatedGame;
    const found = Object.entries(completed?.result?.extensions ?? {});
    expect(Object.fromEntries(found.map(([name, value]) => [name.split('/').at(-1), value]))).toEqual({
      outcome: log.outcome,
      endHour: log.endTick / 20,
      orders: log.commands.filter(({ command }) => command.type === 'order').length,
      pauses: log.pauses.length,
      pausedSeconds: log.pauses.reduce((sum, { seconds }) => sum + seconds, 0),
      late: true,
      mode: 'student',
      seed: 7,
    });
  });

  it('have the same ids when they are said again, and no two share one', () => {
    const ids = stated().map(({ id }) => id);
    expect(stated().map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(18);
    const other = stated(GAMES, { ...ROOM, room: 'KQ7ZDX' }).map(({ id }) => id);
    expect(other.filter((id) => ids.includes(id))).toEqual([]);
    const [game] = GAMES as [StatedGame];
    const elsewhere = stated([{ ...game, seat: 'seat9999' }]).map(({ id }) => id);
    expect(elsewhere.filter((id) => ids.includes(id))).toEqual([]);
  });

  it('say nothing of a person but the number of a seat', () => {
    for (const { actor } of stated()) expect(Object.keys(actor).sort()).toEqual(['account', 'objectType']);
    expect(JSON.stringify(stated())).not.toContain('Player');
  });

  it('name the time at which the server received a game, and none where nobody knows it', () => {
    expect(stated()[1]?.timestamp).toBe('2026-03-04T10:11:12.345Z');
    const [{ seat, log, late }] = GAMES as [StatedGame];
    expect(stated([{ seat, log, late }])[1]).not.toHaveProperty('timestamp');
  });
});

describe('the rules', () => {
  const [, good] = sent(stated());
  const broken = (change: object): string[] => brokenRules({ ...good, ...change });

  it('find what is wrong', () => {
    expect(broken({})).toEqual([]);
    expect(broken({ id: 'x' })).toEqual(['2.4.1 id is a UUID']);
    expect(broken({ score: 1 })).toEqual(['2.4 has no property score']);
    expect(broken({ actor: { name: 'Ann', mbox: 'mailto:a@b.example' } })).toContain(
      '2.4.2.4 there is an account',
    );
    expect(broken({ verb: { id: 'completed', display: { en: 'completed' } } })).toEqual([
      '2.4.3 id is an IRI',
    ]);
    expect(broken({ result: { score: { scaled: 98 } } })).toEqual(['2.4.5.1 scaled is from -1 to 1']);
    expect(broken({ result: { extensions: { late: true } } })).toEqual(['4.1 late is an IRI']);
    expect(broken({ result: { extensions: { 'a:b': null } } })).toEqual([
      '2.2 .result.extensions.a:b is empty',
    ]);
    expect(broken({ timestamp: 'today' })).toEqual(['2.4.7 timestamp is ISO 8601']);
  });
});
