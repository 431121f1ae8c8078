/**
 * The rules of xAPI 1.0.3, part two (data), that a statement of ours has to keep: section numbers are of that text.
 * Written from the specification and apart from the code that makes statements.
 */

type Plain = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** An absolute IRI (RFC 3987): a scheme, and no blanks or signs that none may hold. */
const IRI = /^[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Every rule that a statement breaks, in words. */
export function brokenRules(statement: unknown): string[] {
  if (!isObject(statement)) return ['a statement is an object'];
  return [
    ...nothingEmpty(statement, ''),
    ...onlyKeys(
      statement,
      '2.4',
      'id actor verb object result context timestamp stored authority version attachments',
    ),
    ...unless(typeof statement.id === 'string' && UUID.test(statement.id), '2.4.1 id is a UUID'),
    ...actorRules(statement.actor),
    ...verbRules(statement.verb),
    ...activityRules(statement.object, 'object'),
    ...resultRules(statement.result),
    ...contextRules(statement.context),
    ...unless(
      statement.timestamp === undefined ||
        (typeof statement.timestamp === 'string' && TIME.test(statement.timestamp)),
      '2.4.7 timestamp is ISO 8601',
    ),
  ];
}

const unless = (holds: boolean, rule: string): string[] => (holds ? [] : [rule]);

function onlyKeys(value: Plain, section: string, keys: string): string[] {
  const known = keys.split(' ');
  return Object.keys(value).flatMap((key) =>
    unless(known.includes(key), `${section} has no property ${key}`),
  );
}

/** 2.2: no value is null, except in extensions; and none is lost on the way through JSON. */
function nothingEmpty(value: unknown, path: string): string[] {
  if (value === null || value === undefined) return [`2.2 ${path} is empty`];
  if (typeof value === 'number') return unless(Number.isFinite(value), `2.2 ${path} is no number`);
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => nothingEmpty(inner, `${path}.${key}`));
}

function actorRules(actor: unknown): string[] {
  if (!isObject(actor)) return ['2.4.2 there is an actor'];
  const { account } = actor;
  const identifiers = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((key) => key in actor);
  return [
    ...onlyKeys(actor, '2.4.2.1', 'objectType name mbox mbox_sha1sum openid account'),
    ...unless(actor.objectType === undefined || actor.objectType === 'Agent', '2.4.2.1 objectType is Agent'),
    ...unless(identifiers.length === 1, '2.4.2.1 there is exactly one inverse functional identifier'),
    ...(isObject(account)
      ? [
          ...onlyKeys(account, '2.4.2.4', 'homePage name'),
          ...unless(isIri(account.homePage), '2.4.2.4 homePage is an IRL'),
          ...unless(typeof account.name === 'string' && account.name !== '', '2.4.2.4 name is a string'),
        ]
      : ['2.4.2.4 there is an account']),
  ];
}

function verbRules(verb: unknown): string[] {
  if (!isObject(verb)) return ['2.4.3 there is a verb'];
  return [
    ...onlyKeys(verb, '2.4.3', 'id display'),
    ...unless(isIri(verb.id), '2.4.3 id is an IRI'),
    ...languageMap(verb.display, '2.4.3 display'),
  ];
}

function activityRules(activity: unknown, where: string): string[] {
  if (!isObject(activity)) return [`2.4.4 there is an activity: ${where}`];
  const { definition } = activity;
  return [
    ...onlyKeys(activity, `2.4.4.1 ${where}`, 'objectType id definition'),
    ...unless(activity.objectType === 'Activity', `2.4.4.1 ${where} is an Activity`),
    ...unless(isIri(activity.id), `2.4.4.1 ${where}.id is an IRI`),
    ...(isObject(definition)
      ? [
          ...onlyKeys(definition, `2.4.4.1 ${where}`, 'name description type moreInfo extensions'),
          ...unless(
            definition.type === undefined || isIri(definition.type),
            `2.4.4.1 ${where} type is an IRI`,
          ),
          ...languageMap(definition.name, `2.4.4.1 ${where} name`),
          ...(definition.description === undefined
            ? []
            : languageMap(definition.description, `2.4.4.1 ${where} description`)),
        ]
      : []),
  ];
}

function resultRules(result: unknown): string[] {
  if (result === undefined) return [];
  if (!isObject(result)) return ['2.4.5 result is an object'];
  return [
    ...onlyKeys(result, '2.4.5', 'score success completion response duration extensions'),
    ...unless(
      ['boolean', 'undefined'].includes(typeof result.success) &&
        ['boolean', 'undefined'].includes(typeof result.completion),
      '2.4.5 success and completion are booleans',
    ),
    ...(result.score === undefined ? [] : scoreRules(result.score)),
    ...extensionRules(result.extensions),
  ];
}

function scoreRules(score: unknown): string[] {
  if (!isObject(score)) return ['2.4.5.1 score is an object'];
  const { scaled, raw, min, max } = score as Record<string, number>;
  const between = (value: number | undefined, low = -Infinity, high = Infinity): boolean =>
    value === undefined || (typeof value === 'number' && value >= low && value <= high);
  return [
    ...onlyKeys(score, '2.4.5.1', 'scaled raw min max'),
    ...unless(between(scaled, -1, 1), '2.4.5.1 scaled is from -1 to 1'),
    ...unless(between(raw, min, max), '2.4.5.1 raw is from min to max'),
    ...unless(min === undefined || max === undefined || min < max, '2.4.5.1 min is less than max'),
  ];
}

function contextRules(context: unknown): string[] {
  if (context === undefined) return [];
  if (!isObject(context)) return ['2.4.6 context is an object'];
  const { registration, platform, revision, language, contextActivities = {} } = context;
  if (!isObject(contextActivities)) return ['2.4.6.2 contextActivities is an object'];
  return [
    ...onlyKeys(
      context,
      '2.4.6',
      'registration instructor team contextActivities revision platform language statement extensions',
    ),
    ...unless(
      registration === undefined || (typeof registration === 'string' && UUID.test(registration)),
      '2.4.6.1 registration is a UUID',
    ),
    ...unless(
      [platform, revision].every((text) => text === undefined || typeof text === 'string'),
      '2.4.6 strings',
    ),
    ...unless(language === undefined || (typeof language === 'string' && LANGUAGE.test(language)), '2.4.6.3'),
    ...onlyKeys(contextActivities, '2.4.6.2', 'parent grouping category other'),
    ...Object.values(contextActivities).flatMap((list) =>
      Array.isArray(list) ? list.flatMap((one) => activityRules(one, 'parent')) : ['2.4.6.2 a list'],
    ),
    ...extensionRules(context.extensions),
  ];
}

/** 4.1 */
function extensionRules(extensions: unknown): string[] {
  if (extensions === undefined) return [];
  if (!isObject(extensions)) return ['4.1 extensions is an object'];
  return Object.keys(extensions).flatMap((key) => unless(isIri(key), `4.1 ${key} is an IRI`));
}

/** 4.2 */
function languageMap(map: unknown, where: string): string[] {
  if (!isObject(map)) return [`4.2 ${where} is a language map`];
  return Object.entries(map).flatMap(([language, text]) =>
    unless(LANGUAGE.test(language) && typeof text === 'string' && text !== '', `4.2 ${where} ${language}`),
  );
}

function isIri(value: unknown): boolean {
  return typeof value === 'string' && IRI.test(value);
}
