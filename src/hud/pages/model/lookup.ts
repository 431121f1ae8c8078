/** What has a place on the page about the model, and in which process it stands. */
import { MODEL_DOCUMENT } from '../../../app/modelFacts.ts';
import type { DocumentParameter, DocumentRule, DocumentSpecies } from '../../../model/document.ts';
import { t, tAny } from './words.ts';

export type Quantity = DocumentSpecies | DocumentRule;

export const SECTIONS = [
  'about',
  'map',
  'evidence',
  'equations',
  'triggers',
  'drugs',
  'mortality',
  'calibration',
  'limits',
  'parameters',
  'downloads',
] as const;
export type SectionId = (typeof SECTIONS)[number];

export type Kind = 'section' | 'group' | 'species' | 'rule' | 'parameter' | 'trigger' | 'drug';

export interface Place {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** The process that must be open for it to be seen, or ''. */
  readonly group: string;
}

const { groups, species, rules, parameters, triggers, drugs, sources, origins } = MODEL_DOCUMENT;

const PARAMETERS = new Map(parameters.map((parameter) => [parameter.id, parameter]));
const QUANTITIES = new Map([...species, ...rules].map((quantity) => [quantity.id, quantity]));
const SOURCES = new Map(sources.map(({ id, text }) => [id, text]));
const ORIGINS = new Map(origins.map(({ id, label }) => [id, label]));

export const quantityOf = (id: string): Quantity | undefined => QUANTITIES.get(id);
export const parameterOf = (id: string): DocumentParameter | undefined => PARAMETERS.get(id);
export const sourceText = (id: string): string => SOURCES.get(id) ?? id;
export const originLabel = (id: string): string => ORIGINS.get(id) ?? id;

/** Illnesses and drugs may share an id with a process, a quantity or each other, so that theirs are marked. */
export const triggerPlace = (id: string): string => `illness-${id}`;
export const drugPlace = (id: string): string => `drug-${id}`;
const SECTION_MARK = 'part-';
export const sectionPlace = (id: SectionId): string => `${SECTION_MARK}${id}`;
export const groupPlace = (id: string): string => `process-${id}`;

/** Every place, in the order in which a search names them. */
export const PLACES: readonly Place[] = [
  ...SECTIONS.map((id) => place(sectionPlace(id), 'section', t(`model.section.${id}`))),
  ...groups.map(({ id, title }) => place(groupPlace(id), 'group', title, id)),
  ...drugs.map(({ treatment, name }) => place(drugPlace(treatment), 'drug', name)),
  ...triggers.map(({ id, name }) => place(triggerPlace(id), 'trigger', name)),
  ...species.map(({ id, name, group }) => place(id, 'species', name, group)),
  ...rules.map(({ id, name, group }) => place(id, 'rule', name, group)),
  ...parameters.map(({ id, name }) => place(id, 'parameter', name)),
];

const BY_ID = new Map(PLACES.map((entry) => [entry.id, entry]));

function place(id: string, kind: Kind, name: string, group = ''): Place {
  return { id, kind, name, group };
}

export const placeOf = (id: string): Place | undefined => BY_ID.get(id);

/** Id of a place's element in the page. */
export const elementId = (place: string): string => `model-${place}`;

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, '');

/** Places whose name or id holds the text, those that begin with it first. Accents, case and dashes do not count. */
export function findPlaces(text: string): readonly Place[] {
  const wanted = plain(text);
  if (wanted === '') return [];
  const rank = ({ id, name }: Place): number => {
    const [own, words] = [plain(id), plain(name)];
    if (own === wanted || words === wanted) return 0;
    if (own.startsWith(wanted) || words.startsWith(wanted)) return 1;
    return own.includes(wanted) || words.includes(wanted) ? 2 : 3;
  };
  return PLACES.map((entry) => ({ entry, rank: rank(entry) }))
    .filter((found) => found.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map(({ entry }) => entry);
}

/** Processes that a process acts on: those whose equations name one of its quantities. */
export function actsOn(group: string): readonly string[] {
  const users = [...QUANTITIES.values()]
    .filter((quantity) => quantity.group === group)
    .flatMap(({ usedBy }) => usedBy.map((id) => QUANTITIES.get(id)?.group));
  return groups.map(({ id }) => id).filter((id) => id !== group && users.includes(id));
}

/** Whether a parameter holds the text somewhere in what is shown of it. */
export function parameterHolds(parameter: DocumentParameter, text: string): boolean {
  const { id, name, unit, source, origin } = parameter;
  return plain([id, name, unit, sourceText(source), originLabel(origin)].join(' ')).includes(plain(text));
}

/** What a kind of place is called. */
export const kindText = (kind: Kind): string => tAny(`model.kind.${kind}`);
