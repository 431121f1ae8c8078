/**
 * What happened in a class as xAPI statements (version 1.0.3), for a learning record store: of each game that it was
 * begun, that it was completed, and that it was passed or failed. The same game gives the same statements with the same
 * ids, so that a store takes each once however often they are sent.
 */
import type { Activity, Actor, Extensions, Statement } from '@xapi/xapi';
import { hoursOf } from '../engine/time.ts';
import type { DecisionLog, Level } from '../engine/types.ts';
import { uuidOf } from './uuid.ts';

/** Names in this space are names, and addresses of nothing: `.invalid` never is one (RFC 2606). */
const SPACE = 'https://stormward.invalid/xapi/';
const ADL_VERBS = 'http://adlnet.gov/expapi/verbs/';
const ADL_ACTIVITIES = 'http://adlnet.gov/expapi/activities/';
/** The name space of all ids below: the UUID of SPACE as RFC 9562 makes it of an address. */
const UUID_SPACE = uuidOf(SPACE, '6ba7b811-9dad-11d1-80b4-00c04fd430c8');

/** A verified game with the seat that played it. */
export interface StatedGame {
  /** The only thing that is said of who played. */
  readonly seat: string;
  readonly log: DecisionLog;
  readonly late: boolean;
  /** When the server received it, ISO 8601; a log itself knows no clock. Left out, the store's own time counts. */
  readonly receivedAt?: string;
}

export interface StatedClass {
  /** Address of the page or server that the seats are of; null for a page that was opened as a file. */
  readonly homePage: string | null;
  /** Code of the room; null for a class from files. */
  readonly room: string | null;
}

/** Three statements a game, in the order of games. */
export function classStatements(
  level: Level,
  games: readonly StatedGame[],
  context: StatedClass,
): readonly Statement[] {
  const { homePage, room } = context;
  return games.flatMap((game) => statementsOf(level, game, homePage ?? SPACE, room));
}

function statementsOf(level: Level, game: StatedGame, homePage: string, room: string | null): Statement[] {
  const { log, seat, receivedAt } = game;
  const attempt = `${homePage} ${room ?? ''} ${seat} ${JSON.stringify(log)}`;
  const actor: Actor = { objectType: 'Agent', account: { homePage, name: seat } };
  const context: Statement['context'] = {
    registration: uuidOf(attempt, UUID_SPACE),
    platform: 'Stormward',
    language: 'en',
    revision: `${log.model.version} ${log.model.hash}`,
    ...(room === null ? {} : { contextActivities: { parent: [roomActivity(homePage, room)] } }),
  };
  const said = (verb: string, result?: Statement['result']): Statement => ({
    id: uuidOf(`${attempt} ${verb}`, UUID_SPACE),
    actor,
    verb: { id: `${ADL_VERBS}${verb}`, display: { en: verb } },
    object: levelActivity(level),
    ...(result === undefined ? {} : { result }),
    context,
    ...(receivedAt === undefined ? {} : { timestamp: receivedAt }),
  });
  const isPassed = log.outcome === 'recovered';
  const score = { scaled: log.score / 100, raw: log.score, min: 0, max: 100 };
  const extensions = extensionsOf(game);
  return [
    said('initialized'),
    said('completed', { completion: true, score, extensions }),
    said(isPassed ? 'passed' : 'failed', { success: isPassed, score, extensions }),
  ];
}

/** What else is known of a game. Hours are hours of the patient, not of the player. */
function extensionsOf({ log, late }: StatedGame): Extensions {
  const facts = {
    outcome: log.outcome,
    endHour: hoursOf(log.endTick),
    orders: log.commands.filter(({ command }) => command.type === 'order').length,
    pauses: log.pauses.length,
    pausedSeconds: log.pauses.reduce((sum, { seconds }) => sum + seconds, 0),
    late,
    mode: log.mode,
    seed: log.seed,
  };
  return Object.fromEntries(Object.entries(facts).map(([name, value]) => [`${SPACE}result/${name}`, value]));
}

function levelActivity({ id, text }: Level): Activity & { readonly objectType: 'Activity' } {
  const words = text.en;
  return {
    objectType: 'Activity',
    id: `${SPACE}level/${id}`,
    definition: {
      type: `${ADL_ACTIVITIES}simulation`,
      name: { en: words?.title ?? id },
      ...(words === undefined ? {} : { description: { en: words.subtitle } }),
    },
  };
}

function roomActivity(homePage: string, room: string): Activity & { readonly objectType: 'Activity' } {
  return {
    objectType: 'Activity',
    id: `${homePage}#class/room/${room}`,
    definition: { type: `${ADL_ACTIVITIES}meeting`, name: { en: room } },
  };
}
