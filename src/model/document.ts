/** The shape of the model's document: what a page or docs/model.md shows of the definition. Plain data, made at build time. */

/** A formula in two notations. The MathML is presentation MathML Core without inline style. */
export interface Formula {
  readonly tex: string;
  readonly mathml: string;
}

export interface Prose {
  /** One or two sentences for a reader of 16. */
  readonly plain: string;
  /** One sentence for a clinician; empty where the plain one says it all. */
  readonly clinician: string;
}

/** One process of the body, of treatment or of the bedside. */
export interface DocumentGroup extends Prose {
  readonly id: string;
  readonly title: string;
}

/** What an equation names, as ids. */
export interface EquationUses {
  readonly species: readonly string[];
  readonly rules: readonly string[];
  readonly parameters: readonly string[];
}

interface DocumentQuantity extends Prose {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  /** '1' for a number without unit. */
  readonly unit: string;
  readonly symbol: Formula;
  readonly equation: Formula;
  readonly uses: EquationUses;
  /** Ids of the species and rules whose equations name this one. */
  readonly usedBy: readonly string[];
}

export interface DocumentSpecies extends DocumentQuantity {
  /** Value in health. */
  readonly value: number;
  readonly changes: 'rate' | 'command';
}

export interface DocumentRule extends DocumentQuantity {
  /** Shown to players as an observable. */
  readonly observable: boolean;
}

export interface DocumentParameter {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** 'recalled': still to be checked against its source. */
  readonly origin: 'published' | 'recalled' | 'model';
  /** Id of an entry of `sources`. */
  readonly source: string;
  readonly symbol: Formula;
  readonly usedBy: readonly string[];
}

export interface DocumentChange {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** Value without the trigger. */
  readonly usual: number;
}

export interface DocumentTrigger extends Prose {
  readonly id: string;
  readonly name: string;
  readonly parameters: readonly DocumentChange[];
  readonly initial: readonly DocumentChange[];
}

/** One treatment that is given as doses: `amount` in `unit` times `factor` is added to the species. */
export interface DocumentDrug {
  readonly treatment: string;
  readonly name: string;
  readonly unit: string;
  readonly species: string;
  readonly factor: number;
  readonly usual: string;
  readonly kinetics: string;
  readonly effect: string;
  readonly cost: string;
  readonly interactions: string;
  /** Ids of entries of `sources` that the kinetics' parameters name. */
  readonly sources: readonly string[];
}

export interface DocumentNotation {
  readonly formula: Formula;
  readonly meaning: string;
}

export interface ModelDocument {
  readonly language: 'en';
  readonly version: string;
  readonly hash: string;
  readonly groups: readonly DocumentGroup[];
  readonly species: readonly DocumentSpecies[];
  readonly rules: readonly DocumentRule[];
  readonly parameters: readonly DocumentParameter[];
  readonly triggers: readonly DocumentTrigger[];
  readonly drugs: readonly DocumentDrug[];
  readonly notation: readonly DocumentNotation[];
  readonly origins: readonly { readonly id: string; readonly label: string; readonly meaning: string }[];
  readonly sources: readonly { readonly id: string; readonly text: string }[];
}
