/**
 * Plain data of the rules of play. Everything here survives JSON, except the
 * typed arrays inside EngineState, which only the engine touches.
 */

/** 'student': everything visible, always. 'clinician': labs must be ordered. */
export type Mode = 'student' | 'clinician';

export type TreatmentId =
  | 'antiviral'
  | 'nirmatrelvir'
  | 'antibiotic'
  | 'dexamethasone'
  | 'hydrocortisone'
  | 'tocilizumab'
  | 'siltuximab'
  | 'anakinra'
  | 'baricitinib'
  | 'tnfBlocker'
  | 'fluids'
  | 'norepinephrine'
  | 'renalReplacement';

export type TreatmentGroup = 'infection' | 'dampening' | 'support';

/** Laboratory tests, each the name of a quantity of the model. */
export type LabId =
  | 'IL6'
  | 'TNF'
  | 'G'
  | 'CRP'
  | 'ferritin'
  | 'lactate'
  | 'creatinine'
  | 'troponin'
  | 'PF'
  | 'viralLoad'
  | 'bacterialLoad'
  | 'C'
  | 'A';

/** What a player may do. Plain JSON; the only thing that changes a game. */
export type Command =
  | { readonly type: 'order'; readonly treatment: TreatmentId; readonly regimen: string }
  | { readonly type: 'stop'; readonly treatment: TreatmentId }
  | { readonly type: 'lab'; readonly test: LabId }
  | { readonly type: 'oxygen'; readonly step: number };

/** A command with the tick at whose start it takes effect. */
export interface TimedCommand {
  readonly tick: number;
  readonly command: Command;
}

