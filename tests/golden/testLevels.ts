/**
 * Levels for the golden logs: every trigger of the model in four virtual patients, under the same rules and with
 * everything that the engine can give. They are no part of the game; doses are usual ones, scoring anchors are round
 * numbers that nobody measured, and the patients are made so that many paths of the model are walked.
 */
import type {
  LabId,
  Level,
  LevelTreatment,
  Regimen,
  TreatmentGroup,
  TreatmentId,
} from '../../src/engine/types.ts';
import { createRandom, nextUnit } from '../../src/math/random.ts';
import { TRIGGER_DEFINITIONS } from '../../src/model/definition/triggers.ts';
import { P, type ParameterId } from '../../src/model/generated/system.ts';
import { triggerSetup } from '../../src/model/triggers.ts';
import { labId, treatmentId } from '../../src/schema/fields.ts';

/** Days are what differs between patients in these, among other things. */
const PATIENTS = [
  { weightKg: 72, timeFactor: 1, horizonHours: 336 },
  { weightKg: 54, timeFactor: 0.5, horizonHours: 240 },
  { weightKg: 96, timeFactor: 1.5, horizonHours: 288 },
  { weightKg: 118, timeFactor: 0, horizonHours: 168 },
] as const;

/** Hours of illness before play; what is not named begins within hours. */
const HOURS_BEFORE: Readonly<Record<string, number>> = { covid19: 96, influenza: 60, carT: 72, hlh: 120 };
const HOURS_BEFORE_ELSE = 4;

/** What differs between patients: severity, defence, clearance, resolution, and how fast drugs leave. */
const VARIED: readonly ParameterId[] = [
  ...([
    'wI',
    'wBl',
    'wF',
    'kpg',
    'kpn',
    'kdn',
    'cinf',
    'k6',
    'kn6',
    'kNT',
    'kGC',
    'kJN',
    'kX',
    'rLu',
  ] as const),
  ...(['kZp', 'Temp0', 'CLd', 'CLt', 'CLr', 'CLm0', 'CLs', 'CLn'] as const),
];
/** The greatest relative change of one of them. */
const SPREAD = 0.12;
/** A patient is no other body temperature, only another number after the comma. */
const TEMPERATURE_SPREAD = 0.01;

const once = (id: string, amount: number): Regimen => ({ id, amounts: [amount] });
const every = (id: string, everyHours: number, amounts: readonly number[], doses?: number): Regimen => ({
  id,
  amounts,
  everyHours,
  ...(doses === undefined ? {} : { doses }),
});

type Ways = readonly [group: TreatmentGroup, regimens: readonly Regimen[], rest?: Partial<LevelTreatment>];

/** Usual doses in the unit of each treatment (mg, g, mL, µg/kg/min), several ways where the rules have several. */
const WAYS: Readonly<Record<string, Ways>> = {
  antiviral: ['infection', [every('course', 24, [200, 100], 5)], { stock: 8 }],
  nirmatrelvir: ['infection', [every('course', 12, [300], 10)]],
  antibiotic: ['infection', [every('course', 8, [1], 21), every('double', 8, [2])], { stock: 42 }],
  dexamethasone: [
    'dampening',
    [every('low', 24, [6], 10), every('high', 24, [20]), every('taper', 24, [6, 4, 3, 2, 1], 5)],
  ],
  hydrocortisone: ['dampening', [every('stress', 6, [50], 28)]],
  tocilizumab: [
    'dampening',
    [{ id: 'single', amounts: [8], perKg: { maximum: 800 } }],
    { stock: 2, minimumHoursBetweenOrders: 12 },
  ],
  siltuximab: ['dampening', [{ id: 'single', amounts: [11], perKg: { maximum: 1500 } }], { stock: 1 }],
  anakinra: ['dampening', [every('daily', 24, [100], 10), every('high', 6, [100])]],
  baricitinib: ['dampening', [every('daily', 24, [4], 14)]],
  tnfBlocker: ['dampening', [{ id: 'single', amounts: [5], perKg: { maximum: 600 } }], { stock: 1 }],
  fluids: ['support', [once('bag', 500), once('small', 250)], { stock: 6, minimumHoursBetweenOrders: 1 }],
  norepinephrine: ['support', [once('titrated', 0.5), once('low', 0.1)]],
  renalReplacement: ['support', [once('continuous', 1)]],
};

/** Treatments that the rules of the game know. */
export const ORDERABLE: readonly TreatmentId[] = treatmentId.options;

