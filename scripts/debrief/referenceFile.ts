/** What brute force found: tests/analysis/debrief/reference.json. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A mean over patients, each weighted by how alike he is, with its standard error. */
export interface ReferenceChance {
  readonly value: number;
  readonly se: number;
}

export interface ReferenceCase {
  readonly level: string;
  /** How many were played. */
  readonly patients: number;
  readonly moments: readonly {
    readonly hour: number;
    readonly played: ReferenceChance;
    /** Of each arm of the case the chance less that as played. */
    readonly better: readonly ReferenceChance[];
  }[];
}

export interface ReferenceFile {
  /** Writes this file anew. */
  readonly command: string;
  /** Version of the model whose patients were played. */
  readonly model: string;
  readonly cases: readonly ReferenceCase[];
}

const FILE = new URL('../../tests/analysis/debrief/reference.json', import.meta.url);

export function existsReference(): boolean {
  return existsSync(FILE);
}

/** Reads what brute force found. */
export function readReference(): ReferenceFile {
  return JSON.parse(readFileSync(FILE, 'utf8')) as ReferenceFile;
}

/** Writes what brute force found. */
export function writeReference(file: ReferenceFile): void {
  writeFileSync(FILE, `${JSON.stringify(file, null, 2)}\n`);
}
