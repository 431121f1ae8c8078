/** Plain words about the model, in English: read from scripts/document/prose, checked to be complete. */
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

function entry<T>(all: Readonly<Record<string, T>>, id: string, file: string): T {
  const found = all[id];
  if (found === undefined) throw new Error(`scripts/document/prose/${file}.json says nothing about ${id}`);
  return found;
}

const complete = ({ plain, clinician = '' }: Proses[string]): Prose => ({ plain, clinician });

/** @throws Error when nothing is written about it, as are all below */
export const speciesProse = (id: string): Prose => complete(entry(SPECIES, id, 'species'));
export const ruleProse = (id: string): Prose => complete(entry(RULES, id, 'rules'));
export const triggerProse = (id: string): Prose => complete(entry(TRIGGERS, id, 'triggers'));
export const drugProse = (id: string): DrugProse => entry(DRUGS, id, 'drugs');