function treatmentOf(id: TreatmentId): LevelTreatment {
  const ways = WAYS[id];
  if (ways === undefined) throw new Error(`The test levels name no way to give ${id}: add one to WAYS.`);
  const [group, regimens, rest = {}] = ways;
  return { id, group, regimens, ...rest };
}

const TURNAROUND_HOURS: Partial<Record<LabId, number>> = {
  lactate: 0.25,
  PF: 0.25,
  viralLoad: 6,
  bacterialLoad: 24,
};

/** The rules that all test levels share. */
const RULES = {
  format: 1,
  modes: ['clinician', 'student'],
  treatments: ORDERABLE.map(treatmentOf),
  oxygen: [
    { id: 'roomAir', fio2: 0.21, ventilated: false },
    { id: 'nasal', fio2: 0.36, ventilated: false },
    { id: 'highFlow', fio2: 0.6, ventilated: false },
    { id: 'ventilator', fio2: 0.85, ventilated: true },
  ],
  labs: labId.options.map((id) => ({ id, turnaroundHours: TURNAROUND_HOURS[id] ?? 2, noise: 0.06 })),
  objectives: [
    {
      id: 'storm',
      quantity: 'IL6',
      rule: 'keepBelow',
      limit: 1000,
      text: { en: 'Keep IL-6 below 1000 pg/mL' },
    },
    { id: 'pressure', quantity: 'MAP', rule: 'keepAbove', limit: 60, text: { en: 'Keep MAP above 60 mmHg' } },
    {
      id: 'guard',
      quantity: 'bacterialLoad',
      rule: 'keepBelow',
      limit: 6,
      text: { en: 'Keep bacteria down' },
    },
  ],
  scoring: {
    bodyAlone: { organArea: 200 },
    bestKnown: { organArea: 10, guardArea: 2 },
    guideline: { total: 50 },
  },
  sources: [],
} satisfies Partial<Level>;

/** Goals to reach, which keep a patient on the ward until they are: every second patient has them. */
const GOALS: Level['objectives'] = [
  {
    id: 'quiet',
    quantity: 'CRP',
    rule: 'reachBelow',
    limit: 20,
    byHour: 96,
    shareIfLost: 0.5,
    text: { en: 'Bring CRP below 20 mg/L in four days' },
  },
  {
    id: 'blood',
    quantity: 'platelets',
    rule: 'reachAbove',
    limit: 200,
    text: { en: 'Bring platelets above 200' },
  },
];

/** Patient 1 is the trigger's own; the others differ in every varied parameter and start with less of the cause. */
function patientOf(trigger: string, index: number): Level['patient'] {
  const { weightKg, timeFactor } = PATIENTS[index] ?? PATIENTS[0];
  const hoursBefore = (HOURS_BEFORE[trigger] ?? HOURS_BEFORE_ELSE) * timeFactor;
  if (index === 0) return { weightKg, parameters: {}, initial: {}, hoursBefore };
  const stream = createRandom(index, `golden patient ${trigger}`);
  const own = triggerSetup(trigger).parameters;
  const parameters = VARIED.map((id) => {
    const spread = id === 'Temp0' ? TEMPERATURE_SPREAD : SPREAD;
    return [id, (own[P[id]] as number) * (1 + spread * (2 * nextUnit(stream) - 1))] as const;
  });
  const cause = TRIGGER_DEFINITIONS.find(({ id }) => id === trigger)?.initial ?? {};
  const initial = Object.entries(cause).map(
    ([id, value]) => [id, value * (0.6 + 0.4 * nextUnit(stream))] as const,
  );
  return {
    weightKg,
    parameters: Object.fromEntries(parameters),
    initial: Object.fromEntries(initial),
    hoursBefore,
  };
}

function testLevel(trigger: string, index: number): Level {
  const text = {
    title: `${trigger}, golden patient ${index + 1}`,
    subtitle: `${trigger}, virtual patient`,
    briefing: 'For the golden logs.',
    lesson: 'For the golden logs.',
  };
  return {
    ...RULES,
    id: `golden-${trigger}-${index + 1}`,
    trigger,
    patient: patientOf(trigger, index),
    horizonHours: PATIENTS[index]?.horizonHours ?? 168,
    objectives: index % 2 === 0 ? RULES.objectives : [...RULES.objectives, ...GOALS],
    text: { en: text },
  };
}

/** Four patients of every trigger, in the order of the triggers. */
export const TEST_LEVELS: readonly Level[] = TRIGGER_DEFINITIONS.flatMap(({ id }) =>
  PATIENTS.map((_, index) => testLevel(id, index)),
);
