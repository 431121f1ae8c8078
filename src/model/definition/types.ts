/** The shapes in which the model is written down once. Everything else is derived from them. */
import type { SOURCES } from './sources.ts';

/** A quantity that the integrator carries. */
export interface SpeciesDefinition {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  /** Value in health. */
  readonly initial: number;
  /** TeX symbol. */
  readonly tex: string;
}

/** 'published': read in the source. 'recalled': still to be checked against it. 'model': fitted or chosen here. */
export type ParameterOrigin = 'published' | 'recalled' | 'model';

export interface ParameterDefinition {
  readonly id: string;
  readonly value: number;
  readonly unit: string;
  readonly origin: ParameterOrigin;
  /** Key of SOURCES; 'model' for our own. */
  readonly source: SourceId;
  readonly name: string;
}

/** An algebraic quantity that rates or observables use. May name species, parameters and earlier rules. */
export interface RuleDefinition {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly expression: string;
  /** Units of numbers in the expression, by their text; elsewhere a number has the unit of what it is added to or compared with. */
  readonly literalUnits?: Readonly<Record<string, string>>;
  /** Shown to players and charts as an observable; plain intermediate results are not. */
  readonly observable?: boolean;
}

/** d(species)/dt in the species' unit per hour. */
export interface RateDefinition {
  readonly species: string;
  readonly expression: string;
}

export interface TriggerDefinition {
  readonly id: string;
  readonly name: string;
  readonly parameters: Readonly<Record<string, number>>;
  readonly initial: Readonly<Record<string, number>>;
}

/** One dose: `amount` in `unit` is multiplied by `factor` and added to the species. */
export interface DoseDefinition {
  readonly treatment: string;
  readonly unit: string;
  readonly species: string;
  readonly factor: number;
}

export type SourceId = keyof typeof SOURCES;
