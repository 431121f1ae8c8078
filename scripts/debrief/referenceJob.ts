/** Some patients of a reference, for a worker thread. */
import { type ReferencePatient, type ReferenceQuestion, referencePatient } from './reference.ts';

export interface ReferenceInput {
  readonly question: ReferenceQuestion;
  /** Numbers of the draws; `to` is left out. */
  readonly from: number;
  readonly to: number;
}

export function run({ question, from, to }: ReferenceInput): readonly ReferencePatient[] {
  return Array.from({ length: to - from }, (_, index) => referencePatient(question, from + index));
}
