/** A virtual trial as data: what a trial file says once it has been parsed and its names have been checked. */

/** Name of what is read, and where it must lie: at least `atLeast`, below `below`. */
export interface Range {
  /** A quantity of the model, or `day`: days since the first symptom. */
  readonly quantity: string;
  readonly atLeast?: number;
  readonly below?: number;
}

/** A range, or `anyOf` several: exactly one of `quantity` and `anyOf` is there. */
export interface Condition extends Partial<Range> {
  readonly anyOf?: readonly Range[];
}

/** When a course of doses begins. A time before entry means at entry, for an arm. */
export interface Start {
  /** `illness`: from the trigger; `symptoms`: from the first symptom; `pulse`: from the trial's pulse. */
  readonly from: 'entry' | 'symptoms' | 'illness' | 'pulse';
  /** Hours after that, negative for before; a pair is a range from which each patient's hour is drawn. */
  readonly hours: number | readonly [number, number];
}

export interface DosingRule {
  /** A treatment of the model that is given as doses. */
  readonly treatment: string;
  /** In the treatment's unit; for each kg of body weight if perKg is given. */
  readonly amount: number;
  readonly perKg?: { readonly maximum: number };
  readonly everyHours?: number;
  /** Number of doses, 1 unless said. */
  readonly count?: number;
  readonly start: Start;
  /** The course waits until all of these hold at once. */
  readonly when?: readonly Condition[];
  /** The course ends at the first hour at which all of these hold at once. */
  readonly stop?: readonly Condition[];
}

/** Treatment that patients of all arms get with a probability, drawn once for each patient. */
export interface Background {
  readonly probability: number;
  readonly doses: readonly DosingRule[];
}

/** A support that is set from hour to hour: a value while all conditions hold, the healthy one otherwise. */
export interface UsualCare {
  readonly support: 'norepinephrine' | 'oxygen' | 'ventilator' | 'renalReplacement';
  /** µg/kg/min, inspired fraction, 1, 1 */
  readonly value: number;
  readonly when: readonly Condition[];
}

export interface Stratum {
  readonly id: string;
  /** Days after the first symptom between which patients of this stratum enter. */
  readonly day: readonly [number, number];
  readonly when: readonly Condition[];
  /** Share of the published trial's patients, by which strata are weighed together; 1 unless said. */
  readonly share?: number;
  /** How often patients are screened for this stratum, against the others, when timing is `drawn`; 1 unless said. */
  readonly chance?: number;
}

export interface Entry {
  /**
   * `drawn`: each patient is screened once, for a stratum drawn by its chance, on a day drawn from its window.
   * `first`: each patient enters at the first hour at which a stratum takes him, the first of the list if several do.
   */
  readonly timing: 'drawn' | 'first';
  readonly strata: readonly Stratum[];
}

export interface Arm {
  readonly id: string;
  readonly doses: readonly DosingRule[];
}

interface EndpointHead {
  readonly id: string;
  /** Only patients of these strata count; all unless said. */
  readonly strata?: readonly string[];
}
type RiskMeasure = 'riskRatio' | 'riskDifference' | 'oddsRatio' | 'hazardRatio' | 'fraction';

/** Death within 28 days by the mortality map. */
export interface DeathEndpoint extends EndpointHead {
  readonly type: 'death';
  readonly measure: RiskMeasure;
}

/** Something that happens or does not. */
export interface EventEndpoint extends EndpointHead {
  readonly type: 'event';
  readonly when: readonly Condition[];
  /** For so many hours on end; any single hour unless said. */
  readonly forHours?: number;
  /** Counts only once all of these have held at once. */
  readonly after?: readonly Condition[];
  /** Never counts for whoever is found so at an hour after entry: another treatment would have had to be given. */
  readonly failed?: { readonly hours: number; readonly when: readonly Condition[] };
  readonly withinDays?: number;
  /** Death counts as the event too. */
  readonly orDeath?: boolean;
  readonly measure: RiskMeasure;
}

/** How soon something happens. */
export interface TimeEndpoint extends EndpointHead {
  readonly type: 'time';
  readonly when: readonly Condition[];
  readonly forHours?: number;
  /** Who dies by the mortality map never gets there. */
  readonly alive?: boolean;
  /** Of the rates at which they get there, or of the mean days. */
  readonly measure: 'rateRatio' | 'timeRatio';
}

/** A number that is read from the course. */
export interface ValueEndpoint extends EndpointHead {
  readonly type: 'value';
  readonly quantity: string;
  /** `first` is at entry, `last` at the end. */
  readonly reading: 'first' | 'peak' | 'lowest' | 'mean' | 'last';
  readonly withinDays?: number;
  readonly average?: 'arithmetic' | 'geometric';
  readonly measure: 'ratio' | 'difference' | 'level';
}

export type Endpoint = DeathEndpoint | EventEndpoint | TimeEndpoint | ValueEndpoint;
export type Measure = Endpoint['measure'];

/** What was published of one comparison. */
export interface Published {
  readonly endpoint: string;
  readonly arm: string;
  /** A stratum, or `all`. */
  readonly stratum: string;
  readonly estimate: number;
  readonly low?: number;
  readonly high?: number;
  /** Whether the number was read in its source or is from memory. */
  readonly confidence: 'read' | 'computed' | 'recalled';
  readonly note?: string;
}

export interface Trial {
  readonly format: 1;
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly trigger: string;
  /** Medians that differ from those of the trigger. */
  readonly population?: {
    readonly parameters?: Readonly<Record<string, number>>;
    readonly initial?: Readonly<Record<string, number>>;
  };
  readonly entry: Entry;
  /** Must hold at entry in every stratum. */
  readonly eligibility: readonly Condition[];
  /** A dose for everyone, as endotoxin for volunteers, so many hours after entry. */
  readonly pulse?: { readonly treatment: string; readonly amount: number; readonly hours: number };
  readonly background: readonly Background[];
  readonly usualCare?: readonly UsualCare[];
  readonly arms: readonly Arm[];
  /** The arm with which the others are compared; none when there is one arm. */
  readonly control?: string;
  /** The first is the primary one. */
  readonly endpoints: readonly Endpoint[];
  /** Days after entry. */
  readonly horizonDays: number;
  readonly published: readonly Published[];
  readonly sources: readonly { readonly text: string; readonly url?: string }[];
}
