/** Plain words about the model, in English: read from scripts/document/prose; a test asks that none is missing. */
import { readFileSync } from 'node:fs';
import type { DocumentDrug, DocumentGroup, ModelDocument, Prose } from '../../src/model/document.ts';

export interface Group extends DocumentGroup {
  readonly species: readonly string[];
  readonly rules: readonly string[];
}

export type DrugProse = Pick<
  DocumentDrug,
  'name' | 'usual' | 'kinetics' | 'effect' | 'cost' | 'interactions'
>;

type Proses = Readonly<Record<string, { readonly plain: string; readonly clinician?: string }>>;

function read<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`./prose/${name}.json`, import.meta.url), 'utf8')) as T;
}

export const GROUPS = read<readonly Group[]>('groups');
export const ORIGINS = read<ModelDocument['origins']>('origins');
export const NOTATION = read<readonly { readonly tex: string; readonly meaning: string }[]>('notation');
const SPECIES = read<Proses>('species');
const RULES = read<Proses>('rules');
const TRIGGERS = read<Proses>('triggers');
const DRUGS = read<Readonly<Record<string, DrugProse>>>('drugs');

type Describe = (id: string, name: string) => Prose;

/** Words of an id; until some are written, its name, so that a new part of the model can be generated at once. */
const describeFrom =
  (all: Proses): Describe =>
  (id, name) => ({ plain: all[id]?.plain ?? `${name}.`, clinician: all[id]?.clinician ?? '' });

export const speciesProse = describeFrom(SPECIES);
export const ruleProse = describeFrom(RULES);
export const triggerProse = describeFrom(TRIGGERS);

const UNKNOWN_DRUG = { usual: '', kinetics: '', effect: '', cost: '', interactions: '' };

/** Words about a drug; until some are written, its id. */
export const drugProse = (id: string): DrugProse => DRUGS[id] ?? { name: id, ...UNKNOWN_DRUG };

/** Ids of the model about which nothing is written, and ids with words that the model does not have. */
export function wordsAmiss(model: ModelDocument): string[] {
  const compare = (ids: readonly string[], words: Readonly<Record<string, unknown>>): string[] => [
    ...ids.filter((id) => !(id in words)),
    ...Object.keys(words).filter((id) => !ids.includes(id)),
  ];
  const idsOf = (entries: readonly { readonly id: string }[]): string[] => entries.map(({ id }) => id);
  const listed = GROUPS.flatMap(({ species, rules }) => [...species, ...rules]);
  const quantities = idsOf([...model.species, ...model.rules]);
  return [
    ...compare(idsOf(model.species), SPECIES),
    ...compare(idsOf(model.rules), RULES),
    ...compare(idsOf(model.triggers), TRIGGERS),
    ...compare(
      model.drugs.map(({ treatment }) => treatment),
      DRUGS,
    ),
    ...compare(quantities, Object.fromEntries(listed.map((id) => [id, true]))),
  ];
}