/** Why a command is refused: a code and the values that the sentence needs. */
export interface CommandError {
  readonly code: CommandErrorCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export type CommandErrorCode =
  | 'ended'
  | 'tooMany'
  | 'notInLevel'
  | 'unknownRegimen'
  | 'alreadyRunning'
  | 'outOfStock'
  | 'tooSoon'
  | 'notRunning'
  | 'cannotBeTakenBack'
  | 'labUnknown'
  | 'labPending'
  | 'labsAreVisible'
  | 'oxygenUnknown'
  | 'oxygenSame';

/** How a treatment is given when ordered in this way. */
export interface Regimen {
  readonly id: string;
  /** Amount of each dose in the treatment's unit; the last entry repeats. mg, g, mL; norepinephrine: ceiling in µg/kg/min. */
  readonly amounts: readonly number[];
  /** Hours between doses; absent for a single dose or a running support. */
  readonly everyHours?: number;
  /** How many doses the order gives before it ends by itself; absent: until stopped. */
  readonly doses?: number;
  /** Each amount is per kg of body weight, limited to this maximum. */
  readonly perKg?: { readonly maximum: number };
}

export interface LevelTreatment {
  readonly id: TreatmentId;
  readonly group: TreatmentGroup;
  readonly regimens: readonly Regimen[];
  /** Doses in stock (vials, bags); absent: unlimited. */
  readonly stock?: number;
  /** Hours that must pass between two orders. */
  readonly minimumHoursBetweenOrders?: number;
}

/** One step of the oxygen ladder. */
export interface OxygenStep {
  readonly id: 'roomAir' | 'nasal' | 'highFlow' | 'ventilator';
  /** Inspired fraction of oxygen, 0.21 to 1. */
  readonly fio2: number;
  readonly ventilated: boolean;
}

export interface LevelLab {
  readonly id: LabId;
  readonly turnaroundHours: number;
  /** Coefficient of variation of the assay (clinician mode). */
  readonly noise: number;
}

export interface Level {
  readonly format: 1;
  readonly id: string;
  readonly trigger: string;
  /** Modes that the level may be played in; the first is the one it is meant for. */
  readonly modes: readonly Mode[];
  readonly patient: {
    readonly weightKg: number;
    /** Values of model parameters that differ from the trigger's. */
    readonly parameters: Readonly<Record<string, number>>;
    /** Values of species at the start of the illness that differ from the trigger's. */
    readonly initial: Readonly<Record<string, number>>;
    /** Illness hours, untreated, before the player takes over at tick 0. */
    readonly hoursBefore: number;
  };
  /** The level ends at this hour at the latest. */
  readonly horizonHours: number;
  readonly treatments: readonly LevelTreatment[];
  readonly oxygen: readonly OxygenStep[];
  readonly labs: readonly LevelLab[];
  readonly objectives: readonly Objective[];
  readonly scoring: Scoring;
  /** Texts by language; English always. */
  readonly text: Readonly<Record<string, LevelText>>;
  readonly sources: readonly { readonly text: string; readonly url?: string }[];
}

export interface LevelText {
  readonly title: string;
  /** One line under the title: trigger and patient. */
  readonly subtitle: string;
  /** Two or three sentences before play. */
  readonly briefing: string;
  /** What the level teaches; shown after play. */
  readonly lesson: string;
}

/** Something to reach or keep; shown during play and on the end screen. */
export interface Objective {
  readonly id: string;
  /** A quantity of the model. */
  readonly quantity: string;
  /** keep...: at every moment; lost at the first at which it does not hold. reach...: at one moment, by `byHour`. */
  readonly rule: 'keepBelow' | 'keepAbove' | 'reachBelow' | 'reachAbove';
  readonly limit: number;
  /** Hour of the level at which what had to be reached and was not is lost; absent: the horizon. */
  readonly byHour?: number;
  /** What the whole treatment is for: share of every part of the score that is left when it is lost, 0 to 1. */
  readonly shareIfLost?: number;
  readonly text: Readonly<Record<string, string>>;
}

/** 'open': still to be reached. Kept ones may yet be lost; reached and lost are for good. */
export type ObjectiveStatus = 'kept' | 'open' | 'reached' | 'lost';

/** Anchors that scale the score of this level between the body alone and the best known policy. */
export interface Scoring {
  readonly bodyAlone: { readonly organArea: number };
  readonly bestKnown: { readonly organArea: number; readonly guardArea: number };
  readonly guideline: { readonly total: number };
}

export type OutcomeKind = 'recovered' | 'organFailure' | 'opportunisticInfection' | 'stillOnWard';

export interface Outcome {
  readonly kind: OutcomeKind;
  readonly tick: number;
}

export interface TreatmentState {
  running: boolean;
  regimen: string;
  orderedTick: number;
  /** Tick of the next dose, or -1. */
  nextDoseTick: number;
  /** Doses given since the last order. */
  dosesInOrder: number;
  /** Doses given since the start of the level. */
  dosesGiven: number;
  /** Of these, doses that had nothing to act on when they were given. */
  dosesWithoutUse: number;
  /** True when the course that runs had something to act on when it was begun. */
  courseHasUse: boolean;
  lastDoseTick: number;
  /** Amount of the last dose in the treatment's unit, 0 before the first. */
  lastAmount: number;
}

export interface LabResult {
  readonly test: LabId;
  readonly orderedTick: number;
  readonly readyTick: number;
  readonly value: number;
}

/** What `step` reports to whoever shows it; never read by the engine again. */
export type EngineEvent =
  | { readonly type: 'command'; readonly tick: number; readonly command: Command }
  | { readonly type: 'dose'; readonly tick: number; readonly treatment: TreatmentId; readonly amount: number }
  | { readonly type: 'courseEnded'; readonly tick: number; readonly treatment: TreatmentId }
  | { readonly type: 'lab'; readonly tick: number; readonly result: LabResult }
  | { readonly type: 'objectiveLost'; readonly tick: number; readonly objective: string }
  | { readonly type: 'objectiveReached'; readonly tick: number; readonly objective: string }
  | { readonly type: 'ended'; readonly tick: number; readonly outcome: Outcome };

/** The score and every number it is made of. */
export interface Score {
  readonly total: number;
  readonly organs: number;
  readonly guard: number;
  readonly stewardship: number;
  readonly maxima: { readonly organs: 50; readonly guard: 30; readonly stewardship: 20 };
  readonly numbers: ScoreNumbers;
}

export interface ScoreNumbers {
  /** Share of the organ points reached, 0 to 1; guard and stewardship are multiplied by it. */
  readonly organShare: number;
  /** Share left by lost objectives that the treatment is for, 0 to 1; every part is multiplied by it. */
  readonly objectiveShare: number;
  /** Days from the start of the level to its horizon, and to its ending. */
  readonly horizonDays: number;
  readonly endDay: number;
  /** SOFA points x days; a death counts 24 for each day that was left. */
  readonly organArea: number;
  readonly organAreaBodyAlone: number;
  readonly organAreaBestKnown: number;
  /** Share of immune competence lost x days. */
  readonly guardArea: number;
  readonly guardAreaBestKnown: number;
  /** Hours with bacteria above 1e6 CFU/mL. */
  readonly secondInfectionHours: number;
  readonly dosesGiven: number;
  readonly dosesWithoutUse: number;
  readonly testsOrdered: number;
  readonly testsTooSoon: number;
  /** Hours of norepinephrine and of oxygen that the patient did not need. */
  readonly supportHoursWithoutUse: number;
  /** What took points from guard and stewardship, in the order of the table in scoreRules.ts. */
  readonly costs: readonly ScoreCost[];
}

export type ScoreCostCode =
  | 'guardLost'
  | 'secondInfection'
  | 'died'
  | 'doseWithoutUse'
  | 'norepinephrineWithoutUse'
  | 'oxygenWithoutUse'
  | 'testTooSoon';

/** One line of the bill. */
export interface ScoreCost {
  readonly part: 'guard' | 'stewardship';
  readonly code: ScoreCostCode;
  /** The treatment whose doses had no use; absent for the other codes. */
  readonly treatment?: TreatmentId;
  /** Days (guardLost), hours (secondInfection, ...WithoutUse of a support), doses or tests; 1 for a death. */
  readonly amount: number;
  /** Points lost, before the part is limited to 0 and rounded. */
  readonly points: number;
}

/** The fingerprint of the state at the start of a tick, before its commands. */
export interface Checkpoint {
  readonly tick: number;
  readonly hash: string;
}

/** The game's file format. */
export interface DecisionLog {
  readonly format: 1;
  readonly model: { readonly version: string; readonly hash: string };
  readonly level: { readonly id: string; readonly hash: string };
  readonly seed: number;
  readonly mode: Mode;
  readonly commands: readonly TimedCommand[];
  readonly checkpoints: readonly Checkpoint[];
  readonly outcome: OutcomeKind;
  readonly endTick: number;
  readonly score: number;
  /** Declared by the host: where the player paused, and the speeds played at. */
  readonly pauses: readonly { readonly tick: number; readonly seconds: number }[];
  readonly speeds: readonly { readonly tick: number; readonly speed: number }[];
}

export interface TreatmentView {
  readonly id: TreatmentId;
  readonly running: boolean;
  readonly regimen: string;
  readonly dosesGiven: number;
  /** Doses left in stock; Infinity when unlimited. */
  readonly stockLeft: number;
  /** Hour (level time) of the next dose, or -1. */
  readonly nextDoseHour: number;
  /** Hour of the last dose, or -1. */
  readonly lastDoseHour: number;
}

export interface LabView {
  readonly test: LabId;
  /** All results so far, oldest first. */
  readonly results: readonly LabResult[];
  /** Hour at which a pending result arrives, or -1. */
  readonly readyHour: number;
}

export interface ObjectiveView {
  readonly id: string;
  readonly status: ObjectiveStatus;
}

/** What the screen draws: one moment of a game, detached from the engine. */
export interface Snapshot {
  readonly tick: number;
  /** Hours since the player took over. */
  readonly hour: number;
  /** Value of every quantity, in the order of QUANTITIES (model). */
  readonly values: Float64Array;
  readonly oxygenStep: number;
  readonly treatments: readonly TreatmentView[];
  readonly labs: readonly LabView[];
  readonly objectives: readonly ObjectiveView[];
  readonly outcome: Outcome | null;
}
