import * as v from 'valibot';
import {
  id,
  labId,
  line,
  listOf,
  mode,
  numberBetween,
  paragraph,
  treatmentId,
  wholeBetween,
} from './fields.ts';
import { LIMITS } from './limits.ts';

const LANGUAGE = /^[a-z]{2}(-[A-Z]{2})?$/;
const AMOUNT = numberBetween(0, 100_000);
const HOURS = numberBetween(0, LIMITS.hours);
/** Hours between two doses or orders: at least one tick. */
const INTERVAL = numberBetween(0.05, LIMITS.hours);

const language = v.pipe(v.string(), v.regex(LANGUAGE));
const parameters = v.record(id, numberBetween(-1e15, 1e15));
/** No species is ever negative: it is an amount, a share or a setting. */
const initial = v.record(id, numberBetween(0, 1e15));

const regimen = v.strictObject({
  id,
  amounts: listOf(AMOUNT, 1),
  everyHours: v.exactOptional(INTERVAL),
  doses: v.exactOptional(wholeBetween(1, 1_000)),
  perKg: v.exactOptional(v.strictObject({ maximum: AMOUNT })),
});

const treatment = v.strictObject({
  id: treatmentId,
  group: v.picklist(['infection', 'dampening', 'support']),
  regimens: listOf(regimen, 1),
  stock: v.exactOptional(wholeBetween(0, 1_000)),
  minimumHoursBetweenOrders: v.exactOptional(INTERVAL),
});

const oxygenStep = v.strictObject({
  id: v.picklist(['roomAir', 'nasal', 'highFlow', 'ventilator']),
  fio2: numberBetween(0.21, 1),
  ventilated: v.boolean(),
});

const lab = v.strictObject({
  id: labId,
  turnaroundHours: numberBetween(0.05, 240),
  noise: numberBetween(0, 0.5),
});

const objective = v.strictObject({
  id,
  quantity: id,
  rule: v.picklist(['keepBelow', 'keepAbove', 'reachBelow', 'reachAbove']),
  limit: numberBetween(-1e9, 1e9),
  byHour: v.exactOptional(HOURS),
  shareIfLost: v.exactOptional(numberBetween(0, 1)),
  text: v.record(language, line),
});

/** SOFA days that scale the score by their ratio, so never 0; days of lost guard. */
const organArea = numberBetween(0.01, 10_000);
const guardArea = numberBetween(0, 10_000);

const scoring = v.strictObject({
  bodyAlone: v.strictObject({ organArea }),
  bestKnown: v.strictObject({ organArea, guardArea }),
  guideline: v.strictObject({ total: wholeBetween(0, 100) }),
});

const levelText = v.strictObject({ title: line, subtitle: line, briefing: paragraph, lesson: paragraph });

/** Where a file's numbers come from. */
export const source = v.strictObject({
  text: line,
  url: v.exactOptional(
    v.pipe(v.string(), v.maxLength(LIMITS.lineCharacters), v.regex(/^https:\/\/[^\s<>"]+$/)),
  ),
});

/** A level file, format 1. */
export const levelSchema = v.strictObject({
  format: v.literal(1),
  id,
  trigger: id,
  modes: listOf(mode, 1),
  patient: v.strictObject({
    weightKg: numberBetween(2, 300),
    parameters,
    initial,
    hoursBefore: HOURS,
  }),
  horizonHours: numberBetween(1, LIMITS.hours),
  treatments: listOf(treatment),
  oxygen: listOf(oxygenStep, 1),
  labs: listOf(lab),
  objectives: listOf(objective),
  scoring,
  text: v.record(language, levelText),
  sources: listOf(source),
});
