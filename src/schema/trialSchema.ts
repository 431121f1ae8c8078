import * as v from 'valibot';
import { id, line, listOf, numberBetween, paragraph, wholeBetween } from './fields.ts';
import { source } from './levelSchema.ts';

/** Days after the first symptom; entry and horizon stay within those of a level. */
const DAY = numberBetween(0, 60);
const HORIZON_DAYS = numberBetween(0.25, 60);
const HOURS = wholeBetween(-1_440, 1_440);
const AMOUNT = numberBetween(0, 100_000);
const BOUND = numberBetween(-1e15, 1e15);
/** Hours between two doses, or on end; the course is looked at every hour. */
const WHOLE_HOURS = wholeBetween(1, 1_440);

const bounds = { atLeast: v.exactOptional(BOUND), below: v.exactOptional(BOUND) };
const range = v.strictObject({ quantity: id, ...bounds });
const condition = v.strictObject({
  quantity: v.exactOptional(id),
  ...bounds,
  anyOf: v.exactOptional(listOf(range, 1)),
});
const conditions = listOf(condition);

const dosing = v.strictObject({
  treatment: id,
  amount: AMOUNT,
  perKg: v.exactOptional(v.strictObject({ maximum: AMOUNT })),
  everyHours: v.exactOptional(WHOLE_HOURS),
  count: v.exactOptional(wholeBetween(1, 1_440)),
  start: v.strictObject({
    from: v.picklist(['entry', 'symptoms', 'illness', 'pulse']),
    hours: v.union([HOURS, v.tuple([HOURS, HOURS])]),
  }),
  when: v.exactOptional(conditions),
  stop: v.exactOptional(conditions),
});

const stratum = v.strictObject({
  id,
  day: v.tuple([DAY, DAY]),
  when: conditions,
  share: v.exactOptional(numberBetween(0.001, 1_000)),
  chance: v.exactOptional(numberBetween(0.001, 1_000)),
});

const RISK_MEASURES = ['riskRatio', 'riskDifference', 'oddsRatio', 'hazardRatio', 'fraction'] as const;
const head = { id, strata: v.exactOptional(listOf(id, 1)) };

const endpoint = v.variant('type', [
  v.strictObject({ ...head, type: v.literal('death'), measure: v.picklist(RISK_MEASURES) }),
  v.strictObject({
    ...head,
    type: v.literal('event'),
    when: listOf(condition, 1),
    forHours: v.exactOptional(WHOLE_HOURS),
    after: v.exactOptional(conditions),
    failed: v.exactOptional(v.strictObject({ hours: WHOLE_HOURS, when: listOf(condition, 1) })),
    withinDays: v.exactOptional(HORIZON_DAYS),
    orDeath: v.exactOptional(v.boolean()),
    measure: v.picklist(RISK_MEASURES),
  }),
  v.strictObject({
    ...head,
    type: v.literal('time'),
    when: listOf(condition, 1),
    forHours: v.exactOptional(WHOLE_HOURS),
    alive: v.exactOptional(v.boolean()),
    measure: v.picklist(['rateRatio', 'timeRatio']),
  }),
  v.strictObject({
    ...head,
    type: v.literal('value'),
    quantity: id,
    reading: v.picklist(['first', 'peak', 'lowest', 'mean', 'last']),
    withinDays: v.exactOptional(HORIZON_DAYS),
    average: v.exactOptional(v.picklist(['arithmetic', 'geometric'])),
    measure: v.picklist(['ratio', 'difference', 'level']),
  }),
]);

const published = v.strictObject({
  endpoint: id,
  arm: id,
  stratum: id,
  estimate: BOUND,
  low: v.exactOptional(BOUND),
  high: v.exactOptional(BOUND),
  confidence: v.picklist(['read', 'computed', 'recalled']),
  note: v.exactOptional(line),
});

/** Few enough that every pair of arm and stratum can be followed and shown. */
const few = <T extends v.GenericSchema>(entry: T) => v.pipe(v.array(entry), v.minLength(1), v.maxLength(12));

/** A trial file, format 1. */
export const trialSchema = v.strictObject({
  $schema: v.exactOptional(line),
  format: v.literal(1),
  id,
  title: line,
  about: paragraph,
  trigger: id,
  population: v.exactOptional(
    v.strictObject({
      parameters: v.exactOptional(v.record(id, BOUND)),
      initial: v.exactOptional(v.record(id, numberBetween(0, 1e15))),
    }),
  ),
  entry: v.strictObject({ timing: v.picklist(['drawn', 'first']), strata: few(stratum) }),
  eligibility: conditions,
  pulse: v.exactOptional(v.strictObject({ treatment: id, amount: AMOUNT, hours: wholeBetween(0, 1_440) })),
  background: listOf(v.strictObject({ probability: numberBetween(0, 1), doses: listOf(dosing, 1) })),
  usualCare: v.exactOptional(
    listOf(
      v.strictObject({
        support: v.picklist(['norepinephrine', 'oxygen', 'ventilator', 'renalReplacement']),
        value: numberBetween(0, 10),
        when: conditions,
      }),
    ),
  ),
  arms: few(v.strictObject({ id, doses: listOf(dosing) })),
  control: v.exactOptional(id),
  endpoints: few(endpoint),
  horizonDays: HORIZON_DAYS,
  published: listOf(published),
  sources: listOf(source),
});
