/** Which courses are drawn: one a trigger, and COVID-19 on both sides of its threshold. */
import type { TimedDose } from '../../../src/analysis/recordCourse.ts';
import { SEVERITY } from '../../../src/analysis/threshold.ts';
import type { QuantityId } from '../../../src/model/generated/system.ts';
import { thresholdOf } from '../measured.ts';
import type { Theme } from './theme.ts';

export interface Cause {
  readonly title: string;
  /** None: from 0 to a round number above the highest value. */
  readonly domain?: readonly [number, number];
  readonly log?: boolean;
  readonly lines: readonly (readonly [
    id: QuantityId,
    label: string,
    color: keyof Theme,
    dash?: readonly number[],
  ])[];
}

export interface Case {
  readonly name: string;
  readonly trigger: string;
  readonly title: string;
  readonly subtitle: string;
  readonly hours: number;
  readonly cause: Cause;
  readonly parameters?: () => Readonly<Record<string, number>>;
  readonly doses?: readonly TimedDose[];
}

export const DASHES = { long: [9, 5], dots: [1.5, 5], mixed: [10, 5, 1.5, 5] } as const;

const GERMS: Cause = {
  title: 'Germs, log10 per mL',
  domain: [0, 10],
  lines: [
    ['viralLoad', 'virus', 'pathogen'],
    ['bacterialLoad', 'bacteria', 'pathogen', DASHES.long],
  ],
};
const BACTERIA: Cause = { ...GERMS, lines: [['bacterialLoad', 'bacteria', 'pathogen', DASHES.long]] };
const T_CELLS: Cause = {
  title: 'T cells and their target, relative',
  domain: [0.0001, 10],
  log: true,
  lines: [
    ['C', 'T cells', 'cell'],
    ['A', 'target', 'pathogen', DASHES.long],
  ],
};
export const DAY = 24;

/** Severity of the COVID-19 patient whose body does not come back, as a multiple of the threshold. */
const STORM = 1.15;

/** The courses in reading order. */
export const CASES: readonly Case[] = [
  {
    name: 'covid19',
    trigger: 'covid19',
    title: 'COVID-19, mild',
    subtitle: 'The standard patient, untreated: the body comes back by itself.',
    hours: 28 * DAY,
    cause: GERMS,
  },
  {
    name: 'covid19-storm',
    trigger: 'covid19',
    title: 'COVID-19, storm',
    subtitle: 'The same virus in a patient 15 % above the threshold of severity, untreated.',
    hours: 28 * DAY,
    cause: GERMS,
    parameters: () => ({
      [SEVERITY.id]: STORM * (thresholdOf(SEVERITY)?.lost ?? SEVERITY.lost),
    }),
  },
  {
    name: 'influenza',
    trigger: 'influenza',
    title: 'Influenza',
    subtitle: 'The standard patient, untreated.',
    hours: 21 * DAY,
    cause: GERMS,
  },
  {
    name: 'sepsis',
    trigger: 'sepsis',
    title: 'Bacterial sepsis',
    subtitle: 'The standard patient without an antibiotic.',
    hours: 10 * DAY,
    cause: BACTERIA,
  },
  {
    name: 'endotoxin-sepsis',
    trigger: 'endotoxinSepsis',
    title: 'Gram-negative sepsis with endotoxin release',
    subtitle: 'The standard patient; meropenem 1 g every 8 h from hour 12 on, which bursts the bacteria.',
    hours: 4 * DAY,
    cause: BACTERIA,
    doses: Array.from({ length: 10 }, (_, index) => ({
      hour: 12 + 8 * index,
      treatment: 'antibiotic',
      amount: 1,
    })),
  },
  {
    name: 'pneumonia',
    trigger: 'pneumonia',
    title: 'Bacterial pneumonia',
    subtitle: 'The standard patient without an antibiotic.',
    hours: 21 * DAY,
    cause: BACTERIA,
  },
  {
    name: 'car-t',
    trigger: 'carT',
    title: 'CAR-T cell therapy',
    subtitle: 'The standard patient, untreated. The target is the tumour.',
    hours: 28 * DAY,
    cause: T_CELLS,
  },
  {
    name: 'tgn1412',
    trigger: 'tgn1412',
    title: 'TGN1412, a superagonist of CD28',
    subtitle: 'A healthy volunteer, untreated: a storm without any germ.',
    hours: 4 * DAY,
    cause: T_CELLS,
  },
  {
    name: 'hlh',
    trigger: 'hlh',
    title: 'HLH and macrophage activation',
    subtitle: 'The standard patient, untreated.',
    hours: 28 * DAY,
    cause: T_CELLS,
  },
  {
    name: 'endotoxin-day',
    trigger: 'endotoxin',
    title: 'Endotoxin 2 ng/kg',
    subtitle: 'A healthy volunteer: fever and recovery within a day.',
    hours: DAY,
    cause: { title: 'Endotoxin, ng/kg', lines: [['L', 'endotoxin', 'pathogen']] },
  },
  {
    name: 'injury',
    trigger: 'injury',
    title: 'Sterile injury',
    subtitle: 'As of minor surgery: no germ, untreated.',
    hours: 21 * DAY,
    cause: {
      title: 'Defence cells and damage, relative',
      lines: [
        ['N', 'active cells', 'cell'],
        ['D', 'damage', 'damage', DASHES.long],
      ],
    },
  },
];
